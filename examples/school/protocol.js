// @ts-check
/**
 * A page that speaks with a lesson by itself: docs/EMBEDDING.md has the protocol.
 *
 * @typedef {{ snowlight: 1, n: number, kind: 'ready' }} Ready
 * @typedef {{ snowlight: 1, n: number, kind: 'size', height: number }} Size
 * @typedef {{ snowlight: 1, n: number, kind: 'statement', statement: { id: string, verb: { id: string }, object: { id: string } } }} Statement
 * @typedef {{ snowlight: 1, n: number, kind: 'give' }} Give
 * @typedef {{ snowlight: 1, n: number, kind: 'state', state: string }} State
 * @typedef {Ready | Size | Statement | Give | State} Message
 */

const frame = /** @type {HTMLIFrameElement} */ (document.getElementById('lesson'));
const heard = /** @type {HTMLElement} */ (document.getElementById('heard'));
const origin = new URL(frame.src).origin;

/** @param {unknown} data @param {number} last @returns {Message | undefined} */
function read(data, last) {
  if (typeof data !== 'string' || data.length > 100000) return undefined;
  try {
    const message = JSON.parse(data);
    return message && message.snowlight === 1 && Number.isInteger(message.n) && message.n > last ? message : undefined;
  } catch {
    return undefined;
  }
}

addEventListener('message', ({ source, origin: from, data }) => {
  if (source !== frame.contentWindow || from !== origin) return;
  const message = read(data, -1);
  if (message && message.kind === 'ready') greet();
});

function greet() {
  const { port1, port2 } = new MessageChannel();
  let sent = 0;
  let last = 0;
  /** @param {string} kind @param {object} rest */
  const send = (kind, rest) => port1.postMessage(JSON.stringify({ snowlight: 1, n: (sent += 1), kind, ...rest }));
  port1.onmessage = ({ data }) => {
    const message = read(data, last);
    if (!message) return;
    last = message.n;
    if (message.kind === 'size') frame.style.height = `${Math.min(Math.max(message.height, 120), 4000)}px`;
    if (message.kind === 'statement') heard.append(`${message.statement.verb.id} ${message.statement.object.id}\n`);
    if (message.kind === 'give') send('state', { state: localStorage.getItem(frame.src) || '' });
    if (message.kind === 'state') {
      localStorage.setItem(frame.src, message.state);
      send('held', { of: message.n });
    }
  };
  const hello = { snowlight: 1, n: 1, kind: 'hello', statements: true, keep: true, scheme: '', theme: {} };
  frame.contentWindow?.postMessage(JSON.stringify(hello), origin, [port2]);
}

// Lessons in a page of another site: links to them, <snowlight-lesson> and bare frames become players (docs/EMBEDDING.md).
// A classic script without dependencies. The build gives it PLAYER: names and SHA-256 of what it may start in the page itself.

import { THEME, address, read, state, statement, whole, write } from './messages.js';

const script = document.currentScript;
const root = new URL('./', script.src);
const LESSON = /^(en|zh-Hans)\/m\/[a-z\d-]+\/$/;
// How long a player may take to answer once its page is there, in milliseconds.
const PATIENCE = 15000;
const players = [];
const shared = (self.snowlight = { ignored: 0, bytes });

let policy = { createHTML: (html) => html };
// The page's own origin has its players' storage anyway.
const inPage = script.dataset.mount === 'page' && root.origin !== location.origin && pageMay();

// Elements

function lesson(href) {
  let url;
  try {
    url = new URL(href, document.baseURI);
  } catch (error) {
    return undefined;
  }
  const ours = url.origin === root.origin && url.pathname.startsWith(root.pathname);
  return ours && LESSON.test(url.pathname.slice(root.pathname.length)) ? url : undefined;
}

function named(element) {
  const language = element.lang || document.documentElement.lang;
  return new URL(`${/^zh/.test(language) ? 'zh-Hans' : 'en'}/m/${element.getAttribute('lesson')}/`, root).href;
}

function look() {
  for (const link of document.querySelectorAll('a.snowlight[href]:not([data-seen])')) {
    if (!lesson(link.href)) continue;
    link.dataset.seen = '';
    soon(link, () => {
      const host = document.createElement('div');
      link.replaceWith(host);
      host.append(link);
      begin(host, link);
    });
  }
  for (const element of document.querySelectorAll('snowlight-lesson:not([data-seen])')) {
    element.dataset.seen = '';
    const link = element.querySelector('a[href]') || element.appendChild(document.createElement('a'));
    if (!link.href) link.href = element.getAttribute('href') || named(element);
    if (!link.textContent) link.textContent = 'Snowlight';
    if (lesson(link.href)) soon(element, () => begin(element, link));
  }
  for (const frame of document.querySelectorAll('iframe[src]:not([data-seen])')) {
    const url = lesson(frame.src);
    if (!url) continue;
    frame.dataset.seen = '';
    const sandbox = frame.getAttribute('sandbox');
    greet(add(frame, frame, url, sandbox !== null && !/allow-same-origin/.test(sandbox) ? 'null' : root.origin));
  }
}

// Once it is near what is seen.
function soon(element, then) {
  if (!self.IntersectionObserver) return then();
  new IntersectionObserver(
    (seen, observer) => {
      if (!seen.some((it) => it.isIntersecting) || !element.isConnected) return;
      observer.disconnect();
      then();
    },
    { rootMargin: '300px' },
  ).observe(element);
}

// The page's styles end where the shadow begins.
function begin(host, link) {
  const shadow = host.attachShadow({ mode: 'open' });
  const slot = shadow.appendChild(document.createElement('slot'));
  const frame = document.createElement('iframe');
  frame.title = link.textContent.trim();
  frame.allow = 'autoplay; accelerometer; gyroscope; screen-wake-lock';
  styled(host, { display: 'block', width: 'auto' });
  styled(frame, { display: 'block', width: '100%', height: '0', border: '0' });
  const player = add(host, frame, lesson(link.href), inPage ? location.origin : root.origin);
  player.slot = slot;
  frame.onload = () => setTimeout(fail, PATIENCE, player, 'no answer. Does its host let it be framed?');
  shadow.append(frame);
  open(player, player.url.href);
}

// It stays the link that it was.
function fail({ slot, frame, url }, why) {
  if (!slot || !slot.isConnected || !frame.isConnected) return;
  console.warn(`Snowlight: ${url} stays a link: ${why}`);
  frame.remove();
}

function add(host, frame, url, origin) {
  const player = { host, frame, url, origin, sent: 0, heard: 0 };
  players.push(player);
  return player;
}

function open(player, href) {
  player.url = lesson(href);
  if (!player.slot || !inPage) {
    player.frame.src = href;
    return;
  }
  fetch(href)
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.status))))
    .then((html) => (player.frame.srcdoc = policy.createHTML(mounted(html, href))))
    .catch(({ message }) => fail(player, `${message}. Does its host send Access-Control-Allow-Origin?`));
}

function styled({ style }, values) {
  Object.keys(values).forEach((name) => style.setProperty(name, values[name], 'important'));
}

// In the page: a document of its own with the page's origin

function pageMay() {
  try {
    // A page whose policy runs no WebAssembly has a frame.
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    if (self.trustedTypes) policy = trustedTypes.createPolicy('snowlight-embed', policy);
    return true;
  } catch (error) {
    console.warn(`Snowlight: lessons are in frames: ${error.message}`);
    return false;
  }
}

// The player's page, to be a document of this page: under this page's policy, with the program, scripts and styles that this script was
// built with. The page itself, packs and engines are as their host sends them.
function mounted(html, href) {
  const verified = (role) => (all, name) => `${name}="${root.href}${PLAYER[role][0]}" integrity="${PLAYER[role][1]}" crossorigin`;
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, `<base href="${href}">`)
    .replace(/<link [^>]*\.wasm">/, '')
    .replace(/(src)="[^"]*app-\w+\.js"/, verified('script'))
    .replace(/(src)="[^"]*player-\w+\.js"/, verified('player'))
    .replace(/(href)="[^"]*style-\w+\.css"/, verified('style'))
    .replace(/(href)="[^"]*player-\w+\.css"/, verified('playerStyle'));
}

// The program, fetched once for all players of the page.
let program;
function bytes() {
  const [name, integrity] = PLAYER.wasm;
  program = program || fetch(root.href + name, { integrity }).then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(answer.status))));
  program.catch(() => (program = undefined));
  return program;
}

// Messages

addEventListener('message', ({ data, source, origin }) => {
  const player = players.find(({ frame }) => frame.contentWindow === source);
  if (player && origin === player.origin && read(data, -1, { ready: {} })) greet(player);
  else if (player || String(data).includes('"snowlight"')) shared.ignored += 1;
});

function greet(player) {
  const { port1, port2 } = new MessageChannel();
  if (player.port) player.port.close();
  Object.assign(player, { port: port1, sent: 0, heard: 0 });
  port1.onmessage = ({ data }) => {
    const heard = read(data, player.heard, KINDS);
    if (!heard) return (shared.ignored += 1);
    player.heard = heard.n;
    HEARD[heard.kind](player, heard);
  };
  const hello = write(1, 'hello', Object.assign({ statements: true, keep: true }, looks(player)));
  player.frame.contentWindow.postMessage(hello, player.origin === 'null' ? '*' : player.origin, [port2]);
}

function send(player, kind, rest) {
  player.port.postMessage(write((player.sent += 1), kind, rest));
}

const KINDS = { size: { height: whole }, statement: { statement }, give: {}, state: { state }, next: { href: address } };

const HEARD = {
  size(player, { height }) {
    if (player.slot) player.slot.remove();
    styled(player.frame, { height: `${Math.min(Math.max(height, 120), 4000)}px` });
  },
  statement({ host }, { statement: detail }) {
    host.dispatchEvent(new CustomEvent('snowlight:statement', { detail, bubbles: true, composed: true }));
  },
  give: (player) => send(player, 'state', { state: kept(player) || '' }),
  state: (player, it) => send(player, kept(player, it.state) === it.state ? 'held' : 'unheld', { of: it.n }),
  next(player, { href }) {
    if (lesson(href)) open(player, href);
  },
};

function kept({ url }, file) {
  const key = `snowlight ${url.origin}${url.pathname}`;
  try {
    if (file !== undefined) localStorage.setItem(key, file);
    return localStorage.getItem(key);
  } catch (error) {
    return undefined;
  }
}

// The look of the page

function looks({ host }) {
  const style = getComputedStyle(host);
  const theme = {};
  for (const name of Object.keys(THEME)) {
    const value = style.getPropertyValue(`--snowlight-${name}`).trim();
    if (THEME[name](value)) theme[name] = value;
  }
  // A page that says nothing of dark is light; one that does both does as the device does.
  const page = /dark/.test(style.colorScheme) ? (/light/.test(style.colorScheme) ? '' : 'dark') : 'light';
  const said = (host.querySelector('[data-scheme]') || host).dataset.scheme || script.dataset.scheme;
  return { scheme: /^(light|dark)$/.test(said) ? said : page, theme };
}

function change() {
  for (let at = players.length - 1; at >= 0; at -= 1) {
    if (!players[at].frame.isConnected) players.splice(at, 1);
  }
  look();
}

look();
new MutationObserver(change).observe(document.documentElement, { childList: true, subtree: true });
new MutationObserver(() => players.forEach((it) => it.port && send(it, 'look', looks(it)))).observe(document.documentElement, { attributes: true });

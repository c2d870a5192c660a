// The way into this engine, for public/player.js: the build joins it with wasm-bindgen's glue and puts a file's name into WASM.
import start, * as engine from './glue.js';
import { program } from './lanes.js';

const site = new URL('../', import.meta.url);
let ready;

// The xAPI statements (1.0.3, without an actor) of `records`, which are events' bytes in the order in which they happened: each as
// JSON. Those before number `from` are not told, but the exit check among them counts. The same event has the same statement.
export async function statements(records, lessonUrl, locale, from = 0) {
  await begun();
  return cut(engine.statements(joined([text(lessonUrl), text(locale), ...records]), from)).map((it) => new TextDecoder().decode(it));
}

// `records` as a learner file of at most 65,536 bytes; those of one lesson alone if it is named, as 'ma-07'. Of more the newest.
export async function file(records, lesson = '') {
  await begun();
  return engine.file(joined([text(lesson), ...records]));
}

// How many records such a file has not, since they would have been too much.
export function lacking(file) {
  const header = new DataView(file.buffer, file.byteOffset);
  return header.getUint32(29, true) - header.getUint32(33, true);
}

// The records in a learner file, in the order of the events; throws 'unreadable' if it is none or has more bytes than `file` gives.
export async function records(file) {
  await begun();
  const pieces = engine.records(file);
  if (!pieces) throw 'unreadable';
  return cut(pieces);
}

function text(words) {
  return new TextEncoder().encode(words);
}

// Pieces, each after its length in four bytes.
function joined(pieces) {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + 4 + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    new DataView(all.buffer).setUint32(at, piece.length, true);
    all.set(piece, at + 4);
    at += 4 + piece.length;
  }
  return all;
}

function cut(all) {
  const pieces = [];
  for (let at = 0; at < all.length; ) {
    const end = at + 4 + new DataView(all.buffer, all.byteOffset).getUint32(at, true);
    pieces.push(all.slice(at + 4, end));
    at = end;
  }
  return pieces;
}

function begun() {
  ready =
    ready ||
    compiled()
      .then((module) => start({ module_or_path: module }))
      .catch((error) => {
        // The next call tries again.
        ready = undefined;
        throw error;
      });
  return ready;
}

// Its code comes in lanes, as the app's own does.
async function compiled() {
  const response = await fetch(new URL(WASM, site));
  if (!response.ok) throw new Error(`${response.status} for ${WASM}`);
  return WebAssembly.compile(program(new Uint8Array(await response.arrayBuffer())));
}

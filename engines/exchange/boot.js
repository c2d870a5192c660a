// The way into this engine, for public/player.js: the build joins it with wasm-bindgen's glue and puts a file's name into WASM.
import start, * as engine from './glue.js';
import { program } from './lanes.js';

const site = new URL('../', import.meta.url);
let ready;

// The xAPI statements (1.0.3, without an actor) of `records`, which are events' bytes in the order in which they happened: each as
// JSON. Those before number `from` are not told, but the exit check among them counts. The same event has the same statement.
export async function statements(records, lessonUrl, locale, from = 0) {
  await begun();
  return engine.statements(records, lessonUrl, locale, from);
}

// `records` as a learner file of at most 65,536 bytes; those of one lesson alone if it is named, as 'ma-07'. Of more the newest.
export async function file(records, lesson) {
  await begun();
  return engine.file(records, lesson);
}

// The records in a learner file, in the order of the events; throws 'unreadable' if it is none or has more bytes than `file` gives.
export async function records(file) {
  await begun();
  return engine.records(file);
}

// How many records a learner file has not, though whoever made it had them: they were too much, or were damaged.
export async function lacking(file) {
  await begun();
  return engine.lacking(file);
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

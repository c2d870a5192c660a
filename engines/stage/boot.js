// The way into an engine that brings stages: the build joins it with wasm-bindgen's glue and puts file names into WASM, STYLE and
// WORDS, and the engine's own name into NAME.
import start, * as engine from './glue.js';
import { opened } from './edge.js';
import { program } from './lanes.js';

const root = new URL('../', import.meta.url);
const words = {};
let ready;

// Opens a stage in `place`: resolves to what locks and closes it.
export async function open(place, told) {
  ready = ready || begun();
  const { locale } = told;
  words[locale] = words[locale] || fetch(new URL(WORDS[locale], root)).then(read);
  try {
    const [file] = await Promise.all([words[locale], ready]);
    return opened(engine, file, root, NAME, place, told);
  } catch (error) {
    ready = words[locale] = undefined;
    throw error;
  }
}

// What there is of this engine beside its script, relative to the site's root.
export function files(locale) {
  return [WASM, STYLE, WORDS[locale]];
}

// Has all of it here, and kept where that is done.
export function fetched(locale) {
  return Promise.all(files(locale).map((file) => fetch(new URL(file, root))));
}

function read(response) {
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}

function begun() {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL(STYLE, root).href });
  const styled = new Promise((resolve) => Object.assign(link, { onload: resolve, onerror: resolve }));
  document.head.append(link);
  return Promise.all([styled, compiled().then((module) => start({ module_or_path: module }))]);
}

// Its code comes in lanes, as the app's own does.
async function compiled() {
  const response = await fetch(new URL(WASM, root));
  if (!response.ok) throw new Error(`${response.status} for ${WASM}`);
  return WebAssembly.compile(program(new Uint8Array(await response.arrayBuffer())));
}

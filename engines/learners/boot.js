// The way into this engine: the build joins it with wasm-bindgen's glue and puts file names into WASM and STYLE.
import start, { begin } from './glue.js';
import { open as opened } from './edge.js';
import { program } from './lanes.js';

const root = new URL('./', import.meta.url);
let ready;

export async function open(place, told) {
  ready = ready || begun();
  await ready;
  await opened(begin, root, place, told);
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
  if (!response.ok) throw new Error(response.status);
  return WebAssembly.compile(program(new Uint8Array(await response.arrayBuffer())));
}

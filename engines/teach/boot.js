// The way into this engine: it is told where the site is, what other sites may load of it, and what there is to learn.
import { open as opened } from './stage.js';

const site = new URL('../', import.meta.url);

export { fetched, files } from './stage.js';

// Opens the page in `place`: the site's lines stand where an item has its piece, the catalogue where it has a response.
export async function open(place, told) {
  const [catalogue, embed] = await Promise.all([read(`packs/catalogue.${told.locale}`), read('packs/embed.txt')]);
  const here = /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(site.hostname) ? 'here' : '';
  const lines = new TextEncoder().encode(`${site.href}\n${here}\n`);
  const piece = new Uint8Array([...lines, ...embed]);
  return opened(place, { ...told, piece, made: catalogue, own });
}

// What the engine asks for beyond what all do; resolves to whether it was done.
async function own(what, words, host) {
  if (what === 'print') {
    print();
    return Uint8Array.of(1);
  }
  const done = await copied(words).catch(() => false);
  // Where nothing may be copied by itself it is selected, and the keyboard is on it. A field that is read is no less selected.
  const field = host.querySelector(`#${what}`);
  if (done || !field) return Uint8Array.of(done ? 1 : 0);
  field.focus();
  field.select();
  return Uint8Array.of(document.execCommand('copy') ? 1 : 0);
}

async function copied(words) {
  await navigator.clipboard.writeText(words);
  return true;
}

async function read(path) {
  const response = await fetch(new URL(path, site));
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return new Uint8Array(await response.arrayBuffer());
}

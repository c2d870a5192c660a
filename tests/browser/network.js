// The site that the app is put on, without a server: its files, its addresses, its clock.

const fetched = window.fetch;
const now = Date.now;
let files = new Map();

// The page is at this path; its head names the root, the pack and the seed.
export function arrive(root, path, pack) {
  history.replaceState(null, '', root + path);
  const named = { root, pack: pack && root + pack, seed: '7' };
  for (const [name, content] of Object.entries(named)) {
    if (content) document.head.append(Object.assign(document.createElement('meta'), { name, content }));
  }
  window.fetch = async (url) => {
    const file = files.get(new URL(url, location.href).pathname);
    if (file === null) throw new TypeError('Failed to fetch');
    return file ? new Response(file) : new Response(null, { status: 404 });
  };
}

// Puts a file there; without bytes the network is down for it.
export function serve(path, bytes) {
  files.set(path, bytes ? new Uint8Array(bytes) : null);
}

// All is as it was.
export function leave() {
  localStorage.clear();
  files = new Map();
  window.fetch = fetched;
  Date.now = now;
  for (const meta of document.querySelectorAll('meta[name=root], meta[name=pack], meta[name=seed]')) meta.remove();
  history.replaceState(null, '', '/');
}

// The device's clock stands at so many milliseconds.
export function setClock(millis) {
  Date.now = () => millis;
}

// What a prerendered page has before the program is there: an item of three options, one picked and focused.
export function prerender(host, seed, pick) {
  const item = document.createElement('section');
  item.dataset.item = 'ma-01.e1';
  item.dataset.seed = seed;
  host.append(item);
  for (const value of ['0', '1', '2']) {
    item.append(Object.assign(document.createElement('input'), { type: 'radio', name: 'pick', value }));
  }
  const picked = item.children[pick];
  picked.click();
  picked.focus();
}

// A word is being composed, or a finger is down; or no longer.
export function setBusy(busy) {
  document.documentElement.toggleAttribute('data-busy', busy);
}

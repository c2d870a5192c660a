// What this engine does in the browser: elements, the list of learners, what is kept of each, files.

import { open as openLog } from '../../../src/browser/store.js';
import { complete, settled, unite } from '../../../public/guard.js';

const PREFIX = 'snowlight';
const PEOPLE = `${PREFIX} people`;
// Settings that are a learner's own: they change hands with the turn.
const OWN = ['begun', 'copied'];
// One byte more than a copy may have.
const MOST = (4 << 20) + 1;

let host;
let told;

// Shows the page of this name in `place`, and again each time another one is asked for.
export async function open(begin, site, place, { locale, screen, root }) {
  host = place;
  const home = `${root}${locale}/`;
  const asked = new URLSearchParams(location.search).get('then');
  const then = new URL(asked || home, site);
  // Work that somebody brings waits in the address until it is their turn. Nothing leads out of the app.
  const on = then.href.startsWith(site.href) ? then.pathname + then.search + (asked ? location.hash : '') : home;
  told = { locale, screen, root, then: on };
  const words = fetch(new URL(`packs/words.learners.${locale}`, site)).then(read);
  await prepared();
  await begin(await words, screen === 'copies' ? carried() : undefined);
}

// Work from another site's page (public/player.js), as a file that was chosen; it leaves the address at once. What is none is
// an empty file.
function carried() {
  const [, text] = location.hash.split('#work=');
  if (text === undefined) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  if (text.length > 131072) return new Uint8Array(MOST);
  try {
    return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (it) => it.charCodeAt(0));
  } catch (error) {
    return new Uint8Array(0);
  }
}

function read(response) {
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

let lasting = false;
async function prepared() {
  try {
    lasting = await navigator.storage.persisted();
  } catch (error) {
    lasting = false;
  }
}

export function place() {
  const key = turnOf()[4] || '';
  const probe = new File([new Uint8Array(1)], 'x.txt', { type: 'text/plain' });
  const shares = Boolean(navigator.canShare && navigator.share && navigator.canShare({ files: [probe] }));
  const now = Date.now();
  const today = Math.floor((now - new Date().getTimezoneOffset() * 60000) / 86400000);
  const { locale, screen, root, then } = told;
  const used = Number(setting(`${database(key)}-count`)) > 0;
  const copied = setting(`${PREFIX}-copied`);
  return [locale, screen, root, then, key, self !== top, shares, lasting, used, copied, now, today, drawn()];
}

// Elements.

export function element(tag) {
  return document.createElement(tag);
}

export function attribute(made, name, value) {
  made.setAttribute(name, value);
}

export function text(made, words) {
  made.append(words);
}

export function child(made, it) {
  made.append(it);
}

export function asks(made, number) {
  made.dataset.asks = number;
}

// Puts `page` in the place of what is shown. The keyboard stays at the same control, or goes to the top of another step.
export function show(page, notice, act, moved) {
  if (!host.isConnected) return;
  const before = controls().indexOf(document.activeElement);
  let [status, stage] = host.children;
  if (!stage) {
    status = Object.assign(document.createElement('div'), { className: 'notices' });
    status.setAttribute('role', 'status');
    stage = document.createElement('div');
    host.append(status, stage);
  }
  say(status, notice);
  const code = typed(host);
  stage.replaceWith(page);
  const field = page.querySelector('input[name=code]');
  if (field) field.value = code;
  // What is said stands above all else.
  if (notice) scrollTo(0, 0);
  page.addEventListener('click', ({ target }) => {
    const control = target.closest('[data-asks]');
    if (control && control.type !== 'file') act(Number(control.dataset.asks), typed(page), undefined);
  });
  page.addEventListener('change', async ({ target }) => {
    if (target.type !== 'file' || !target.files.length) return;
    act(Number(target.dataset.asks), '', await chosen(target.files[0]));
  });
  const heading = page.querySelector('h1');
  if (!heading) return;
  document.title = `${heading.textContent} · Snowlight`;
  const same = !moved && controls()[before];
  if (same) return same.focus({ preventScroll: true });
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
}

function say(status, notice) {
  if (status.textContent === (notice || '')) return;
  status.textContent = '';
  if (notice) status.append(Object.assign(document.createElement('p'), { className: 'notice', textContent: notice }));
}

function controls() {
  return [...host.querySelectorAll('button, input, a')];
}

function typed(page) {
  const input = page.querySelector('input[name=code]');
  return input ? input.value : '';
}

// A file's bytes; of one that is larger than any copy only enough to see that.
async function chosen(file) {
  return new Uint8Array(await new Response(file.slice(0, MOST)).arrayBuffer());
}

export function leave(path) {
  location.assign(path);
}

// Whose turn it is.

function turnOf() {
  return setting(`${PREFIX}-learner`).split(' ');
}

// The turn of the learner whose database has this key, whom the app's core is told of with `text`.
export function turn(key, text, guest, to) {
  const before = turnOf()[4] || '';
  if (before !== key) {
    for (const name of OWN) {
      set(`${PREFIX}-${name} ${before}`, setting(`${PREFIX}-${name}`));
      set(`${PREFIX}-${name}`, setting(`${PREFIX}-${name} ${key}`));
    }
  }
  set(`${PREFIX}-learner`, text);
  // Who has no picture yet begins in a database of their own.
  if (guest) set(`${PREFIX}-guest`, key);
  else if (setting(`${PREFIX}-guest`) === key) set(`${PREFIX}-guest`, drawn());
  try {
    sessionStorage.setItem(`${PREFIX}-turn`, key);
  } catch (error) {
    // Then the code is asked for once more.
  }
  if (to) location.assign(to);
}

// The list of learners.

async function list() {
  const request = indexedDB.open(PEOPLE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('people');
  return settled(request);
}

async function inList(mode, work) {
  const db = await list();
  try {
    const change = db.transaction('people', mode, { durability: 'strict' });
    const result = work(change.objectStore('people'));
    await complete(change);
    return result && result.result;
  } finally {
    db.close();
  }
}

export function people() {
  return inList('readonly', (store) => store.getAll());
}

export function person(key, bytes) {
  return inList('readwrite', (store) => store.put(bytes, key));
}

// Keys of learners' databases but for these. Where the browser cannot list them nothing is missing.
export async function others(listed) {
  try {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const keys = names.filter((name) => /^snowlight( [0-9a-f]+)?$/.test(name)).map((name) => name.slice(PREFIX.length + 1));
    // Whose turn it is without a picture was never in the list.
    const [learner, , , , now = ''] = turnOf();
    return keys.filter((key) => !listed.includes(key) && (key !== now || /[1-9a-f]/.test(learner)));
  } catch (error) {
    return [];
  }
}

// What is kept of a learner.

function database(key) {
  return key ? `${PREFIX} ${key}` : PREFIX;
}

// The app's own way makes the database if need be, or takes its place where it cannot be opened; this is another connection.
async function connected(key) {
  const log = await openLog(database(key), drawn());
  return settled(indexedDB.open(log.name + log.spare));
}

export async function kept(key) {
  const db = await connected(key);
  try {
    const change = db.transaction(['events', 'meta']);
    const records = change.objectStore('events').getAll();
    const vectors = change.objectStore('meta').get('vectors');
    await complete(change);
    const all = [vectors.result || new Uint8Array(1)];
    for (const { bytes, origin } of records.result) all.push(ArrayBuffer.isView(bytes) ? bytes : new Uint8Array(0), origin || '');
    return all;
  } finally {
    db.close();
  }
}

// Adds records (name, bytes, origin of each) beside what is there, and what is known of other devices.
export async function keep(key, flat, vectors) {
  const records = [];
  for (let at = 0; at < flat.length; at += 3) {
    const [id, bytes, origin] = flat.slice(at, at + 3);
    records.push(origin ? { id, bytes, origin } : { id, bytes });
  }
  const db = await connected(key);
  try {
    const added = await unite(db, records);
    const change = db.transaction('meta', 'readwrite', { durability: 'strict' });
    change.objectStore('meta').put(vectors, 'vectors');
    await complete(change);
    if (added) set(`${database(key)}-count`, Number(setting(`${database(key)}-count`)) + added);
    if (added && key === (turnOf()[4] || '')) renewed();
  } finally {
    db.close();
  }
}

// The app knows nothing yet of what came into its log: whatever page comes next begins anew.
let old = false;
function renewed() {
  if (old) return;
  old = true;
  addEventListener('popstate', () => location.reload(), true);
  document.addEventListener('click', follow, true);
}

function follow(event) {
  const link = event.target.closest && event.target.closest('a[href]');
  if (!link || link.hash || link.target) return;
  event.preventDefault();
  event.stopPropagation();
  location.assign(link.href);
}

// Copies.

export async function file(name, bytes, share) {
  if (share) return navigator.share({ files: [new File([bytes], `${name}.txt`, { type: 'text/plain' })] });
  const href = URL.createObjectURL(new Blob([bytes]));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
}

export function copied(text) {
  set(`${PREFIX}-copied`, text);
}

// Erasing: log, second copy, count and settings.

export async function erase(keys) {
  for (const key of keys) {
    const name = database(key);
    await dropped(name);
    await dropped(`${name} spare`);
    if (self.caches) {
      for (const cache of await caches.keys()) if (cache.startsWith(`${name} copy `)) await caches.delete(cache);
    }
    set(`${name}-count`, '');
    for (const setting of OWN) set(`${PREFIX}-${setting} ${key}`, '');
    await inList('readwrite', (store) => store.delete(key));
  }
}

export async function eraseAll() {
  const all = await inList('readonly', (store) => store.getAllKeys());
  await erase([...new Set([...all, turnOf()[4] || '', ''])]);
  await dropped(PEOPLE);
  if (self.caches) {
    for (const cache of await caches.keys()) if (/^snowlight (.* )?(copy .*|packs|used)$/.test(cache)) await caches.delete(cache);
  }
  for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  sessionStorage.clear();
  location.replace(`${told.root}${told.locale}/`);
}

function dropped(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
    // Another tab is told to let go of it; one that does not is in the way.
    setTimeout(() => reject(new Error('blocked')), 5000);
  });
}

// Small things.

function setting(name) {
  try {
    return localStorage.getItem(name) || '';
  } catch (error) {
    return '';
  }
}

function set(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch (error) {
    // It lasts as long as the page.
  }
}

function drawn() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

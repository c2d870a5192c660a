// IndexedDB underneath the app: what it is asked for, and how it fails.

const transaction = IDBDatabase.prototype.transaction;
const open = IDBFactory.prototype.open;
const put = Cache.prototype.put;
const cacheStorage = Object.getOwnPropertyDescriptor(self, 'caches');
let asked = [];
let segments = [];
// Connections that broke, and how often one of them was asked again.
let dead = new Set();
let reused = 0;
// How many writing transactions are aborted from now on, and as if for which reason.
let aborts = 0;
let excuse;

// Notes every transaction from now on.
export function watch() {
  asked = [];
  dead = new Set();
  reused = 0;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (dead.has(this)) reused += 1;
    dead.add(this);
    const it = transaction.call(this, stores, mode, options);
    dead.delete(this);
    const note = { db: this, mode, wanted: options && options.durability, got: it.durability, ended: false };
    it.addEventListener('complete', () => (note.ended = true));
    asked.push(note);
    if (mode === 'readwrite' && aborts > 0) abort(it, this);
    return it;
  };
}

function abort(it, db) {
  aborts -= 1;
  if (excuse) Object.defineProperty(it, 'error', { value: new DOMException('', excuse) });
  if (excuse !== 'QuotaExceededError') dead.add(db);
  // A page cannot abort what it has committed; a browser can.
  it.commit = undefined;
  Promise.resolve().then(() => it.abort());
}

// The writing transactions so far: what was wanted, what the browser made of it, whether it is complete.
export function written() {
  const writing = asked.filter((note) => note.mode === 'readwrite');
  return writing.map((note) => `${note.wanted} ${note.got || note.wanted} ${note.ended ? 'complete' : 'open'}`).join(', ');
}

// How often a connection was asked again that had broken.
export function askedAgain() {
  return reused;
}

// Closes every connection that was used since `watch`.
export function close() {
  for (const note of asked) note.db.close();
}

// The same, and the browser says so.
export function closeAndSay() {
  close();
  for (const db of new Set(asked.map((note) => note.db))) {
    dead.add(db);
    db.dispatchEvent(new Event('close'));
  }
}

// The next writing transactions are aborted, as if for this reason.
export function abortNext(reason, times) {
  watch();
  [excuse, aborts] = [reason, times];
}

// From now on there is no storage here, and what was open is closed.
export function refuse() {
  IDBDatabase.prototype.transaction = () => {
    throw new DOMException('The database connection is closing.', 'InvalidStateError');
  };
  IDBFactory.prototype.open = () => {
    throw new DOMException('The user denied permission to access the database.', 'UnknownError');
  };
}

// There are no locks, as on plain http.
export function refuseLocks() {
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
}

// From now on logs have a second copy; the build tells the app where its script is.
export function guard() {
  self.GUARD = new URL('../../public/guard.js', import.meta.url).href;
}

// There are no caches, as on plain http.
export function refuseCaches() {
  Object.defineProperty(self, 'caches', { value: undefined, configurable: true });
}

// All is as the browser made it.
export function restore() {
  delete navigator.locks;
  delete self.GUARD;
  Object.defineProperty(self, 'caches', cacheStorage);
  Cache.prototype.put = put;
  aborts = 0;
  IDBDatabase.prototype.transaction = transaction;
  IDBFactory.prototype.open = open;
}

function connected(name, version) {
  return new Promise((resolve, reject) => {
    const request = open.call(indexedDB, name, version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

async function change(name, work) {
  const db = await connected(name);
  const it = transaction.call(db, ['events', 'meta'], 'readwrite');
  const result = await new Promise((resolve) => work(it, resolve));
  await new Promise((resolve) => (it.oncomplete = resolve));
  db.close();
  return result;
}

// Changes one byte of the snapshot.
export function damageSnapshot(name) {
  return change(name, (it, done) => {
    const meta = it.objectStore('meta');
    meta.get('snapshot').onsuccess = (event) => {
      const snapshot = event.target.result;
      snapshot.bytes[snapshot.bytes.length - 1] ^= 1;
      meta.put(snapshot, 'snapshot').onsuccess = done;
    };
  });
}

// Puts three records there that nobody can read.
export function addOdd(name) {
  return change(name, (it, done) => {
    const events = it.objectStore('events');
    events.add({ id: 'damaged', bytes: new Uint8Array([1, 2, 3]) });
    events.add({ id: 'text', bytes: 'text' });
    events.add({ id: 'none' }).onsuccess = done;
  });
}

// The page that writes as this one is gone.
export async function letGo(name, writer) {
  await navigator.locks.request(`${name} ${writer}`, { steal: true }, () => {});
}

// How many writers are known.
export function writers(name) {
  return change(name, (it, done) => {
    const keys = it.objectStore('meta').getAllKeys();
    keys.onsuccess = () => done(keys.result.filter((key) => key.startsWith('writer ')).length);
  });
}

// A device that was set up from this one's image has written its next event here: the next id is taken.
export function clone(name) {
  return change(name, (it, done) => {
    const events = it.objectStore('events');
    events.openCursor(null, 'prev').onsuccess = ({ target }) => {
      const { id, bytes } = target.result.value;
      const [writer, seq] = id.split('-');
      // Format, writer, then a number that is small enough for one byte.
      const at = 1 + bytes.slice(1).findIndex((byte) => byte < 128) + 1;
      bytes[at] += 1;
      events.add({ id: `${writer}-${Number(seq) + 1}`, bytes }).onsuccess = done;
    };
  });
}

// Nothing beside the database tells any more how much was in it.
export function forget(name) {
  localStorage.removeItem(`${name}-count`);
}

// The database is as it was when it had so many records.
export function cut(name, after) {
  return change(name, (it, done) => {
    it.objectStore('events').delete(IDBKeyRange.lowerBound(after, true)).onsuccess = done;
  });
}

async function caching(name) {
  const names = (await caches.keys()).filter((it) => it.startsWith(`${name} copy `));
  return Promise.all(names.map((it) => caches.open(it)));
}

// How many records its copies have.
export async function copied(name) {
  let count = 0;
  for (const cache of await caching(name)) {
    for (const response of await cache.matchAll()) count += Number(response.headers.get('records'));
  }
  return count;
}

// How many copies there are.
export async function copies(name) {
  return (await caching(name)).length;
}

// Changes one byte of a segment of its copy.
export async function damageCopy(name, segment) {
  const [cache] = await caching(name);
  const response = await cache.match(`/snowlight-copy/${segment}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  bytes[bytes.length - 1] ^= 1;
  await cache.put(`/snowlight-copy/${segment}`, new Response(bytes, { headers: response.headers }));
}

// Notes which segments are written from now on.
export function watchCopies() {
  segments = [];
  Cache.prototype.put = function (place, response) {
    segments.push(place.split('/').pop());
    return put.call(this, place, response);
  };
}

export function copiedSegments() {
  return segments.join(',');
}

// How many records there are.
export function count(name) {
  return change(name, (it, done) => {
    it.objectStore('events').count().onsuccess = (event) => done(event.target.result);
  });
}

// A later build takes the database to its version, and goes.
export async function upgrade(name) {
  (await connected(name, 99)).close();
}

// The database is gone.
export function remove(name) {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = resolve;
  });
}

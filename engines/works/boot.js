// The way into this engine: it is told what the learner's log holds, and which packs there are.
import { open as opened } from './stage.js';
import { open as openLog } from './store.js';

const site = new URL('../', import.meta.url);

export { fetched, files } from './stage.js';

// Opens the page of works in `place`: the records stand where an item has its piece, the catalogue where it has a response.
export async function open(place, told) {
  const [records, catalogue] = await Promise.all([recorded().catch(() => []), read(`packs/catalogue.${told.locale}`)]);
  const parts = records.filter(({ bytes }) => ArrayBuffer.isView(bytes)).flatMap(({ bytes }) => [Uint32Array.of(bytes.length), bytes]);
  const piece = new Uint8Array(await new Blob(parts).arrayBuffer());
  return opened(place, { ...told, piece, made: catalogue });
}

async function read(path) {
  const response = await fetch(new URL(path, site));
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  return new Uint8Array(await response.arrayBuffer());
}

// All that is kept of whose turn it is, in the order in which it arrived.
async function recorded() {
  const key = (localStorage.getItem('snowlight-learner') || '').split(' ')[4] || '';
  // The app's own way makes the database if need be, or finds what took its place.
  const log = await openLog(key ? `snowlight ${key}` : 'snowlight', crypto.getRandomValues(new Uint32Array(1))[0].toString(16));
  const settled = (request) =>
    new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
  const db = await settled(indexedDB.open(log.name + log.spare));
  try {
    return await settled(db.transaction('events').objectStore('events').getAll());
  } finally {
    db.close();
  }
}

// Guards what was kept: a second copy in the Cache API, where damage to the database's files does not reach
// (docs/decisions/0008-a-second-copy.md), and room for it. Loaded once nothing waits, and never needed to begin.
//
// A copy is a cache a life of the database, named by `life` in its META: a database that was lost and made anew has another
// one, and never touches the copy of the one before. Records are copied as they lie there, in segments by their keys: all
// segments but the last are full and stay as they are.

const SEGMENT = 256;
const HASH = 32;
const HEAD = 6;

// Brings into the database what only a copy has, then into this database's copy what only the database has. Resolves to
// whether there was less than had been counted, or came `back`.
export function compare(log, db) {
  const work = async () => {
    // It may grow meanwhile.
    const { least } = log;
    const { back, last } = await compared(log.name, db);
    if (!back && last >= least) return false;
    log.back = back;
    log.least = last;
    try {
      localStorage.setItem(`${log.name}-count`, last);
    } catch (error) {
      // Then it is told once more.
    }
    return true;
  };
  return navigator.locks ? navigator.locks.request(`${log.name} copy`, work) : work();
}

async function compared(name, db) {
  const before = await lastKey(db);
  // Plain http has no caches, and so no copy.
  if (!self.caches) return { back: 0, last: before };
  const copies = (await caches.keys()).filter((it) => it.startsWith(`${name} copy `));
  if (self.PLANTED === 'copy') copies.length = 0;
  if (!before && !copies.length) return { back: 0, last: 0 };
  const mine = `${name} copy ${await life(db)}`;
  if (self.PLANTED === 'litter') await Promise.all(copies.map((it) => it !== mine && caches.delete(it)));
  let back = 0;
  let anew = false;
  const done = [];
  for (const copy of copies) {
    const cache = await caches.open(copy);
    let whole = true;
    for (const at of await segments(cache)) {
      // What is full was written when the database had all of it.
      if (copy === mine && (at + 1) * SEGMENT < before) continue;
      const records = await read(cache, at);
      const added = records ? await unite(db, records) : 0;
      back += added;
      anew = anew || (copy === mine && added > 0);
      whole = whole && Boolean(records);
    }
    if (whole && copy !== mine) done.push(copy);
  }
  const last = await lastKey(db);
  try {
    const cache = await caches.open(mine);
    await write(cache, db, last, anew);
    // What they had is in the database and in its copy now. One with damage is nobody's to throw away.
    for (const copy of done) {
      if ((await size(await caches.open(copy))) <= (await size(cache))) await caches.delete(copy);
    }
  } catch (error) {
    // No room for a copy: what there is of it stays.
  }
  return { back, last };
}

// Lets go of so many cached lessons, those first that were not used for longest; resolves to how many there were to let
// go. sw.js notes when each is used.
export async function free(count) {
  let freed = 0;
  for (const name of (await caches.keys()).filter((it) => /^snowlight \/.* packs$/.test(it))) {
    const packs = await caches.open(name);
    const used = (await (await caches.open(name.replace(/packs$/, 'used'))).keys()).map(({ url }) => url);
    const last = ({ url }) => used.indexOf(url);
    const order = (await packs.keys()).sort((one, other) => last(one) - last(other));
    for (const pack of order.slice(0, count - freed)) freed += await packs.delete(pack);
  }
  return freed;
}

// Adds the records that are not there. Where the same id has other bytes both are kept.
export async function unite(db, records) {
  const ids = db.transaction('events').objectStore('events').index('id');
  const lookUp = async (record) => {
    const { id, bytes } = record;
    const there = await settled(ids.get(id));
    if (!there) return record;
    if (String(there.bytes) === String(bytes)) return null;
    const other = `${id} ${bytes.reduce((sum, byte) => (sum * 31 + byte) | 0, 7)}`;
    return (await settled(ids.getKey(other))) === undefined ? Object.assign({}, record, { id: other }) : null;
  };
  const missing = (await Promise.all(records.map(lookUp))).filter(Boolean);
  if (!missing.length) return 0;
  const change = db.transaction(['events', 'meta'], 'readwrite', { durability: 'strict' });
  for (const record of missing) change.objectStore('events').add(record);
  // What came back is in no snapshot, and may belong before what is.
  change.objectStore('meta').delete('snapshot');
  await complete(change);
  return missing.length;
}

// Copies what is new, from the last segment on; all, if one is gone or what came back now has other keys.
async function write(cache, db, last, anew) {
  const there = await segments(cache);
  const tail = there.length - 1;
  for (let at = !anew && there[tail] === tail ? tail : 0; at * SEGMENT < last; at++) {
    const range = IDBKeyRange.bound(at * SEGMENT + 1, (at + 1) * SEGMENT);
    const records = (await settled(db.transaction('events').objectStore('events').getAll(range))).filter(plain);
    const kept = await cache.match(place(at));
    const count = String(records.length);
    if (!anew && kept && kept.headers.get('records') === count) continue;
    await cache.put(place(at), new Response(await frame(records), { headers: { records: count } }));
  }
}

// Odd records may be anything: those stay in the database alone.
function plain({ id, bytes }) {
  return typeof id === 'string' && ArrayBuffer.isView(bytes);
}

function place(at) {
  return `/snowlight-copy/${at}`;
}

// Numbers of the segments that are there, in order.
async function segments(cache) {
  const numbers = (await cache.keys()).map(({ url }) => Number(url.split('/').pop()));
  return numbers.sort((one, other) => one - other);
}

// How many records it has.
async function size(cache) {
  return (await cache.matchAll()).reduce((sum, { headers }) => sum + Number(headers.get('records')), 0);
}

// SHA-256 of the rest; then of each record the lengths of its id and its bytes, and both.
async function frame(records) {
  const ids = records.map(({ id }) => new TextEncoder().encode(id));
  const size = records.reduce((sum, { bytes }, at) => sum + HEAD + ids[at].length + bytes.length, HASH);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  let to = HASH;
  records.forEach(({ bytes }, at) => {
    view.setUint16(to, ids[at].length);
    view.setUint32(to + 2, bytes.length);
    out.set(ids[at], to + HEAD);
    out.set(bytes, to + HEAD + ids[at].length);
    to += HEAD + ids[at].length + bytes.length;
  });
  out.set(await hash(out.subarray(HASH)));
  return out;
}

// The records of a segment, or null if it is damaged.
async function read(cache, at) {
  try {
    const all = new Uint8Array(await (await cache.match(place(at))).arrayBuffer());
    const body = all.slice(HASH);
    if (String(await hash(body)) !== String(all.subarray(0, HASH))) return null;
    const view = new DataView(body.buffer);
    const records = [];
    for (let from = 0; from < body.length; ) {
      const id = from + HEAD;
      const bytes = id + view.getUint16(from);
      const end = bytes + view.getUint32(from + 2);
      records.push({ id: new TextDecoder().decode(body.subarray(id, bytes)), bytes: body.slice(bytes, end) });
      from = end;
    }
    return records;
  } catch (error) {
    return null;
  }
}

async function hash(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

// This life of the database.
async function life(db) {
  const change = db.transaction('meta', 'readwrite');
  const meta = change.objectStore('meta');
  const known = await settled(meta.get('life'));
  const drawn = known || String(crypto.getRandomValues(new Uint32Array(2)).join('-'));
  if (!known) meta.put(drawn, 'life');
  await complete(change);
  return drawn;
}

async function lastKey(db) {
  const last = await settled(db.transaction('events').objectStore('events').openKeyCursor(null, 'prev'));
  return last ? last.key : 0;
}

export function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export function complete(change) {
  return new Promise((resolve, reject) => {
    change.oncomplete = resolve;
    change.onabort = () => reject(change.error);
  });
}

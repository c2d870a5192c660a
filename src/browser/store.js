// Events in IndexedDB. In JavaScript because it is a third of what the same calls weigh from wasm (docs/decisions/0003).
// Throws 'refused', 'full', 'taken' or 'lost'.

const EVENTS = 'events';
const META = 'meta';
// How long opening may be blocked by another tab, in milliseconds.
const PATIENCE = 5000;
// Where META lists who wrote here.
const WRITER = 'writer ';

// Step n takes schema n to n + 1. Append only: a released step never changes.
const STEPS = [
  (db) => {
    db.createObjectStore(EVENTS, { autoIncrement: true }).createIndex('id', 'id', { unique: true });
    db.createObjectStore(META);
  },
];

// A log in the database of this name. Its writer is one that wrote here before and that no living page has, or `fresh`.
export async function open(name, fresh) {
  const log = { name, db: await connect(name), upto: 0 };
  const listed = begin(log.db, 'readonly').objectStore(META).getAllKeys(IDBKeyRange.bound(WRITER, WRITER + '~'));
  for (const key of await settled(listed)) {
    log.writer = key.slice(WRITER.length);
    if (await held(log)) return log;
  }
  return begun(log, fresh);
}

export function writer(log) {
  return log.writer;
}

// Another one writes from now on: nobody may go on as the one before.
export async function renew(log, fresh) {
  const change = begin(log.db, 'readwrite');
  change.objectStore(META).delete(WRITER + log.writer);
  await complete(change);
  await begun(log, fresh);
}

async function begun(log, fresh) {
  log.writer = fresh;
  log.unlisted = await held(log);
  return log;
}

// Whether this page has the writer to itself as long as it lives. Without locks (plain http, old browsers) nobody can
// tell: there every page begins as a fresh one, and none is listed.
function held({ name, writer }) {
  return new Promise((resolve, reject) => {
    const hold = (lock) => {
      resolve(!!lock);
      return lock && new Promise(() => {});
    };
    navigator.locks.request(`${name} ${writer}`, { ifAvailable: true }, hold).catch(reject);
  }).catch(() => false);
}

// The snapshot (or undefined), then the records that came after it, in the order in which they arrived.
export async function load(log, without) {
  const kept = without ? undefined : await settled(begin(log.db, 'readonly').objectStore(META).get('snapshot'));
  const from = kept ? kept.upto : 0;
  const events = begin(log.db, 'readonly').objectStore(EVENTS);
  const records = await settled(events.getAll(IDBKeyRange.lowerBound(from, true)));
  const last = await settled(events.openKeyCursor(null, 'prev'));
  log.upto = last ? last.key : 0;
  return [kept && kept.bytes].concat(records.map((record) => record.bytes));
}

// Keeps [id, bytes, id, bytes, …] for good, all or none, and a snapshot if there is one.
export async function append(log, events, snapshot) {
  try {
    await write(log, events, snapshot);
  } catch (reason) {
    if (reason !== 'lost') throw reason;
    // The old handle never works again: a new one, once.
    log.db = await connect(log.name);
    await write(log, events, snapshot);
  }
}

async function write(log, events, snapshot) {
  const change = begin(log.db, 'readwrite');
  const store = change.objectStore(EVENTS);
  const meta = change.objectStore(META);
  let taken;
  let last;
  for (let at = 0; at < events.length; at += 2) {
    const [id, bytes] = events.slice(at, at + 2);
    last = store.add({ id, bytes });
    // The same id again: what is there stays, and the others are kept all the same if it has the same bytes.
    last.onerror = (event) => {
      if (event.target.error.name !== 'ConstraintError') return;
      event.preventDefault();
      event.stopPropagation();
      store.index('id').get(id).onsuccess = ({ target }) => {
        if (String(target.result.bytes) === String(bytes)) return;
        taken = true;
        change.abort();
      };
    };
  }
  if (log.unlisted) meta.put(1, WRITER + log.writer);
  // Up to what this page has seen without a gap: what is folded twice changes nothing.
  if (snapshot) meta.put({ upto: log.upto, bytes: snapshot }, 'snapshot');
  await complete(change).catch((reason) => {
    throw taken ? 'taken' : reason;
  });
  log.unlisted = false;
  // With a gap another page has written too: its events are in no snapshot of this one.
  if (last && last.result === log.upto + events.length / 2) log.upto = last.result;
}

function connect(name) {
  return new Promise((resolve, reject) => {
    const refused = () => reject('refused');
    setTimeout(refused, PATIENCE);
    // In a frame of another site even asking may throw.
    try {
      const request = indexedDB.open(name, STEPS.length);
      request.onerror = refused;
      request.onupgradeneeded = (event) => STEPS.slice(event.oldVersion).forEach((step) => step(request.result));
      request.onsuccess = () => {
        // Another tab brings a newer schema: let it.
        request.result.onversionchange = () => request.result.close();
        resolve(request.result);
      };
    } catch (error) {
      refused();
    }
  });
}

// Strict, where the browser knows the word.
function begin(db, mode) {
  try {
    return db.transaction([EVENTS, META], mode, { durability: 'strict' });
  } catch (error) {
    throw 'lost';
  }
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject('lost');
  });
}

function complete(change) {
  return new Promise((resolve, reject) => {
    change.oncomplete = resolve;
    change.onabort = () => reject(change.error && change.error.name === 'QuotaExceededError' ? 'full' : 'lost');
  });
}

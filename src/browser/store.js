// Events in IndexedDB. In JavaScript because it is a third of what the same calls weigh from wasm (docs/decisions/0003).
// Throws 'refused', 'old', 'full', 'taken' or 'lost'.

const EVENTS = 'events';
const META = 'meta';
// How long opening may be blocked by another tab, in milliseconds.
const PATIENCE = 5000;
// Pauses before a lost connection is made anew, in milliseconds: together less than a second.
const PAUSES = [0, 100, 400];
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
  const log = { name, upto: 0, turn: Promise.resolve() };
  const listed = (db) => settled(begin(db, 'readonly').objectStore(META).getAllKeys(IDBKeyRange.bound(WRITER, WRITER + '~')));
  for (const key of await healed(log, listed)) {
    log.writer = key.slice(WRITER.length);
    if (await held(log)) return log;
  }
  return begun(log, fresh);
}

// Calls `old` once a newer build has taken the database over.
export function listen(log, old) {
  log.tell = old;
}

export function writer(log) {
  return log.writer;
}

// Another one writes from now on: nobody may go on as the one before.
export async function renew(log, fresh) {
  await healed(log, (db) => {
    const change = begin(db, 'readwrite');
    change.objectStore(META).delete(WRITER + log.writer);
    return complete(change);
  });
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
export function load(log, without) {
  return healed(log, async (db) => {
    const kept = without ? undefined : await settled(begin(db, 'readonly').objectStore(META).get('snapshot'));
    const from = kept ? kept.upto : 0;
    const events = begin(db, 'readonly').objectStore(EVENTS);
    const records = await settled(events.getAll(IDBKeyRange.lowerBound(from, true)));
    const last = await settled(events.openKeyCursor(null, 'prev'));
    log.upto = last ? last.key : 0;
    return [kept && kept.bytes].concat(records.map((record) => record.bytes));
  });
}

// Keeps [id, bytes, id, bytes, …] for good, all or none, and a snapshot if there is one.
export function append(log, events, snapshot) {
  const turn = () => healed(log, (db) => write(log, db, events, snapshot));
  // One after the other: what is tried again must not come after what followed it.
  return (log.turn = log.turn.then(turn, turn));
}

async function write(log, db, events, snapshot) {
  const change = begin(db, 'readwrite');
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

// Does `work` with a connection. One that broke never works again: a new one is made.
async function healed(log, work) {
  for (const pause of PAUSES) {
    if (log.old) throw 'old';
    const connection = log.connection || connect(log);
    try {
      return await work(await connection);
    } catch (reason) {
      if (reason !== 'lost') throw reason;
      forget(log, connection);
      connection.then((db) => db.close(), () => {});
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  throw 'lost';
}

function forget(log, connection) {
  if (log.connection === connection) log.connection = undefined;
}

function connect(log) {
  const connection = new Promise((resolve, reject) => {
    let late;
    setTimeout(() => reject('refused', (late = true)), PATIENCE);
    // In a frame of another site even asking may throw.
    try {
      const request = indexedDB.open(log.name, STEPS.length);
      request.onerror = () => {
        if (request.error.name === 'VersionError') grown(log);
        // What worked before may work again in a moment.
        reject(log.old ? 'old' : log.worked ? 'lost' : 'refused');
      };
      request.onupgradeneeded = (event) => STEPS.slice(event.oldVersion).forEach((step) => step(request.result));
      request.onsuccess = () => {
        const db = request.result;
        if (late) return db.close();
        log.worked = true;
        db.onclose = () => forget(log, connection);
        // Another tab brings a newer schema, or erases all: let it.
        db.onversionchange = ({ newVersion }) => {
          db.close();
          forget(log, connection);
          if (newVersion) grown(log);
        };
        resolve(db);
      };
    } catch (error) {
      reject('refused');
    }
  });
  log.connection = connection;
  connection.catch(() => forget(log, connection));
  return connection;
}

// The database is a newer build's.
function grown(log) {
  log.old = true;
  if (log.tell) log.tell();
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

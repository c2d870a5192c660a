// Events in IndexedDB. In JavaScript because it is a third of what the same calls weigh from wasm (docs/decisions/0003).
// Throws 'refused', 'old', 'full', 'taken' or 'lost'.

const EVENTS = 'events';
const META = 'meta';
// How long opening may be blocked by another tab, in milliseconds.
const PATIENCE = 5000;
// Pauses before a lost connection is made anew, in milliseconds: together less than a second.
const PAUSES = [0, 100, 400];
// How many records the second copy may lack while the page is in use.
const OFTEN = 32;
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
  // In another site's page the browser may keep nothing, and the page around does (public/player.js).
  const keeper = self.EMBED && (await EMBED.storage);
  if (keeper) return { keeper, writer: fresh };
  const log = { name, spare: '', failed: 0, upto: 0, uncopied: 0, turn: Promise.resolve() };
  log.least = least(log);
  const listed = (db) => settled(begin(db, 'readonly').objectStore(META).getAllKeys(IDBKeyRange.bound(WRITER, WRITER + '~')));
  for (const key of await healed(log, listed)) {
    log.writer = key.slice(WRITER.length);
    if (await held(log)) return log;
  }
  return begun(log, fresh);
}

// Calls `tell` with how many records came back from the second copy, and with what `load` resolves to without a snapshot; or
// with -1 once a newer build has the database.
export function listen(log, tell) {
  if (log.keeper) return;
  log.tell = tell;
  told(log).catch(() => {});
  whenIdle(() => compare(log));
  document.addEventListener('visibilitychange', () => document.hidden && log.uncopied && compare(log));
}

export function writer(log) {
  return log.writer;
}

// Another one writes from now on: nobody may go on as the one before. Resolves to what `load` does, without a snapshot.
export async function renew(log, fresh) {
  await healed(log, (db) => {
    const change = begin(db, 'readwrite');
    change.objectStore(META).delete(WRITER + log.writer);
    return complete(change);
  });
  await begun(log, fresh);
  return load(log, true);
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
  if (log.keeper) return [undefined].concat(log.keeper.records);
  if (self.PLANTED === 'tripwire') log.least = 0;
  // Browsers replace a damaged database by an empty one and say nothing.
  if ((await healed(log, lastKey)) < log.least) await Promise.race([compare(log), pause(PATIENCE)]);
  return healed(log, async (db) => {
    const kept = without ? undefined : await settled(begin(db, 'readonly').objectStore(META).get('snapshot'));
    const from = kept ? kept.upto : 0;
    const records = await settled(begin(db, 'readonly').objectStore(EVENTS).getAll(IDBKeyRange.lowerBound(from, true)));
    log.upto = await lastKey(db);
    return [kept && kept.bytes].concat(records.map((record) => record.bytes));
  });
}

async function lastKey(db) {
  const last = await settled(begin(db, 'readonly').objectStore(EVENTS).openKeyCursor(null, 'prev'));
  return last ? last.key : 0;
}

// Has the database and its second copy compared: what one of them lacks comes from the other.
async function compare(log) {
  log.uncopied = 0;
  try {
    if (await (await guard()).compare(log, await (log.connection || connect(log)))) await told(log);
  } catch (error) {
    // It is a second copy: all goes on without it, and the next time may be better.
  }
}

async function told(log) {
  if (log.tell && log.back !== undefined) log.tell(log.back, await load(log, true));
}

async function guard() {
  return import(new URL(GUARD, import.meta.url).href);
}

// How many records there were at least, kept beside them: a count, to notice when they are gone.
function least({ name }, count) {
  try {
    if (count !== undefined) localStorage.setItem(`${name}-count`, count);
    return Number(localStorage.getItem(`${name}-count`));
  } catch (error) {
    return 0;
  }
}

// Keeps [id, bytes, id, bytes, …] for good, all or none, and a snapshot if there is one.
export function append(log, events, snapshot) {
  if (log.keeper) return log.keeper.append(events);
  if (self.PLANTED === 'gathered') return Promise.resolve(setTimeout(() => healed(log, (db) => write(log, db, events, snapshot)), 1000));
  const turn = async () => {
    // Where there is no room cached lessons give way, the longer unused the sooner, twice as many each time.
    for (let packs = 1; ; packs *= 2) {
      try {
        await healed(log, (db) => write(log, db, events, snapshot));
        if (self.EMBED) EMBED.kept(events);
        return;
      } catch (reason) {
        if (self.PLANTED === 'crowded') throw reason;
        if (reason !== 'full' || !(await guard().then((it) => it.free(packs)).catch(() => 0))) throw reason;
      }
    }
  };
  // One after the other: what is tried again must not come after what followed it.
  return (log.turn = log.turn.then(turn, turn));
}

// One record alone is all or none by itself: how it goes is looked at only afterwards, and with care if its id was met again.
async function write(log, db, events, snapshot, careful = events.length > 2 || snapshot || log.unlisted) {
  const change = begin(db, 'readwrite');
  const store = change.objectStore(EVENTS);
  const meta = change.objectStore(META);
  let met;
  let taken;
  let last;
  for (let at = 0; at < events.length; at += 2) {
    const [id, bytes] = events.slice(at, at + 2);
    last = store.add({ id, bytes });
    // The same id again: what is there stays, and the others are kept all the same if it has the same bytes.
    last.onerror = (event) => {
      if (event.target.error.name !== 'ConstraintError') return;
      event.stopPropagation();
      met = true;
      if (!careful) return;
      event.preventDefault();
      store.index('id').get(id).onsuccess = ({ target }) => {
        if (self.PLANTED === 'taken') return;
        if (String(target.result.bytes) === String(bytes)) return;
        taken = true;
        change.abort();
      };
    };
  }
  if (log.unlisted) meta.put(1, WRITER + log.writer);
  // Up to what this page has seen without a gap: what is folded twice changes nothing.
  if (snapshot) meta.put({ upto: log.upto, bytes: snapshot }, 'snapshot');
  // Without this word the browser would wait until the page has heard of the record.
  if (!careful && change.commit) change.commit();
  await complete(change).catch((reason) => {
    if (careful || !met) throw taken ? 'taken' : reason;
  });
  // Chromium has aborted it now, Firefox has not.
  if (met && !careful) return write(log, db, events, snapshot, true);
  log.unlisted = false;
  const at = last && last.result;
  // With a gap another page has written too: its events are in no snapshot of this one.
  if (at === log.upto + events.length / 2) log.upto = at;
  log.uncopied += events.length / 2;
  if (at >= log.least) log.least = least(log, at);
  if (at < log.least || log.uncopied >= OFTEN) whenIdle(() => compare(log));
}

// Does `work` with a connection. One that broke never works again: a new one is made.
async function healed(log, work) {
  for (const millis of PAUSES) {
    if (log.old) throw 'old';
    const connection = log.connection || connect(log);
    try {
      return await work(await connection);
    } catch (reason) {
      if (reason !== 'lost') throw reason;
      forget(log, connection);
      connection.then((db) => db.close(), () => {});
      await pause(millis);
    }
  }
  throw 'lost';
}

function whenIdle(then) {
  (self.requestIdleCallback || setTimeout)(then);
}

function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

function forget(log, connection) {
  if (self.PLANTED === 'handle') return;
  if (log.connection === connection) log.connection = undefined;
}

function connect(log) {
  const connection = new Promise((resolve, reject) => {
    let late;
    setTimeout(() => reject('refused', (late = true)), PATIENCE);
    // In a frame of another site even asking may throw.
    try {
      const request = indexedDB.open(log.name + log.spare, STEPS.length);
      request.onerror = () => {
        if (request.error.name === 'VersionError') grown(log);
        // What worked before may work again in a moment. What was there and cannot be opened any more is left as it is
        // (Firefox, where files are damaged): another database takes its place.
        const again = log.worked || (log.least && ++log.failed < PAUSES.length);
        if (log.failed === PAUSES.length - 1) log.spare = ' spare';
        reject(log.old ? 'old' : again ? 'lost' : 'refused');
      };
      request.onupgradeneeded = (event) => STEPS.slice(event.oldVersion).forEach((step) => step(request.result));
      request.onsuccess = () => {
        const db = request.result;
        if (late) return db.close();
        log.worked = true;
        db.onclose = () => forget(log, connection);
        // Another tab brings a newer schema, or erases all: let it.
        db.onversionchange = ({ newVersion }) => {
          if (self.PLANTED === 'blocking') return;
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
  if (log.tell) log.tell(-1);
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

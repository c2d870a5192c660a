// What lies in the browser's database, read past the app.

/** The records in the order in which they were kept: the id and the number of the kind of what happened. */
export async function records(page, database = 'snowlight') {
  const all = await read(page, database);
  return all.map(([id, bytes]) => ({ id, writer: id.split('-')[0], kind: kind(bytes), bytes: String(bytes) }));
}

/** Puts records there; with `next` the device that this one was set up from writes its next one, under the same name. */
export async function add(page, odd, next = false) {
  const error = await page.driver.executeAsyncScript(adding, odd, next);
  if (error) throw new Error(error);
}

function adding(odd, next, done) {
  indexedDB.open('snowlight').onsuccess = ({ target: { result: db } }) => {
    const change = db.transaction('events', 'readwrite');
    const events = change.objectStore('events');
    for (const [id, bytes] of odd) events.add({ id, bytes: Array.isArray(bytes) ? new Uint8Array(bytes) : bytes });
    if (next) {
      events.openCursor(null, 'prev').onsuccess = ({ target }) => {
        const { id, bytes } = target.result.value;
        const [writer, seq] = id.split('-');
        // Format, writer, then a number that is small enough for one byte.
        const at = 1 + bytes.slice(1).findIndex((byte) => byte < 128) + 1;
        bytes[at] += 1;
        events.add({ id: `${writer}-${Number(seq) + 1}`, bytes });
      };
    }
    change.oncomplete = () => {
      db.close();
      done(null);
    };
    change.onabort = () => done(String(change.error));
  };
}

/** How many answers there are. */
export async function attempts(page, database) {
  return (await records(page, database)).filter((it) => it.kind === 1).length;
}

/** How many records the second copy has. */
function copied(page) {
  return page.run(async () => {
    let count = 0;
    for (const name of (await caches.keys()).filter((it) => it.startsWith('snowlight copy '))) {
      for (const response of await (await caches.open(name)).matchAll()) count += Number(response.headers.get('records'));
    }
    return count;
  });
}

/** The page is opened again, and once nothing waits all is in the second copy. */
export async function settle(page, count) {
  await page.reload();
  await page.running();
  await page.wait('all is copied', async () => (await copied(page)) === count);
}

/** The database is gone, and of what stands beside it what is named. */
export async function erase(page, beside = []) {
  await page.open('404.html');
  await page.driver.executeAsyncScript((beside, done) => {
    const copies = beside.includes('copy')
      ? caches.keys().then((all) => Promise.all(all.filter((it) => it.startsWith('snowlight copy ')).map((it) => caches.delete(it))))
      : Promise.resolve();
    if (beside.includes('count')) localStorage.removeItem('snowlight-count');
    copies.then(() => (indexedDB.deleteDatabase('snowlight').onsuccess = () => done()));
  }, beside);
}

function read(page, database) {
  return page.driver.executeAsyncScript((database, done) => {
    const request = indexedDB.open(database);
    request.onsuccess = () => {
      const db = request.result;
      if (!db.objectStoreNames.contains('events')) return done([]);
      db.transaction('events').objectStore('events').getAll().onsuccess = ({ target }) => {
        db.close();
        done(target.result.map(({ id, bytes }) => [id, Object(bytes) === bytes ? [...bytes] : String(bytes)]));
      };
    };
    request.onerror = () => done([]);
  }, database);
}

/** The number of the kind: after the format and five numbers (writer, sequence, learner, lamport, clock). */
export function kind(bytes) {
  let at = 1;
  for (let numbers = 0; numbers < 5; numbers += 1) {
    while (bytes[at] > 127) at += 1;
    at += 1;
  }
  return bytes[at];
}

// Where nothing can be kept: it is said before the first answer, and the lesson goes on.
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, journey } from './harness.mjs';
import { arrived, doStop, touch, walk } from './hands.mjs';
import { kind } from './records.mjs';

const lesson = 'en/ma/ma-03/';
const nothingKept = 'This browser keeps nothing for this page. You can learn, but nothing is kept when you close it.';
const full = 'Not saved yet: this device is full. While this page is open your answers are safe.';

const denied = { planted: { unsaid: /said before the first answer/ } };

journey('storage that throws: the lesson goes on to its end and says so', denied, async (page) => {
  await page.browser.before(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The user denied permission to access the database.', 'UnknownError');
    };
  });
  await page.open(lesson);
  await page.running();
  assert.equal(await page.savedState(), 'unkept', 'said before the first answer');
  await page.says(nothingKept);
  const stops = walk(lesson, await page.meta('seed'));
  for (const stop of stops) await doStop(page, touch, stop);
  await page.screen('lesson-end');
  await saysSo(page, 'unkept', nothingKept);
});

journey('storage that another page blocks: the lesson goes on and says so', { only: 'chromium', expects: [/favicon/] }, async (page) => {
  await page.open('404.html');
  await page.driver.executeAsyncScript((done) => {
    // Erased while it is held open: whoever opens it now waits for ever.
    indexedDB.open('snowlight').onsuccess = () => {
      indexedDB.deleteDatabase('snowlight').onblocked = () => done();
    };
  });
  await page.driver.switchTo().newWindow('tab');
  await page.open(lesson);
  await page.running();
  await saysSo(page, 'unkept', nothingKept);
  for (const stop of walk(lesson, await page.meta('seed')).slice(0, 3)) await doStop(page, touch, stop);
  await saysSo(page, 'unkept', nothingKept);
});

const filled = { only: 'chromium', planted: { dropped: /what waits can be saved to a file/ } };

journey('storage that is full: answers wait in memory and are kept when there is room again', filled, async (page, server) => {
  const room = (size) => page.driver.sendDevToolsCommand('Storage.overrideQuotaForOrigin', { origin: server.origin, ...size });
  await page.open(lesson);
  await page.keptOffline();
  // The browser looks how much room there is at the first answer, and again only when it would be too little.
  await room({ quotaSize: 1 });
  const stops = walk(lesson, await page.meta('seed'));
  for (const stop of stops.slice(0, 2)) await doStop(page, touch, stop);
  await saysSo(page, 'unsaved', full);
  assert.equal(await page.count('.notices button'), 1, 'what waits can be saved to a file');
  assert.deepEqual(await savedFile(page), [0, 1, 1], 'the opening and two answers');

  await room({});
  await doStop(page, touch, stops[2]);
  await page.saved();
  await page.reload();
  await page.running();
  await arrived(page, stops[3]);
});

const crowded = { only: 'chromium', planted: { crowded: /room was made/ } };

journey('storage that is full: cached lessons give way to answers, the longer unused the sooner', crowded, async (page, server) => {
  const packs = () => page.run(async () => (await (await caches.open('snowlight / packs')).keys()).length);
  for (const path of ['en/ma/ma-01/', 'en/ma/ma-02/', 'en/en/en-01/', `${lesson}?seed=7`]) {
    await page.open(path);
    await page.running();
    await page.keptOffline();
  }
  const open = await page.until('the lesson came', () => performance.getEntriesByType('resource').map(({ name }) => name).find((it) => it.endsWith('.pack')));
  // The worker notes a use after it has answered.
  const last = async () => page.run(async () => (await (await caches.open('snowlight / used')).keys()).map(({ url }) => url).pop());
  await page.wait('the lesson that is open was used last', async () => (await last()) === open);
  assert.equal(await packs(), 4);
  const { usage } = await page.run(() => navigator.storage.estimate());
  await page.driver.sendDevToolsCommand('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: usage });
  await doStop(page, touch, walk(lesson, 7)[0]);
  assert.equal(await page.savedState(), 'saved', 'room was made');
  const left = await page.run(async () => (await (await caches.open('snowlight / packs')).keys()).map(({ url }) => url));
  assert.ok(left.length < 4 && left.includes(open), left.join());
});

/** What is offered as a file: the kinds of what happened. */
async function savedFile(page) {
  const folder = await mkdtemp(join(tmpdir(), 'snowlight-saved-'));
  await page.driver.sendDevToolsCommand('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await page.press('Save to a file');
  const file = await page.wait('the file is there', async () => (await readdir(folder)).find((it) => it === 'snowlight-unsaved.bin'));
  let bytes = await readFile(join(folder, file));
  await rm(folder, { recursive: true });
  const kinds = [];
  while (bytes.length) {
    const end = 4 + bytes.readUInt32LE();
    kinds.push(kind(bytes.subarray(4, end)));
    bytes = bytes.subarray(end);
  }
  return kinds;
}

async function saysSo(page, state, words) {
  await page.saved(state);
  await page.says(words);
}

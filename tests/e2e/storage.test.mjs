// Where nothing can be kept: it is said before the first answer, and the lesson goes on.
import { journey } from './harness.mjs';
import { arrived, doStop, touch, walk } from './hands.mjs';

const lesson = 'en/ma/ma-03/';
const nothingKept = 'This browser keeps nothing for this page. You can learn, but nothing is kept when you close it.';
const full = 'Not saved yet: this device is full. While this page is open your answers are safe.';

journey('storage that throws: the lesson goes on to its end and says so', {}, async (page) => {
  await page.browser.before(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The user denied permission to access the database.', 'UnknownError');
    };
  });
  await page.open(lesson);
  await page.running();
  const stops = walk(lesson, await page.meta('seed'));
  await saysSo(page, 'unkept', nothingKept);
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

journey('storage that is full: answers wait in memory and are kept when there is room again', { only: 'chromium' }, async (page, server) => {
  const room = (size) => page.driver.sendDevToolsCommand('Storage.overrideQuotaForOrigin', { origin: server.origin, ...size });
  await page.open(lesson);
  await page.keptOffline();
  // The browser looks how much room there is at the first answer, and again only when it would be too little.
  await room({ quotaSize: 1 });
  const stops = walk(lesson, await page.meta('seed'));
  for (const stop of stops.slice(0, 2)) await doStop(page, touch, stop);
  await saysSo(page, 'unsaved', full);

  await room({});
  await doStop(page, touch, stops[2]);
  await page.saved();
  await page.reload();
  await page.running();
  await arrived(page, stops[3]);
});

async function saysSo(page, state, words) {
  await page.saved(state);
  await page.says(words);
}

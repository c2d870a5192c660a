// What was shown as saved is there afterwards, whatever befalls the browser.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KIND, assert, journey } from './harness.mjs';
import { arrived, doStop, touch, walk } from './hands.mjs';
import { attempts, copied, records } from './records.mjs';

const lesson = 'en/ma/ma-03/?seed=7';
const missing = "Your answers were missing from this browser's storage.";
const killed = [/ack\//];

journey('a browser killed at any moment keeps every answer that was shown as saved', { expects: killed }, async (page, server) => {
  // Firefox takes long to come back from each.
  const kills = KIND === 'chromium' ? 10 : 2;
  let acknowledged = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    await page.open(lesson);
    await page.running();
    await page.run(answerOnAndOn, kill);
    await page.until('an answer is saved', () => window.saved);
    // Any moment will do, and a different one each time.
    const moment = Math.random() * 300;
    await new Promise((resolve) => setTimeout(resolve, moment));
    await page.browser.kill();
    acknowledged = (await server.log()).filter((it) => /^[^:]*\/ack\/\d/.test(it)).length;
    await page.browser.launch();
    await page.open('404.html');
    const kept = await attempts(page);
    assert.ok(kept >= acknowledged, `${kept} of ${acknowledged} after ${kill}, killed at ${moment} ms`);
  }
  assert.deepEqual((await server.log()).filter((it) => it.includes('noticed')), [], 'nothing was missed');
  const writers = new Set((await records(page)).map((it) => it.writer));
  assert.equal(writers.size, 1, 'one writer all the time');
});

journey('a tab that crashes keeps every answer that was shown as saved', { only: 'chromium' }, async (page) => {
  const first = await answered(page, 2);
  await page.driver.switchTo().newWindow('tab');
  const fresh = await page.driver.getWindowHandle();
  await page.driver.switchTo().window(first.tab);
  await page.driver.sendDevToolsCommand('Page.crash', {}).catch(() => {});
  await page.driver.switchTo().window(fresh);
  await page.open(lesson);
  await page.running();
  await arrived(page, first.stops[0]);
  assert.equal(await attempts(page), 2);
});

journey('two tabs that answer at once lose nothing', {}, async (page) => {
  const first = await answered(page, 1);
  await page.driver.switchTo().newWindow('tab');
  const other = await answered(page, 1, 'en/en/en-01/?seed=7');
  for (let round = 0; round < 2; round += 1) {
    for (const { tab, stops } of [first, other]) {
      await page.driver.switchTo().window(tab);
      await onward(page, stops, 1);
    }
  }
  const all = await records(page);
  assert.equal(all.filter((it) => it.kind === 1).length, 6);
  assert.equal(new Set(all.map((it) => it.writer)).size, 2);
  await page.driver.close();
  await page.driver.switchTo().window(first.tab);
  await page.reload();
  await page.running();
  await onward(page, first.stops, 1);
  assert.equal(new Set((await records(page)).map((it) => it.writer)).size, 2, 'a page goes on as one of them');
});

journey('a connection that the browser closes between two answers is made anew', { only: 'chromium' }, async (page, server) => {
  const { stops } = await answered(page, 2);
  await settle(page, 3);
  // Takes the database away from under the page, which has to notice.
  await page.driver.sendDevToolsCommand('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: 'indexeddb' });
  await onward(page, stops, 1);
  await page.saved();
  await page.says(missing);
  assert.equal(await attempts(page), 3, 'what was there is there again');
  await page.reload();
  await page.running();
  await arrived(page, stops[0]);
});

journey('a database that is gone is missed and brought back from the second copy', {}, async (page) => {
  const { stops } = await answered(page, 3);
  await settle(page, 4);
  await page.open('404.html');
  await page.driver.executeAsyncScript((done) => (indexedDB.deleteDatabase('snowlight').onsuccess = () => done()));
  await page.open(lesson);
  await page.running();
  await page.says(missing);
  await page.says('4 records were brought back');
  await arrived(page, stops[0]);
  await page.reload();
  await page.running();
  assert.ok(!(await page.text()).includes(missing), 'said once');
  assert.equal(await attempts(page), 3);
});

journey('damaged files on the disk are missed and brought back from the second copy', { expects: [/IndexedDB|indexedDB/] }, async (page, server) => {
  const { stops } = await answered(page, 3);
  await settle(page, 4);
  await page.browser.restart(() => damage(page.browser.profile, server.origin));
  await page.open(lesson);
  await page.running();
  await page.says(missing);
  await arrived(page, stops[0]);
  await onward(page, stops, 1);
  await page.saved();
  // Chromium begins the database anew; in Firefox it cannot be opened any more, and another one takes its place.
  assert.equal(await attempts(page, KIND === 'firefox' ? 'snowlight spare' : 'snowlight'), 4);
  await page.reload();
  await page.running();
  await arrived(page, stops[0]);
  assert.ok(!(await page.text()).includes(missing), 'said once');
});

journey('a newer build in another tab: the old page says so and never says saved', {}, async (page) => {
  const { stops, tab } = await answered(page, 1);
  await page.driver.switchTo().newWindow('tab');
  await page.open('404.html');
  await page.driver.executeAsyncScript((done) => {
    const request = indexedDB.open('snowlight', 99);
    request.onsuccess = () => done();
  });
  await page.driver.switchTo().window(tab);
  await page.saved('unkept');
  await page.says('A newer Snowlight is open in another tab. Reload this page to go on');
  await onward(page, stops, 1);
  assert.equal(await page.count('[data-saved="unkept"]'), 1);
  assert.equal(await attempts(page), 1);
});

journey('any clock: answers are kept in their order', {}, async (page) => {
  await page.browser.before(() => {
    const times = [0, 4_070_908_800_000, -86_400_000, 1];
    let at = 0;
    Date.now = () => times[at++ % times.length];
  });
  const { stops } = await answered(page, 3);
  await page.reload();
  await page.running();
  await arrived(page, stops[0]);
});

/** Opens a lesson and answers so many items. */
async function answered(page, count, path = lesson) {
  await page.open(path);
  await page.running();
  const stops = walk(path.split('?')[0], 7);
  await onward(page, stops, count);
  return { stops, tab: await page.driver.getWindowHandle() };
}

/** Answers so many items more; `stops` are then those that are still to come. */
async function onward(page, stops, count) {
  for (let answers = 0; answers < count; ) {
    const stop = stops.shift();
    await doStop(page, touch, stop);
    if (stop.right) answers += 1;
  }
}

/** The page is opened again, and once nothing waits all is in the second copy. */
async function settle(page, count) {
  await page.reload();
  await page.running();
  await page.wait('all is copied', async () => (await copied(page)) === count);
}

/** Answers as fast as the page lets it, and tells the server of each answer that the page shows as saved. */
function answerOnAndOn(kill) {
  window.saved = 0;
  const tell = (what) => {
    // It has arrived before anything else happens.
    const request = new XMLHttpRequest();
    request.open('GET', `ack/${what}`, false);
    request.send();
  };
  const step = () => {
    const item = document.querySelector('[data-item]');
    const button = document.querySelector('.action');
    const saved = document.querySelector('[data-saved="saved"]');
    if (document.querySelector('.notices .notice')) tell('noticed');
    if (item && item.dataset.outcome && saved && !item.told) {
      item.told = true;
      tell(`${kill}/${(window.saved += 1)}`);
    }
    if (item && !item.dataset.outcome) {
      item.told = false;
      const wrong = [...item.querySelectorAll('input[type=radio]')].pop();
      if (wrong && !wrong.checked) wrong.click();
    }
    if (button && !button.disabled) button.click();
    setTimeout(step, 5);
  };
  step();
}

/** Writes over the middle of every file that the browser keeps the database of this origin in. */
function damage(profile, origin) {
  const port = new URL(origin).port;
  const folder =
    KIND === 'firefox'
      ? join(profile, 'storage/default', `http+++localhost+${port}`, 'idb')
      : join(profile, 'Default/IndexedDB', `http_localhost_${port}.indexeddb.leveldb`);
  assert.ok(existsSync(folder), folder);
  for (const file of readdirSync(folder, { withFileTypes: true }).filter((it) => it.isFile())) {
    const path = join(folder, file.name);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x5a, Math.floor(bytes.length / 4)));
  }
}

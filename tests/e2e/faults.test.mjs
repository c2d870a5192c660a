// What was shown as saved is there afterwards, whatever befalls the browser.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KIND, assert, journey } from './harness.mjs';
import { at } from './clock.mjs';
import { doStop, stands, touch, walk } from './hands.mjs';
import { add, attempts, erase, records, settle } from './records.mjs';

const lesson = 'en/ma/ma-03/?seed=7';
const missing = "Your answers were missing from this browser's storage.";
const killed = { expects: [/ack\//], planted: { gathered: /^\d+ of \d+ after/ } };

journey('a browser killed at any moment keeps every answer that was shown as saved', killed, async (page, server) => {
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
    assert.ok(kept <= acknowledged + kill, `${kept} for ${acknowledged} after ${kill}: each kill meets one answer on its way`);
  }
  assert.deepEqual((await server.log()).filter((it) => it.includes('noticed')), [], 'nothing was missed');
  const all = await records(page);
  assert.equal(new Set(all.map((it) => it.writer)).size, 1, 'one writer all the time');
  assert.deepEqual(all.map((it) => it.id.split('-')[1]), Object.keys(all), 'each number once, and none left out');
});

const crashed = { only: 'chromium', planted: { told: /told before it was kept/ } };

journey('a tab that crashes while an answer is written has not told of it, and keeps all that it told', crashed, async (page) => {
  const { stops, tab } = await answered(page, 2);
  while (!stops[0].right) await doStop(page, touch, stops.shift());
  await page.driver.switchTo().newWindow('tab');
  await page.open('404.html');
  // As long as this page is there no other one gets to write.
  await page.driver.executeAsyncScript(hold);
  const holder = await page.driver.getWindowHandle();
  await page.driver.switchTo().newWindow('tab');
  const fresh = await page.driver.getWindowHandle();
  await page.driver.switchTo().window(tab);
  await touch.make(page, stops[0].right);
  await page.press('Check');
  const on = await page.until('it is being written', () => {
    const { outcome } = document.querySelector('[data-item]').dataset;
    return (outcome || document.querySelector('[data-saved="saving"]')) && { outcome };
  });
  assert.equal(on.outcome ?? null, null, 'told before it was kept');
  await page.driver.sendDevToolsCommand('Page.crash', {}).catch(() => {});
  await page.driver.switchTo().window(holder);
  await page.driver.close();
  await page.driver.switchTo().window(fresh);
  await page.open(lesson);
  await stands(page, stops[0]);
  assert.equal(await attempts(page), 2);
  await onward(page, stops, 1);
  assert.equal(await page.savedState(), 'saved');
  assert.equal(await attempts(page), 3);
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

const closed = { only: 'chromium', planted: { handle: /a new connection was made/ } };

journey('a connection that the browser closes between two answers is made anew', closed, async (page, server) => {
  const { stops } = await answered(page, 2);
  await settle(page, 3);
  // Takes the database away from under the page, which has to notice.
  await page.driver.sendDevToolsCommand('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: 'indexeddb' });
  await onward(page, stops, 1);
  assert.equal(await page.savedState(), 'saved', 'a new connection was made');
  await page.says(missing);
  assert.equal(await attempts(page), 3, 'what was there is there again');
  await page.reload();
  await stands(page, stops[0]);
});

const gone = { planted: { copy: /stands elsewhere/ } };

journey('a database that is gone is missed and brought back from the second copy', gone, async (page) => {
  const { stops } = await answered(page, 3);
  await settle(page, 4);
  await erase(page);
  await page.open(lesson);
  await stands(page, stops[0]);
  await page.says(missing);
  await page.says('4 records were brought back');
  await page.reload();
  await page.running();
  assert.ok(!(await page.text()).includes(missing), 'said once');
  assert.equal(await attempts(page), 3);
});

const missed = { planted: { tripwire: /^waiting until the page says “Your answers were missing/ } };

journey('a database that is gone with its copy is missed; where all is gone a new learner begins', missed, async (page) => {
  await answered(page, 1);
  await settle(page, 2);
  await erase(page, ['copy']);
  await page.open(lesson);
  await page.running();
  await page.says(missing);
  await page.says('0 records were brought back');
  await onward(page, walk('en/ma/ma-03/', 7), 1);
  assert.equal(await page.savedState(), 'saved');

  await erase(page, ['copy', 'count']);
  await page.open(lesson);
  await page.running();
  await page.keptOffline();
  assert.ok(!(await page.text()).includes(missing), 'there is nothing that could be missed');
  await onward(page, walk('en/ma/ma-03/', 7), 1);
  assert.equal(await page.savedState(), 'saved');
});

const damaged = { expects: [/IndexedDB|indexedDB/], planted: { litter: /stands elsewhere/ } };

journey('damaged files on the disk are missed and brought back from the second copy', damaged, async (page, server) => {
  const { stops } = await answered(page, 3);
  await settle(page, 4);
  await page.browser.restart(() => damage(page.browser.profile, server.origin));
  await page.open(lesson);
  await stands(page, stops[0]);
  await page.says(missing);
  await onward(page, stops, 1);
  assert.equal(await page.savedState(), 'saved');
  // Chromium begins the database anew; in Firefox it cannot be opened any more, and another one takes its place.
  assert.equal(await attempts(page, KIND === 'firefox' ? 'snowlight spare' : 'snowlight'), 4);
  await page.reload();
  await stands(page, stops[0]);
  assert.ok(!(await page.text()).includes(missing), 'said once');
});

const odd = { planted: { odd: /stands elsewhere/, taken: /^every answer is there/ } };

journey('records that nobody can read stay byte for byte, and the learner goes on among them', odd, async (page) => {
  const { stops } = await answered(page, 2);
  await page.open('404.html');
  await add(page, [
    ['damaged', [1, 2, 3]],
    ['text', 'text'],
    ['none', null],
    // The event format after this one; and in this one a kind of which nobody knows yet, with three bytes.
    ['6-0', [2, 6, 0, 0, 0, 0, 8, 0]],
    ['5-0', [1, 5, 0, 0, 0, 0, 9, 3, 7, 7, 7]],
  ]);
  const before = await records(page);
  assert.equal(before.length, 8);
  await page.open(lesson);
  await stands(page, stops[0]);
  await onward(page, stops, 1);

  // A device that was set up from this one's image has given the next number to something else.
  await add(page, [], true);
  await onward(page, stops, 1);
  assert.equal(await page.savedState(), 'saved');
  const after = await records(page);
  const answers = after.filter((it) => it.kind === 1);
  assert.equal(answers.length, 5, 'every answer is there: two, one, theirs, one');
  assert.deepEqual(after.slice(0, 8), before);
  await page.reload();
  await stands(page, stops[0]);
  await page.open('en/me/');
  await page.running();
  await page.says('4 records could not be read. They are kept as they are.');
});

journey('any clock: answers are kept in their order', { planted: { order: /stands elsewhere/ } }, async (page) => {
  await page.browser.before(at(4_070_908_800_000));
  const { stops } = await answered(page, 1);
  for (const moment of [0, -86_400_000, 1]) {
    await page.run(at(moment));
    await onward(page, stops, 1);
  }
  assert.equal(await page.savedState(), 'saved');
  await page.reload();
  await stands(page, stops[0]);
  assert.deepEqual((await records(page)).map((it) => it.id.split('-')[1]), ['0', '1', '2', '3', '4']);
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

/** Runs in a page: the database is written to without an end. */
function hold(done) {
  indexedDB.open('snowlight').onsuccess = ({ target: { result: db } }) => {
    const events = db.transaction('events', 'readwrite').objectStore('events');
    const on = () => (events.count().onsuccess = on);
    events.count().onsuccess = () => done(on());
  };
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
      const field = item.querySelector('input[type=text]');
      if (field && !field.value) {
        field.value = '0';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
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

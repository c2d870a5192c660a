// Several pupils on one device: whose turn it is, what is whose, codes, copies, erasing.
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, journey } from './harness.mjs';
import { later } from './clock.mjs';
import { doStop, touch, walk } from './hands.mjs';
import { attempts } from './records.mjs';
import { Key } from './page.mjs';
import { Server } from './server.mjs';

const LESSON = 'en/ma/ma-01/';
const DAY = 1;

journey('five pupils share a device: two taps to hand over, and each finds their own', { planted: { shared: /has their own answers and no others/ } }, async (page) => {
  // The first one learns before there is any picture, and keeps it all.
  await answer(page, 2);
  await page.open('en/me/who/');
  await page.press('Choose my picture');
  await choose(page, 'cat', 'blue');
  const pupils = [['cat', 'blue', 2]];
  for (const [face, colour, count] of [['dog', 'red', 1], ['cat', 'green', 3], ['bee', 'blue', 0], ['fish', 'grey', 1]]) {
    await page.open('en/me/who/');
    await page.press('Someone new');
    await choose(page, face, colour);
    await answer(page, count);
    pupils.push([face, colour, count]);
  }
  for (const [face, colour, count] of pupils.reverse()) {
    await page.open('en/');
    await page.running();
    await handOver(page, `${face}, ${colour}`);
    assert.equal(await attempts(page, await database(page)), count, `${face}, ${colour} has their own answers and no others`);
  }
  // The same picture in the same colour is one pupil's.
  await page.open('en/me/who/');
  await page.press('Someone new');
  await page.press('cat');
  await page.until('two colours are taken', () => document.querySelectorAll('#engine button:disabled').length === 2);
});

journey('learners are there again when the list of them was lost', {}, async (page) => {
  await page.open('en/me/who/');
  await page.press('Choose my picture');
  await choose(page, 'rabbit', 'red');
  await page.open('en/me/who/');
  await page.press('Someone new');
  await choose(page, 'panda', 'red');
  await answer(page, 2);
  await page.open('en/me/who/');
  await page.press('Someone new');
  await choose(page, 'fish', 'red');
  await page.driver.executeAsyncScript((done) => {
    indexedDB.deleteDatabase('snowlight people').onsuccess = () => done();
  });
  await page.open('en/me/who/');
  await page.says('The list of learners was damaged.');
  await page.says('rabbit, red');
  await pick(page, 'panda, red');
  await page.screen('today');
  assert.equal(await attempts(page, await database(page)), 2);
});

journey('a half-made answer waits for its pupil', {}, async (page) => {
  await page.open('en/me/who/');
  await page.press('Choose my picture');
  await choose(page, 'frog', 'red');
  await page.open(`${LESSON}?seed=5`);
  await page.running();
  const picked = await begin(page);
  await page.open('en/me/who/');
  await page.press('Someone new');
  await choose(page, 'duck', 'red');
  await page.open(`${LESSON}?seed=5`);
  await page.running();
  assert.notDeepEqual(await page.response(), picked, 'another one begins anew');
  await handOver(page, 'frog, red');
  await page.open(`${LESSON}?seed=5`);
  await page.running();
  assert.deepEqual(await page.response(), picked);
});

journey('a code keeps others out when the tab was closed, and a forgotten one costs a day and no answer', {}, async (page) => {
  await answer(page, 2);
  await page.open('en/me/who/');
  await page.press('Choose my picture');
  await choose(page, 'panda', 'green');
  await page.open('en/me/card/');
  await page.press('Make a code');
  await code(page, ['cat', 'dog', 'cat', 'bee']);
  await page.says('Once more');
  await code(page, ['cat', 'dog', 'cat', 'bee']);
  await page.says('Your code is set.');
  // A new tab: it is nobody's turn who has a code.
  await page.browser.tab();
  await page.open(LESSON);
  await page.says('Who is learning?');
  await pick(page, 'panda, green');
  await code(page, ['bee', 'bee', 'bee', 'bee']);
  await page.says('That is not the code.');
  await code(page, ['cat', 'dog', 'cat', 'bee']);
  // And goes on where the tab was opened.
  await page.screen('lesson');
  assert.equal(await attempts(page, await database(page)), 2);

  await page.browser.tab();
  await page.open('en/');
  await page.says('Who is learning?');
  await pick(page, 'panda, green');
  await page.press('I forgot my code');
  await page.press('Ask to open without the code');
  await page.says('in 24 hours');
  await later(page, DAY);
  await page.open('en/me/who/');
  await pick(page, 'panda, green');
  await page.screen('today');
  assert.equal(await attempts(page, await database(page)), 2);
  await page.open('en/me/who/');
  await page.says('panda, green');
  assert.ok(!(await page.text()).includes('with a code'));
});

journey('a copy leaves the browser and comes back where all was wiped', { only: 'chromium' }, async (page) => {
  const folder = await downloads(page);
  await answer(page, 3);
  await page.open('en/me/copies/');
  await page.says('Answers: 3. Lessons: 1.');
  await page.says('No copy yet.');
  await page.press('Save a copy');
  await page.says('Last copy: today.');
  const [copy] = await arrived(page, folder, /\.snowlight$/);
  await page.press('Everything as text (JSON)');
  const [text] = await arrived(page, folder, /\.json$/);
  const { events } = JSON.parse(await readFile(text, 'utf8'));
  assert.equal(events.filter((it) => it.kind === 'item-attempted').length, 3);

  await wipe(page);
  await page.open('en/me/copies/');
  await page.says('Answers: 0. Lessons: 0.');
  await give(page, copy);
  await page.says('Answers: 3. Lessons: 1.');
  await page.says('New here: 4.');
  assert.equal(await attempts(page), 0, 'nothing changes before it is taken in');
  await page.press('Take it in');
  await page.says('4 records are new here.');
  assert.equal(await attempts(page), 3);
  await page.press('Go on learning');
  await page.screen('today');
  await page.says('Go on with');
  // Taken in again it brings nothing.
  await page.open('en/me/copies/');
  await give(page, copy);
  await page.says('Everything in it is here already.');
  await page.press('Back');
  assert.equal(await attempts(page), 3);
});

journey('files that are no copies change nothing and say so', {}, async (page) => {
  await answer(page, 1);
  const folder = await mkdtemp(join(tmpdir(), 'snowlight-files-'));
  const cases = [
    ['photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'This is not a copy that Snowlight saved.'],
    ['empty', Buffer.alloc(0), 'This is not a copy that Snowlight saved.'],
    ['huge', Buffer.alloc(5_000_000), 'This file is larger than any copy.'],
    ['newer.snowlight', Buffer.concat([Buffer.from('SNOL'), Buffer.from([9]), Buffer.alloc(60)]), 'from a newer Snowlight'],
  ];
  for (const [name, bytes, words] of cases) {
    await writeFile(join(folder, name), bytes);
    await page.open('en/me/copies/');
    await page.says('Answers: 1.');
    await give(page, join(folder, name));
    await page.says(words);
    assert.equal(await attempts(page), 1);
  }
});

journey('another pupil’s copy becomes a pupil here, and nothing is mixed', { only: 'chromium' }, async (page) => {
  const folder = await downloads(page);
  await page.open('en/me/who/');
  await page.press('Choose my picture');
  await choose(page, 'rabbit', 'yellow');
  await answer(page, 2);
  await page.open('en/me/copies/');
  await page.press('Save a copy');
  const [copy] = await arrived(page, folder, /\.snowlight$/);
  await wipe(page);
  await answer(page, 1);
  await page.open('en/me/copies/');
  await give(page, copy);
  await page.says('This learner is not on this device yet.');
  await page.press('Add as a new learner');
  await page.says('are new here.');
  assert.equal(await attempts(page), 1);
  await handOver(page, 'rabbit, yellow');
  assert.equal(await attempts(page, await database(page)), 2);
  assert.notEqual(await database(page), 'snowlight');
});

journey('two devices without a network between them have the same in the end', { only: 'chromium' }, async (page, phone) => {
  const school = await Server.start(process.env.SNOWLIGHT_DIST, '/');
  const at = async (device, path) => {
    page.server = device;
    await page.open(path);
    await page.running();
  };
  const copy = async (words) => {
    // In a folder of its own: a file of the same name would take its place.
    const folder = await downloads(page);
    await page.press(words);
    return (await arrived(page, folder, /\.snowlight$/))[0];
  };
  const code = () => page.until('the code is there', () => document.querySelector('.code b')?.textContent);
  try {
    await at(phone, 'en/me/who/');
    await page.press('Choose my picture');
    await choose(page, 'bee', 'green');
    await answer(page, 3);
    await at(phone, 'en/me/copies/');
    const whole = await copy('Save a copy');

    await at(school, 'en/me/copies/');
    await give(page, whole);
    await page.press('Add as a new learner');
    await page.says('are new here.');
    await handOver(page, 'bee, green');
    await page.open(`${LESSON}?seed=9`);
    await page.running();
    for (const stop of walk(LESSON, '9').slice(0, 3)) await doStop(page, touch, stop);
    await page.saved();
    const there = await attempts(page, await database(page));
    assert.ok(there > 3);

    await at(phone, 'en/me/copies/');
    const phoneHas = await code();
    await at(school, 'en/me/copies/');
    await code();
    await (await page.find('input[name=code]')).sendKeys(phoneHas.toLowerCase());
    const delta = await copy('Make the file');
    await page.says('The file holds only what the other device lacks.');
    const schoolHas = await code();
    await at(phone, 'en/me/copies/');
    await give(page, delta);
    await page.says('It is yours.');
    await page.press('Take it in');
    await page.says('Nothing that was here has changed.');
    assert.equal(await attempts(page, await database(page)), there);
    assert.equal(await code(), schoolHas, 'both show the same code');
    await page.open('en/me/copies/');
    await code();
    await (await page.find('input[name=code]')).sendKeys(schoolHas);
    await page.press('Make the file');
    await page.says('The other device has all that is here.');
  } finally {
    page.server = phone;
    school.end();
  }
});

journey('erasing a pupil leaves no byte, and takes a day where others learn', {}, async (page) => {
  await answer(page, 2);
  await page.open('en/me/who/');
  await page.press('Choose my picture');
  await choose(page, 'turtle', 'red');
  await page.until('the second copy was made', async () => (await caches.keys()).some((it) => it.startsWith('snowlight copy ')));
  await page.open('en/me/who/');
  await page.press('Someone new');
  await choose(page, 'horse', 'red');
  await answer(page, 1);
  await page.open('en/me/erase/');
  await page.press('Erase turtle, red');
  await page.says('Answers: 2. Lessons: 1. They will be gone');
  await page.press('Ask to erase it in a day');
  await page.says('It can be done in 24 hours.');
  await later(page, DAY);
  await page.open('en/me/erase/');
  await page.press('Erase turtle, red');
  await page.press('Erase for good');
  await page.says('Erased.');
  assert.deepEqual(await left(page, ''), []);
  assert.equal(await attempts(page, await database(page)), 1, 'the other one keeps all');
  // The last one of a device goes at once, and so does everything.
  await page.press('Erase everything on this device');
  await page.press('Erase for good');
  await page.screen('today');
  const kept = await page.run(async () => {
    const names = (await indexedDB.databases()).map((it) => it.name);
    return { names, settings: Object.keys(localStorage).filter((it) => !/locale|pinyin/.test(it)) };
  });
  assert.deepEqual(kept.names.filter((it) => it !== 'snowlight'), []);
  assert.equal(await attempts(page), 0);
});

journey('a tab whose pupil is not the one who learns here any more asks who it is', {}, async (page) => {
  await page.open('en/me/who/');
  await page.press('Choose my picture');
  await choose(page, 'cat', 'grey');
  const first = await page.driver.getWindowHandle();
  await page.driver.switchTo().newWindow('tab');
  await page.open('en/me/who/');
  await page.press('Someone new');
  await choose(page, 'dog', 'grey');
  await page.driver.switchTo().window(first);
  await page.open(`${LESSON}?seed=5`);
  await page.says('Who is learning?');
  await pick(page, 'cat, grey');
  await page.screen('lesson');
  assert.match(await page.run(() => location.search), /seed=5/);
});

journey('a code is not changed without the old one', {}, async (page) => {
  await page.open('en/me/who/');
  await page.press('Choose my picture');
  await choose(page, 'bee', 'grey');
  await page.open('en/me/card/');
  await page.press('Make a code');
  for (let twice = 0; twice < 2; twice += 1) await code(page, ['cat', 'dog', 'fish', 'bee']);
  await page.says('Your code is set.');
  await page.press('Take the code away');
  await page.says('Tap your code');
  await code(page, ['bee', 'bee', 'bee', 'bee']);
  await page.says('That is not the code.');
  await code(page, ['cat', 'dog', 'fish', 'bee']);
  await page.says('The code is gone.');
});

journey('whose turn it is, by keyboard alone', {}, async (page) => {
  await page.open('en/me/who/');
  await page.says('Who is learning?');
  await press(page, 'Choose my picture');
  await page.says('Choose your picture');
  await press(page, 'snail');
  await press(page, 'purple');
  await page.screen('today');
  await page.open('en/me/who/');
  await page.says('snail, purple');
});

journey('in a browser that keeps nothing the page says so', {}, async (page) => {
  await page.browser.before(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', { value: () => { throw new DOMException('denied', 'SecurityError'); } });
  });
  await page.open('en/me/who/');
  await page.says('This browser keeps nothing for this page, so there are no learners');
  await page.open('en/me/privacy/');
  await page.says('what was answered');
});

/** Tabs to the button of this name and presses Enter. */
async function press(page, name) {
  await page.named('button', name);
  for (let tries = 0; tries < 60; tries += 1) {
    await page.keys(Key.TAB);
    const at = await page.run(() => document.activeElement.textContent.trim());
    if (at === name) return page.keys(Key.ENTER);
  }
  throw new Error(`${name} is not reached by Tab`);
}

async function choose(page, face, colour) {
  await page.press(face);
  await page.says('Choose a colour');
  await page.press(colour);
  await page.until('the turn has begun', (name) => localStorage.getItem('snowlight-learner')?.length > 4 && document.querySelector('.bar .face img'), face);
  await page.screen('today');
}

async function code(page, faces) {
  for (const [nth, face] of faces.entries()) {
    await page.press(face);
    if (nth < 3) await page.says(`${nth + 1} of 4`);
  }
}

/** Two taps from any page: the picture in the bar, then the other one's. */
async function handOver(page, name) {
  await page.tap('.bar .face');
  await page.says('Who is learning?');
  await pick(page, name);
  await page.screen('today');
}

/** Taps the picture of the one of this name. */
function pick(page, name) {
  return page.press(new RegExp(`^${name}`));
}

/** So many answers in the lesson, each kept. A page that the service worker answered with has no seed: then it is told one. */
async function answer(page, count) {
  if (!count) return;
  await page.open(LESSON);
  await page.running();
  let seed = await page.run(() => document.querySelector('meta[name=seed]')?.content);
  if (!seed) {
    seed = '5';
    await page.open(`${LESSON}?seed=${seed}`);
    await page.running();
  }
  let done = 0;
  for (const stop of walk(LESSON, seed)) {
    if (done === count) break;
    await doStop(page, touch, stop);
    if (stop.right) done += 1;
  }
  await page.saved();
}

/** The first move of an answer; what is answered then. */
async function begin(page) {
  await page.tap('[data-item] input, [data-item] button');
  return page.until('something is picked', () => {
    const all = [...document.querySelectorAll('[data-item] input')].map((it) => (/radio|checkbox/.test(it.type) ? it.checked : it.value));
    return all.some(Boolean) && all;
  });
}

/** The database of the one whose turn it is. */
function database(page) {
  return page.run(() => {
    const key = (localStorage.getItem('snowlight-learner') || '').split(' ')[4];
    return key ? `snowlight ${key}` : 'snowlight';
  });
}

async function downloads(page) {
  const folder = await mkdtemp(join(tmpdir(), 'snowlight-copies-'));
  await page.driver.setDownloadPath(folder);
  return folder;
}

/** The files in a folder whose names match, once they are whole. */
function arrived(page, folder, pattern) {
  return page.wait(`${pattern} has arrived`, async () => {
    const found = (await readdir(folder)).filter((it) => pattern.test(it));
    return found.length > 0 && found.map((it) => join(folder, it));
  });
}

async function give(page, path) {
  const input = await page.find('input[type=file]');
  await input.sendKeys(path);
}

/** As when the site's data is cleared. */
async function wipe(page) {
  await page.driver.sendDevToolsCommand('Storage.clearDataForOrigin', { origin: page.server.origin, storageTypes: 'all' });
  await page.open('en/');
  await page.running();
}

/** What is left of a learner, wherever it could be. */
function left(page, key) {
  return page.run(async (key) => {
    const name = key ? `snowlight ${key}` : 'snowlight';
    const databases = (await indexedDB.databases()).map((it) => it.name).filter((it) => it === name || it === `${name} spare`);
    const copies = (await caches.keys()).filter((it) => it.startsWith(`${name} copy `));
    const settings = [`${name}-count`, `snowlight-begun ${key}`, `snowlight-copied ${key}`].filter((it) => localStorage.getItem(it));
    return [...databases, ...copies, ...settings];
  }, key);
}

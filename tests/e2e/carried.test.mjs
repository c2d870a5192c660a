// Work done in another site's page: what its engine gives out, and how it comes into the app.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assert, journey } from './harness.mjs';
import { doStop, touch, walk } from './hands.mjs';
import { attempts } from './records.mjs';

const LESSON = 'en/ma/ma-01/';
const WHOLE = 131_072;

journey('work that an address brings is asked for, and counts once someone says that it is theirs', {}, async (page) => {
  await answer(page, 2);
  const { work, verbs, again } = await given(page);
  assert.deepEqual(verbs, ['initialized', 'answered', 'answered']);
  assert.ok(again, 'what was given out is read again');

  // Somebody else, to whom an address comes.
  await page.open('en/me/who/');
  await page.press('Someone new');
  await page.press('rabbit');
  await page.says('Choose a colour');
  await page.press('red');
  await page.screen('today');
  await page.open(`en/me/copies/#work=${work}`);
  await page.says('Is it your work?');
  assert.equal(await page.run(() => location.hash), '', 'it has left the address');
  const database = await page.run(() => `snowlight ${localStorage.getItem('snowlight-learner').split(' ')[4]}`);
  assert.equal(await attempts(page, database), 0, 'nothing changes before it is taken in');
  await page.press('It is me: put it with mine');
  await page.says('3 records are new here.');
  assert.equal(await attempts(page, database), 2);
  await page.press('Go on learning');
  await page.screen('today');
  await page.says('Go on with');

  // Whose code is asked for first has it waiting.
  await page.open('en/me/card/');
  await page.press('Make a code');
  for (let twice = 0; twice < 2; twice += 1) await code(page);
  await page.says('Your code is set.');
  await page.driver.switchTo().newWindow('tab');
  await page.open(`en/me/copies/#work=${work}`);
  await page.says('Who is learning?');
  await page.press(/^rabbit, red/);
  await code(page);
  await page.says('Everything in it is here already.');
  assert.equal(await page.run(() => location.hash), '');
});

journey('an address that brings nothing whole says so, and nothing leads out of the app', {}, async (page) => {
  await answer(page, 1);
  for (const [text, words] of [
    ['%E0', 'This is not a copy that Snowlight saved.'],
    ['', 'This is not a copy that Snowlight saved.'],
    ['U05PTA', 'This file is damaged'],
    ['A'.repeat(WHOLE + 1), 'This file is larger than any copy.'],
  ]) {
    await page.open('en/');
    await page.open(`en/me/copies/#work=${text}`);
    await page.says(words);
    assert.equal(await page.run(() => location.hash), '');
    assert.equal(await attempts(page), 1);
  }
  await page.open('en/me/who/?then=//example.invalid/');
  await page.press('Someone new');
  await page.press('fish');
  await page.says('Choose a colour');
  await page.press('grey');
  await page.screen('today');
});

/** Answers the first items right. */
async function answer(page, count) {
  await page.open(`${LESSON}?seed=3`);
  await page.running();
  let done = 0;
  for (const stop of walk(LESSON, 3)) {
    if (done === count) break;
    await doStop(page, touch, stop);
    if (stop.right) done += 1;
  }
  await page.saved();
}

/** What the engine makes of all that is kept: the file as text, the verbs of the statements. */
function given(page) {
  const engine = readdirSync(join(process.env.SNOWLIGHT_DIST, 'packs')).find((it) => /^exchange-\w+\.js$/.test(it));
  return page.run(async (engine) => {
    const { file, lacking, records, statements } = await import(`${location.origin}/packs/${engine}`);
    const db = await new Promise((resolve) => {
      indexedDB.open('snowlight').onsuccess = ({ target }) => resolve(target.result);
    });
    const all = await new Promise((resolve) => {
      db.transaction('events').objectStore('events').getAll().onsuccess = ({ target }) => resolve(target.result.map(({ bytes }) => bytes));
    });
    db.close();
    const work = await file(all, 'ma-01');
    const told = await statements(all, `${location.origin}/en/m/ma-01/`, 'en');
    const refused = await records(new Uint8Array(50)).catch((error) => error);
    const whole = String(await records(work)) === String(all) && lacking(work) === 0;
    return {
      work: btoa(String.fromCharCode(...work)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, ''),
      verbs: told.map((it) => JSON.parse(it).verb.id.split('/').pop()),
      again: whole && refused === 'unreadable',
    };
  }, engine);
}

async function code(page) {
  for (const [nth, face] of ['cat', 'dog', 'fish', 'bee'].entries()) {
    await page.press(face);
    if (nth < 3) await page.says(`${nth + 1} of 4`);
  }
}

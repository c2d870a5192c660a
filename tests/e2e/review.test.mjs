// Days of a learner's life: what was learned is due again, and what is right again becomes mastered.
import { assert, journey } from './harness.mjs';
import { later } from './clock.mjs';
import { doStop, foreseen, touch, walk } from './hands.mjs';
import { reach } from './quick.mjs';
import { erase, records, settle } from './records.mjs';

const lesson = 'en/ma/ma-01/';
const SKILLS = ['ma.count20', 'ma.cmp20'];

journey('days go by: reviews come due, a wiped storage is brought back, and a skill becomes mastered', {}, async (page) => {
  await page.open(lesson);
  await page.running();
  for (const stop of walk(lesson, await page.meta('seed'))) await doStop(page, touch, stop);
  await page.screen('lesson-end');
  await page.saved();
  await today(page, 'the next lesson', (text) => !text.includes('To review') && text.includes('Parts of ten'));
  await says(page, 'learned');

  await later(page, 1);
  await today(page, 'two reviews', (text) => text.includes('To review today: 2'));
  await says(page, 'learned · review today');
  await page.press(/review today$/, 'link');
  await page.screen('review');
  await review(page);
  await today(page, 'no review', (text) => !text.includes('To review'));

  await later(page, 2);
  const { length } = await records(page);
  await settle(page, length);
  await erase(page);
  await today(page, 'no review yet', (text) => !text.includes('To review'));
  await page.says(`missing from this browser's storage. ${length} records were brought back`);
  await says(page, 'learned');
  await later(page, 1);
  await today(page, 'two reviews again', (text) => text.includes('To review today: 2'));
  await review(page);
  await says(page, 'mastered');
});

const AHEAD = 26_800;

const clock = { only: 'chromium', planted: { calendar: /reviews are due/ } };

journey('a clock that goes to 2100 and comes back: days are counted on, and reviews come due', clock, async (page) => {
  await page.withoutWorker();
  await reach(page, 'en/ma/ma-01', null, null, { answer: true });
  await page.screen('lesson-end');
  await page.saved();
  await later(page, AHEAD);
  await today(page, 'two reviews', (text) => text.includes('To review today: 2'));
  // Not remembered after what counts as sixty days: both are met again the day after.
  await review(page, 1);
  await later(page, 1 - AHEAD);
  await today(page, 'no review yet', (text) => !text.includes('To review'));
  await page.open('en/ma/ma-02/');
  await page.running();
  for (const stop of walk('en/ma/ma-02/', await page.meta('seed')).slice(0, 3)) await doStop(page, touch, stop);
  assert.equal(await page.savedState(), 'saved');
  await later(page, 1);
  await page.open('en/');
  await page.running();
  assert.match(await page.text(), /To review today: 2/, 'reviews are due');
});

async function today(page, what, is) {
  await page.open('en/');
  await page.running();
  await page.until(`Today has ${what}`, `() => (${is})(document.querySelector('main').textContent)`);
}

async function says(page, words) {
  await page.open('en/me/');
  await page.running();
  await page.says(`Count and compare to 20: ${words}`);
}

/** Every review of today, by touch, from the link on Today; each after so many mistakes. */
async function review(page, mistakes = 0) {
  await page.open('en/');
  await page.running();
  await page.press('Review', 'link');
  await page.screen('review');
  for (const left of [...SKILLS.keys()].reverse()) {
    const [item, seed] = await page.until(`${left} are left after this`, () => {
      const shown = document.querySelector('[data-item]:not([data-outcome])');
      return shown && [shown.dataset.item, shown.dataset.seed];
    });
    const stop = SKILLS.flatMap((skill) => walk(lesson, seed, skill)).find((it) => it.item === item);
    assert.ok(foreseen(stop).length >= mistakes, `${item} has mistakes to make`);
    await doStop(page, touch, stop, foreseen(stop).slice(0, mistakes));
    await page.until('it is behind', (seed) => document.querySelector('[data-item]')?.dataset.seed !== seed, seed);
  }
  await page.says('All reviewed for today');
}

// Days of a learner's life: what was learned is due again, and what is right again becomes mastered.
import { journey } from './harness.mjs';
import { later } from './clock.mjs';
import { doStop, touch, walk } from './hands.mjs';

const lesson = 'en/ma/ma-01/';
const SKILLS = ['ma.count20', 'ma.cmp20'];

journey('days go by: reviews come due, and a skill becomes mastered', {}, async (page) => {
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
  await today(page, 'no review yet', (text) => !text.includes('To review'));
  await later(page, 1);
  await today(page, 'two reviews again', (text) => text.includes('To review today: 2'));
  await review(page);
  await says(page, 'mastered');
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

/** Every review of today, by touch, from the link on Today. */
async function review(page) {
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
    await doStop(page, touch, stop);
    await page.until('it is behind', (seed) => document.querySelector('[data-item]')?.dataset.seed !== seed, seed);
  }
  await page.says('All reviewed for today');
}

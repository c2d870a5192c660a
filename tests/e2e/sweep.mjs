// Every stop of every lesson on the smallest phone, before and after a planned mistake.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { walk } from './hands.mjs';
import { hand, make } from './quick.mjs';

/** Calls `look` with the name of each stop that is on the screen. */
export async function sweep(page, locale, seed, look) {
  for (const lesson of lessons(locale)) {
    await page.open(`${lesson}/?seed=${seed}`);
    await page.running();
    for (const [at, stop] of walk(lesson, seed).entries()) {
      await page.until(`${lesson} is at ${at}`, (item, seed) => {
        const shown = document.querySelector('[data-item]');
        return item ? shown && shown.dataset.item === item && shown.dataset.seed === seed && !shown.dataset.outcome : !shown;
      }, stop.item, stop.seed);
      const name = `${lesson} ${at} ${stop.item ?? stop.card}`;
      await look(name, stop);
      if (stop.mistakes?.length > 0) {
        await make(page, stop.mistakes[0].moves);
        await hand(page);
        await look(`${name}, answered`, stop);
        await press(page, '.actions > .action');
        // Nothing is tried again at the end of a lesson.
        if ((await page.item()).seed !== stop.seed) continue;
      }
      await press(page, stop.item ? '.aside > :last-child' : '.actions > .action');
    }
  }
}

/** Presses, and waits until something else is on the screen. */
async function press(page, css) {
  const before = await page.run((css) => {
    const before = document.querySelector('.stage').innerHTML;
    const button = document.querySelector(css) || document.querySelector('.actions > .action');
    button.click();
    return before;
  }, css);
  await page.until(`${css} leads on`, (before) => document.querySelector('.stage').innerHTML !== before, before);
}

/** The paths of all lessons of a language. */
function lessons(locale) {
  const dist = process.env.SNOWLIGHT_DIST;
  const pages = readdirSync(join(dist, locale), { recursive: true }).filter((it) => it.endsWith('index.html'));
  const hasPack = (path) => readFileSync(join(dist, path, 'index.html'), 'utf8').includes('name="pack"');
  return pages.map((it) => join(locale, it, '..')).filter(hasPack).sort();
}

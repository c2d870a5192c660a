// Every stop of every lesson on the smallest phone, before and after a planned mistake.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { walk } from './hands.mjs';
import { hand, here, make } from './quick.mjs';

/** Calls `look` with the name of each stop that is on the screen. */
export async function sweep(page, locale, seed, look) {
  for (const lesson of lessons(locale)) {
    await page.open(`${lesson}/?seed=${seed}`);
    await page.running();
    const left = new Set();
    for (const [at, stop] of walk(lesson, seed).entries()) {
      // What was left comes again before the last part.
      for (let shown = await item(page); shown !== stop.seed; shown = await item(page)) {
        if (!left.delete(shown)) throw new Error(`${lesson} is not at ${at}`);
        await press(page, '.actions .aside > :last-child');
      }
      const name = `${lesson} ${at} ${stop.item ?? stop.card}`;
      await look(name, stop);
      const wrong = lengthiest(stop);
      if (wrong) {
        await make(page, wrong.moves);
        await hand(page);
        await look(`${name}, answered`, stop);
        await press(page, '.actions > .action');
        // Nothing is tried again at the end of a lesson.
        if ((await item(page)) !== stop.seed) continue;
      }
      if (stop.item) left.add(stop.seed);
      await press(page, stop.item ? '.actions .aside > :last-child' : '.actions > .action');
    }
  }
}

/** The mistake that meets most words. */
function lengthiest({ mistakes = [] }) {
  return [...mistakes].sort((a, b) => b.feedback.length - a.feedback.length)[0];
}

/** The seed of the item on the screen; a card has none. */
async function item(page) {
  return (await page.item()).seed;
}

/** Presses, and waits until something else is on the screen. */
async function press(page, css) {
  const before = await page.run(here);
  await page.run((css) => (document.querySelector(css) || document.querySelector('.actions > .action')).click(), css);
  await page.until(`${css} leads on`, `(before) => (${here})() !== before`, before);
}

/** The paths of all lessons of a language. */
function lessons(locale) {
  const dist = process.env.SNOWLIGHT_DIST;
  const pages = readdirSync(join(dist, locale), { recursive: true }).filter((it) => it.endsWith('index.html'));
  const hasPack = (path) => readFileSync(join(dist, path, 'index.html'), 'utf8').includes('name="pack"');
  return pages.map((it) => join(locale, it, '..')).filter(hasPack).sort();
}

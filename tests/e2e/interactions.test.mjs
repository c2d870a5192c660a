// Every interaction there is, done to full marks by keyboard alone and by touch.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, journey } from './harness.mjs';
import { arrived, doStop, keyboard, touch, walk } from './hands.mjs';

const SEED = 11;
const EVERY = ['check', 'choice', 'grid', 'match', 'multi', 'number', 'numline', 'order', 'read', 'sort', 'text', 'tiles'];

for (const [name, hands] of Object.entries({ keyboard, touch })) {
  journey(`every interaction to full marks: ${name}`, {}, async (page) => {
    const places = nearest();
    assert.deepEqual([...places.keys()].sort(), EVERY);
    for (const lesson of new Set([...places.values()].map((place) => place.lesson))) {
      const wanted = new Set([...places.values()].filter((place) => place.lesson === lesson).map(({ at }) => at));
      await page.open(`${lesson}/?seed=${SEED}`);
      await page.running();
      for (const [at, stop] of walk(lesson, SEED).entries()) {
        if (at > Math.max(...wanted)) break;
        await arrived(page, stop);
        if (wanted.has(at)) await doStop(page, hands, stop);
        else await page.press('item' in stop ? 'Later' : 'Next');
      }
    }
  });
}

/** For each interaction the lesson where it comes first, and its place there. */
function nearest() {
  const found = new Map();
  for (const lesson of lessons()) {
    for (const [at, { interaction }] of walk(lesson, SEED).entries()) {
      if (interaction && at < (found.get(interaction)?.at ?? Infinity)) found.set(interaction, { lesson, at });
    }
  }
  return found;
}

function lessons() {
  const pages = readdirSync(join(process.env.SNOWLIGHT_DIST, 'en'), { recursive: true });
  const paths = pages.filter((it) => it.endsWith('index.html')).map((it) => join('en', it, '..'));
  const hasPack = (path) => readFileSync(join(process.env.SNOWLIGHT_DIST, path, 'index.html'), 'utf8').includes('name="pack"');
  return paths.filter(hasPack).sort();
}

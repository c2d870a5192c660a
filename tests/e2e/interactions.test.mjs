// Every interaction there is, done to full marks by keyboard alone and by touch.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, journey } from './harness.mjs';
import { reach } from './quick.mjs';
import { arrived, doStop, keyboard, touch, walk } from './hands.mjs';

const SEED = 11;
const EVERY = ['check', 'choice', 'grid', 'match', 'multi', 'number', 'numline', 'order', 'read', 'sort', 'text', 'tiles'];
const STAGED = ['chart', 'diary', 'draw', 'geo', 'keys', 'listen', 'mix', 'notate', 'predict', 'routine', 'scenario', 'sim', 'tap', 'trace'];

for (const [name, hands] of Object.entries({ keyboard, touch })) {
  journey(`every interaction to full marks: ${name}`, {}, async (page) => {
    const places = nearest();
    assert.deepEqual([...places.keys()].sort(), [...EVERY, ...STAGED].sort());
    STAGED.forEach((it) => places.delete(it));
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

for (const kind of STAGED) {
  journey(`what is right on a stage is right after a reload, handed in by keyboard: ${kind}`, {}, async (page) => {
    const { lesson, at } = nearest().get(kind);
    const stop = walk(lesson, SEED)[at];
    await reach(page, lesson, SEED, (it) => it.item === stop.item && it.seed === stop.seed);
    await page.until('the stage is there', () => document.querySelector('#stage fieldset > *'));
    // As it is kept beside the log while it is being made.
    await page.run((begun) => localStorage.setItem('snowlight-begun', begun), `${stop.seed}\nn0\nyfffe00${stop.made}`);
    await page.reload();
    await page.running();
    await page.until('it can be handed in', () => document.querySelector('[data-item] #stage') && !document.querySelector('.actions > .action').disabled);
    await keyboard.press(page, /^(Check|Next)$/);
    await page.saved();
    await page.until('it is right', (seed) => document.querySelector('[data-outcome=right]') || document.querySelector('[data-item]')?.dataset.seed !== seed, stop.seed);
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

// A first visit begins with a pack of the lesson's first items; all of it comes once the first one stands, and is kept.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { KIND, assert, journey } from './harness.mjs';
import { arrived, doStop, touch, walk } from './hands.mjs';

const lesson = 'en/en/en-02/';
// Its first part draws so many items.
const BEGINNING = 3;
const gone = 'This lesson is not on this device';
const damaged = "This lesson's file is damaged.";

journey('a first item is answered before the whole lesson is there, and the lesson goes on by itself', {}, async (page, server) => {
  await server.order('hold', named('pack'));
  await page.open(lesson);
  await page.running();
  const stops = walk(lesson, await page.meta('seed'));
  await server.asked(named('pack'), 1);
  const asked = (await server.log()).map((path) => basename(path));
  assert.ok(asked.indexOf(named('pack')) > asked.findIndex((it) => it.endsWith('.wasm')), 'after the program');
  assert.ok(asked.includes(named('beginning')));

  const after = await throughBeginning(page, stops);
  await server.order('release');
  await arrived(page, after);
  await page.saved();
  await doStop(page, touch, after);
});

journey('a lesson whose beginning was opened is whole without a network after a restart', {}, async (page, server) => {
  await server.order('hold', named('pack'));
  await page.open(lesson);
  await page.running();
  const stops = walk(lesson, await page.meta('seed'));
  await doStop(page, touch, stops[0]);
  await server.order('release');
  await page.keptOffline();
  await server.order('down');
  await page.restart();
  await page.open(lesson);
  await page.running();
  for (const stop of stops.slice(1, BEGINNING + 3)) await doStop(page, touch, stop);
  await page.until('its pictures are there', () => document.querySelector('.stage svg'));
});

for (const fault of ['portal', 'cut', 'down']) {
  journey(`a beginning that does not come whole costs nothing but time: ${fault}`, {}, async (page, server) => {
    await server.order(fault, named('beginning'));
    await page.open(lesson);
    await page.running();
    const stops = walk(lesson, await page.meta('seed'));
    for (const stop of stops.slice(0, BEGINNING + 1)) await doStop(page, touch, stop);
  });
}

// Firefox takes half of a body for all of it.
const cut = KIND === 'firefox' ? damaged : gone;

for (const [fault, words] of Object.entries({ portal: damaged, cut, down: gone })) {
  journey(`the rest of a lesson that does not come is said and can be had later: ${fault}`, {}, async (page, server) => {
    // To the page itself: the worker answers for what is false as if there were no network.
    await server.order('hold', 'sw.js');
    await server.order(fault, named('pack'));
    await page.open(lesson);
    await page.running();
    const stops = walk(lesson, await page.meta('seed'));
    const after = await throughBeginning(page, stops, words);
    await server.order('clear');
    await page.press('Load again');
    await arrived(page, after);
    await doStop(page, touch, after);
    await page.saved();
  });
}

/** Answers all that the beginning has; then the page says that the lesson is not there. The stop that comes next. */
async function throughBeginning(page, stops, words = gone) {
  for (const stop of stops.slice(0, BEGINNING)) await doStop(page, touch, stop);
  await page.says(words);
  return stops[BEGINNING];
}

/** The file that the lesson's page names. */
function named(what) {
  const html = readFileSync(join(process.env.SNOWLIGHT_DIST, lesson, 'index.html'), 'utf8');
  return basename(new RegExp(`name="${what}" content="([^"]+)"`).exec(html)[1]);
}

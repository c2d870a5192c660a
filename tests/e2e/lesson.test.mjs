// Whole lessons: by touch with planned mistakes, a reload and a change of language in the middle; by keyboard alone,
// without a network, after a restart.
import { assert, journey } from './harness.mjs';
import { arrived, doStop, keyboard, touch, walk } from './hands.mjs';

const SEED = 7;

journey('a whole lesson by touch, with mistakes that meet their own feedback', {}, async (page) => {
  const stops = walk('en/ma/ma-03', SEED);
  await page.open(`en/ma/ma-03/?seed=${SEED}`);
  await page.running();
  const mistakes = new Set();
  for (const [at, stop] of stops.entries()) {
    const mistake = Boolean(stop.feedback) && !mistakes.has(stop.interaction) && !isExit(stops, at);
    if (mistake) mistakes.add(stop.interaction);
    await doStop(page, touch, stop, { mistake });
    if (at === Math.floor(stops.length / 2)) await reloadAndSwitch(page, stops[at + 1]);
  }
  assert.ok(mistakes.size >= 2, 'mistakes were made in more than one interaction');
  await page.screen('lesson-end');
  await page.until('all is saved', () => document.querySelector('[data-saved="saved"]'));
  assert.match(await page.text(), /You can add past ten/);
});

journey('a whole lesson by keyboard alone, without a network, after a restart', {}, async (page, server) => {
  const stops = walk('en/en/en-01', SEED);
  await page.open(`en/en/en-01/?seed=${SEED}`);
  await page.keptOffline();
  await server.order('down');
  await page.restart();
  await page.open(`en/en/en-01/?seed=${SEED}`);
  await page.running();
  for (const stop of stops) await doStop(page, keyboard, stop);
  await page.screen('lesson-end');
  await page.until('all is saved', () => document.querySelector('[data-saved="saved"]'));
});

/** In the middle of a lesson: the page is reloaded, and the language changed and changed back. */
async function reloadAndSwitch(page, stop) {
  await arrived(page, stop);
  await page.reload();
  await page.running();
  await arrived(page, stop);
  await page.press('中文', 'link');
  await page.until('the page is Chinese', () => document.documentElement.lang === 'zh-Hans');
  await arrived(page, stop);
  await page.press('English', 'link');
  await page.until('the page is English', () => document.documentElement.lang === 'en');
  await arrived(page, stop);
}

/** The last items of a lesson are its check, which tells no mistakes until it is over. */
function isExit(stops, at) {
  const items = stops.map((stop, place) => (stop.right ? place : -1)).filter((place) => place >= 0);
  return items.slice(-3).includes(at);
}

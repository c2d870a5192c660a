// A lesson played in the page itself, as fast as it draws: for pictures, where only the end counts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { walk } from './hands.mjs';

/**
 * Opens a lesson and goes on, answering or leaving, until `wanted` says yes to a stop, which is returned. Without a seed
 * it is a first visit's own, and what is answered counts.
 */
export async function reach(page, path, seed, wanted, { answer = false } = {}) {
  const stops = walk(path, seed ?? own(path));
  const at = wanted ? stops.findIndex(wanted) : stops.length;
  if (at < 0) throw new Error(`${path} has no such stop with seed ${seed}`);
  await page.open(seed === null ? `${path}/` : `${path}/?seed=${seed}`);
  await through(page, stops.slice(0, at), answer);
  return stops[at];
}

/** Goes through these stops of the lesson that is open, in the page or the frame that is looked at. */
export async function through(page, stops, answer) {
  await page.running();
  await whole(page);
  const error = await page.driver.executeAsyncScript(`const done = arguments[arguments.length - 1];
    (${play})(arguments[0], arguments[1]).then(() => done(null), (error) => done(String(error)));`, stops, answer);
  if (error) throw new Error(error);
}

/** Opens a lesson and leaves items, those that come again too, until this one is there: what comes after the exit check. */
export async function leave(page, path, item) {
  await page.open(`${path}/?seed=1`);
  await page.running();
  await whole(page);
  await page.until(`${item} is there`, (item) => {
    const shown = document.querySelector('[data-item]');
    if (shown && shown.dataset.item === item) return true;
    document.querySelector(shown ? '.actions .aside > :last-child' : '.actions > .action').click();
    return false;
  }, item);
}

/** Until all of the lesson is there: as long as only its beginning is, what is put off comes again at once. */
async function whole(page) {
  await page.until('the whole lesson is here', () => {
    const pack = document.querySelector('meta[name=pack]');
    return !pack || performance.getEntriesByName(new URL(pack.content, document.baseURI).href).some((it) => it.responseEnd);
  });
  await page.driver.executeAsyncScript('const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));');
}

/** The seed that a lesson's page was made with. */
function own(path) {
  const html = readFileSync(join(process.env.SNOWLIGHT_DIST, path, 'index.html'), 'utf8');
  return /name="seed" content="(\d+)"/.exec(html)[1];
}

/** Makes the moves of a response in the page. */
export async function make(page, moves) {
  const error = await page.driver.executeAsyncScript(`const done = arguments[arguments.length - 1];
    (${moving})(arguments[0]).then(() => done(null), (error) => done(String(error)));`, moves);
  if (error) throw new Error(error);
}

/** Presses the large action and waits until the item has an outcome. */
export async function hand(page) {
  await page.run(() => document.querySelector('.actions > .action').click());
  await page.until('it is judged', () => document.querySelector('[data-item][data-outcome]'));
}

/** Runs in the page: which stop is on the screen, and how it went. */
export function here() {
  const stage = document.querySelector('.stage');
  return [stage.dataset.seed, stage.dataset.outcome, stage.textContent].join();
}

const moving = `async (moves) => {
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const tap = async (css, at = 0) => { document.querySelectorAll('[data-item] ' + css)[at].click(); await drawn(); };
  const value = async (css, it) => {
    const field = document.querySelector('[data-item] ' + css);
    field.value = it;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await drawn();
  };
  const [kind, what] = Object.entries(moves)[0];
  if (kind === 'pick') await tap('input[value="' + what + '"]');
  if (kind === 'type') await value('input', what);
  if (kind === 'mark') await value('input', what);
  if (kind === 'lay') for (const at of what) await tap('.order .card', at);
  if (kind === 'build') for (const at of what) await tap('.stock button', at);
  if (kind === 'fill') for (const at of what) await tap('input[value="' + at + '"]');
  if (kind === 'join') for (const [at, to] of what.entries()) {
    await tap('.side:first-child .card', at);
    await tap('.side:last-child .card', to);
  }
  if (kind === 'bins') for (const bin of what) {
    await tap('.hand .card');
    await tap('.bin > button:first-child', bin);
  }
}`;

const play = `async (stops, answer) => {
  const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const until = async (met) => {
    for (let frames = 0; !met(); frames += 1) {
      if (frames > 1200) throw new Error('nothing comes of it');
      await drawn();
    }
  };
  const press = (css) => document.querySelector(css).click();
  const shown = () => (document.querySelector('[data-item]') || { dataset: {} }).dataset;
  const here = ${here};
  for (const stop of stops) {
    if (stop.item) await until(() => shown().item === stop.item && shown().seed === stop.seed);
    else await until(() => !shown().item && document.querySelector('.actions > .action'));
    const before = here();
    if (answer && stop.right) {
      await (${moving})(stop.right);
      await until(() => !document.querySelector('.actions > .action').disabled);
      press('.actions > .action');
      await until(() => shown().outcome);
    }
    press(!answer && stop.item ? '.actions .aside > :last-child' : '.actions > .action');
    await until(() => here() !== before);
  }
}`;

// How a learner answers: by touch, or by keyboard alone. Both make the moves that crates/course/examples/walk.rs tells.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { By, Key, assert } from './harness.mjs';

/** The stops of a lesson for a seed, with right and wrong moves. */
export function walk(lesson, seed) {
  const dist = process.env.SNOWLIGHT_DIST;
  const html = readFileSync(join(dist, lesson, 'index.html'), 'utf8');
  const [, pack] = /name="pack" content="[./]*([^"]+)"/.exec(html);
  return JSON.parse(execFileSync(process.env.SNOWLIGHT_WALK, [join(dist, pack), String(seed)], { encoding: 'utf8' }));
}

/** Does one stop: reads a card, or answers an item to full marks, after a planned mistake if there is one to make. */
export async function doStop(page, hands, stop, { mistake = false } = {}) {
  await arrived(page, stop);
  if ('card' in stop) return hands.press(page, /^Next$/);
  if (mistake) {
    await hands.make(page, stop.wrong);
    await hands.press(page, /^Check$/);
    await outcome(page, 'wrong', 'partly');
    assert.ok((await page.text()).includes(stop.feedback), `${stop.item}: ${stop.feedback}`);
    await hands.press(page, /^Try again$/);
    await page.until('the item can be tried again', () => !document.querySelector('[data-item][data-outcome]'));
  }
  if (stop.right) {
    await hands.make(page, stop.right);
    await hands.press(page, /^Check$/);
    await outcome(page, 'right');
  }
  return hands.press(page, /^Next$/);
}

/** This stop is on the screen. */
export function arrived(page, stop) {
  const what = stop.item ? `${stop.item} of seed ${stop.seed}` : `the card ${stop.card}`;
  return page.until(`${what} is there`, (item, seed, card) => {
    const shown = document.querySelector('[data-item]');
    if (item) return shown && shown.dataset.item === item && shown.dataset.seed === seed;
    const heading = document.querySelector('.stage h2');
    return !shown && document.querySelector('.stage') && (!card || (heading && heading.textContent === card));
  }, stop.item, stop.seed, stop.card);
}

export function outcome(page, ...names) {
  return page.until(`the outcome is ${names.join(' or ')}`, (names) => {
    const shown = document.querySelector('[data-item]');
    return shown && names.includes(shown.dataset.outcome);
  }, names);
}

/** Fingers: taps on what is seen. */
export const touch = {
  async press(page, name) {
    await page.press(name);
  },

  async make(page, moves) {
    const [kind, what] = Object.entries(moves)[0];
    const tap = async (css, at = 0) => (await nth(page, css, at)).click();
    switch (kind) {
      case 'pick':
        return tap(`[data-item] label:has(input[value="${what}"])`);
      case 'type':
        return replace(await page.find('[data-item] input[type=text]'), what);
      case 'lay':
        for (const at of what) await tap('[data-item] .order .card', at);
        return undefined;
      case 'build':
        for (const at of what) await tap('[data-item] .stock button', at);
        return undefined;
      case 'join':
        for (const [left, right] of what.entries()) {
          await tap('[data-item] .side:first-child .card', left);
          await tap('[data-item] .side:last-child .card', right);
        }
        return undefined;
      case 'bins':
        for (const bin of what) {
          await tap('[data-item] .hand .card');
          await tap('[data-item] .bin > button:first-child', bin);
        }
        return undefined;
      case 'mark':
        return slide(await page.find('[data-item] input[type=range]'), what);
      case 'fill':
        for (const cell of what) await tap(`[data-item] input[value="${cell}"]`);
        return undefined;
      default:
        throw new Error(`no hand knows ${kind}`);
    }
  },
};

/** Keys alone: Tab to get there, then what the control itself understands. */
export const keyboard = {
  async press(page, name) {
    await tabTo(page, await page.named('button', name));
    await keys(page, Key.ENTER);
  },

  async make(page, moves) {
    const [kind, what] = Object.entries(moves)[0];
    const push = async (css, at = 0) => {
      await tabTo(page, await nth(page, css, at));
      await keys(page, Key.SPACE);
    };
    switch (kind) {
      case 'pick':
        return choose(page, String(what));
      case 'type': {
        const field = await page.find('[data-item] input[type=text]');
        await tabTo(page, field);
        return replace(field, what);
      }
      case 'lay':
        for (const at of what) await push('[data-item] .order .card', at);
        return undefined;
      case 'build':
        for (const at of what) await push('[data-item] .stock button', at);
        return undefined;
      case 'join':
        for (const [left, right] of what.entries()) {
          await push('[data-item] .side:first-child .card', left);
          await push('[data-item] .side:last-child .card', right);
        }
        return undefined;
      case 'bins':
        for (const bin of what) {
          await push('[data-item] .hand .card');
          await push('[data-item] .bin > button:first-child', bin);
        }
        return undefined;
      case 'mark': {
        const slider = await page.find('[data-item] input[type=range]');
        await tabTo(page, slider);
        return slide(slider, what);
      }
      case 'fill':
        for (const cell of what) await push(`[data-item] input[value="${cell}"]`);
        return undefined;
      default:
        throw new Error(`no key knows ${kind}`);
    }
  },
};

async function nth(page, css, at) {
  await page.until(`${css} ${at} is there`, (css, at) => document.querySelectorAll(css).length > at, css, at);
  return (await page.driver.findElements(By.css(css)))[at];
}

/** Arrow keys move within a group of radio buttons; the space bar picks the one that has the focus. */
async function choose(page, value) {
  const group = '[data-item] input[type=radio]';
  await tabTo(page, (await page.driver.findElements(By.css(`${group}:checked`)))[0] ?? (await page.find(group)));
  await keys(page, Key.SPACE);
  for (let tries = 0; tries < 8; tries += 1) {
    const at = await page.run(() => document.querySelector('[data-item] input:checked').value);
    if (at === value) return;
    await keys(page, Key.ARROW_DOWN);
  }
  assert.fail(`arrow keys do not lead to ${value}`);
}

/** From its middle, or from where it was left; a mark in the very middle is made by moving there and back. */
async function slide(slider, tick) {
  const now = Number(await slider.getProperty('value'));
  const steps = tick - now;
  if (steps === 0) return slider.sendKeys(Key.ARROW_RIGHT, Key.ARROW_LEFT);
  return slider.sendKeys(...Array(Math.abs(steps)).fill(steps > 0 ? Key.ARROW_RIGHT : Key.ARROW_LEFT));
}

async function replace(field, text) {
  const { length } = await field.getProperty('value');
  await field.sendKeys(Key.END, ...Array(length).fill(Key.BACK_SPACE), text);
}

/** Tab, or Shift and Tab where the wanted control stands before the last one that was used. */
async function tabTo(page, wanted) {
  const before = await page.run((wanted, last) => {
    const from = document.activeElement === document.body && last ? last : document.activeElement;
    return Boolean(from.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING);
  }, wanted, await alive(page.lastUsed));
  for (let tries = 0; tries < 60; tries += 1) {
    if (await page.run((wanted) => document.activeElement === wanted, wanted)) {
      page.lastUsed = wanted;
      return;
    }
    await keys(page, Key.TAB, before);
  }
  assert.fail(`Tab does not lead to ${await wanted.getAttribute('outerHTML')}`);
}

async function alive(element) {
  const tag = element && (await element.getTagName().catch(() => null));
  return tag ? element : null;
}

async function keys(page, key, shifted = false) {
  const actions = page.driver.actions();
  if (shifted) actions.keyDown(Key.SHIFT);
  actions.sendKeys(key);
  if (shifted) actions.keyUp(Key.SHIFT);
  await actions.perform();
}

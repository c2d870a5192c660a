// How a learner answers: by touch, or by keyboard alone. Both make the moves that crates/course/examples/walk.rs tells.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { By, Key } from './page.mjs';

/** The stops of a lesson for a seed, with right and wrong moves; or the one at which a skill is met again. */
export function walk(lesson, seed, ...skill) {
  const dist = process.env.SNOWLIGHT_DIST;
  const html = readFileSync(join(dist, lesson, 'index.html'), 'utf8');
  const [, pack] = /name="pack" content="[./]*([^"]+)"/.exec(html);
  return JSON.parse(execFileSync(process.env.SNOWLIGHT_WALK, [join(dist, pack), String(seed), ...skill], { encoding: 'utf8' }));
}

/** Mistakes to make at a stop: those that have words of their own. The lesson's check tells none until it is over. */
export function foreseen(stop) {
  return stop.exit ? [] : (stop.mistakes ?? []);
}

/** Does one stop: reads a card, or answers an item to full marks after these mistakes, each of which meets its own words. */
export async function doStop(page, hands, stop, mistakes = []) {
  await arrived(page, stop);
  for (const { moves, feedback } of mistakes) {
    await hands.make(page, moves);
    await hands.press(page, /^Check$/);
    await outcome(page, 'wrong', 'partly');
    await toldAs(page, feedback);
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

/** The feedback says exactly this, after the word for the outcome. */
export async function toldAs(page, feedback) {
  const told = await page.run(() => {
    const said = document.querySelector('.feedback p').cloneNode(true);
    said.querySelectorAll('.sign, strong').forEach((it) => it.remove());
    return said.textContent.trim();
  });
  assert.equal(told, feedback);
}

/** Waits until this stop is on the screen. */
export function arrived(page, stop) {
  return page.until(`${name(stop)} is there`, isHere, stop.item, stop.seed, stop.card);
}

/** This stop is on the screen, now that the program runs. */
export async function stands(page, stop) {
  await page.running();
  assert.ok(await page.run(isHere, stop.item, stop.seed, stop.card), `the learner stands elsewhere than at ${name(stop)}`);
}

function name(stop) {
  return stop.item ? `${stop.item} of seed ${stop.seed}` : `the card ${stop.card}`;
}

function isHere(item, seed, card) {
  const shown = document.querySelector('[data-item]');
  if (item) return shown && shown.dataset.item === item && shown.dataset.seed === seed;
  const heading = document.querySelector('.stage h2');
  return !shown && document.querySelector('.stage') && (!card || (heading && heading.textContent === card));
}

export function outcome(page, ...names) {
  return page.until(`the outcome is ${names.join(' or ')}`, (names) => {
    const shown = document.querySelector('[data-item]');
    return shown && names.includes(shown.dataset.outcome);
  }, names);
}

/** Fingers: taps on what is seen. */
export const touch = {
  press: (page, name) => page.press(name),
  pick: (page, value) => page.tap(`[data-item] label:has(input[value="${value}"])`),
  push: (page, css, at) => page.tap(css, at),
  reach: async () => {},
  make,
};

/** Keys alone: Tab to get there, then what the control itself understands. */
export const keyboard = {
  async press(page, name) {
    const button = await page.wait(`the button ${name} can be pressed`, async () => {
      const it = await page.look('button', name);
      return it && (await it.isEnabled()) ? it : null;
    });
    await tabTo(page, button);
    await page.keys(Key.ENTER);
  },
  pick: choose,
  async push(page, css, at) {
    await tabTo(page, await page.find(css, at));
    await page.keys(Key.SPACE);
    // The control may be gone or out of use now: a reader's place is not.
    await page.until('the focus is in the item', () => document.activeElement.closest('[data-item], .actions'));
  },
  reach: tabTo,
  make,
};

async function make(page, moves) {
  const [kind, what] = Object.entries(moves)[0];
  switch (kind) {
    case 'pick':
      return this.pick(page, String(what));
    case 'type': {
      const field = await page.find('[data-item] input[type=text]');
      await this.reach(page, field);
      return replace(field, what);
    }
    case 'lay':
      for (const at of what) await this.push(page, '[data-item] .order .card', at);
      return undefined;
    case 'build':
      for (const at of what) await this.push(page, '[data-item] .stock button', at);
      return undefined;
    case 'join':
      for (const [left, right] of what.entries()) {
        await this.push(page, '[data-item] .side:first-child .card', left);
        await this.push(page, '[data-item] .side:last-child .card', right);
      }
      return undefined;
    case 'bins':
      for (const bin of what) {
        await this.push(page, '[data-item] .hand .card');
        await this.push(page, '[data-item] .bin > button:first-child', bin);
      }
      return undefined;
    case 'mark': {
      const slider = await page.find('[data-item] input[type=range]');
      await this.reach(page, slider);
      return slide(slider, what);
    }
    case 'fill':
      for (const cell of what) await this.push(page, `[data-item] input[value="${cell}"]`);
      return undefined;
    default:
      throw new Error(`no hand knows ${kind}`);
  }
}

/** Arrow keys move within a group of radio buttons; the space bar picks the one that has the focus. */
async function choose(page, value) {
  const group = '[data-item] input[type=radio]';
  await tabTo(page, (await page.driver.findElements(By.css(`${group}:checked`)))[0] ?? (await page.find(group)));
  await page.keys(Key.SPACE);
  for (let tries = 0; tries < 8; tries += 1) {
    const at = await page.run(() => document.querySelector('[data-item] input:checked').value);
    if (at === value) return;
    await page.keys(Key.ARROW_DOWN);
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
    await (before ? page.chord(Key.SHIFT, Key.TAB) : page.keys(Key.TAB));
  }
  assert.fail(`Tab does not lead to ${await wanted.getAttribute('outerHTML')}`);
}

async function alive(element) {
  const tag = element && (await element.getTagName().catch(() => null));
  return tag ? element : null;
}

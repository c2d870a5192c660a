// A page read as a learner does. Nothing here sleeps: everything waits for something to become true.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import selenium from 'selenium-webdriver';
import commands from 'selenium-webdriver/lib/command.js';
import { Browser } from './browser.mjs';

const { By, Key } = selenium;
const { Command, Name } = commands;
// Where a mistake was planted what is waited for may never come.
const PATIENCE = process.env.SNOWLIGHT_PLANTED ? 10_000 : 45_000;
const OFTEN = 20;

export class Page {
  /** A page in a browser of its own. */
  static async start(server, settings) {
    return Page.in(await Browser.start(settings), server);
  }

  static in(browser, server) {
    return Object.assign(new Page(), { browser, server });
  }

  get driver() {
    return this.browser.driver;
  }

  /** Ends the browser and starts it again with all that it kept. */
  restart() {
    return this.browser.restart();
  }

  end() {
    return this.browser.end();
  }

  open(path) {
    return this.driver.get(this.server.url + path);
  }

  /** As a learner reloads: geckodriver's own refresh goes past the service worker. */
  async reload() {
    await this.run(() => {
      document.documentElement.setAttribute('data-old', '');
      location.reload();
    });
    await this.until('the page is loaded anew', () => !document.documentElement.hasAttribute('data-old'));
  }

  /** From now on there are no workers, as on plain http: each page comes from the server. */
  withoutWorker() {
    return this.browser.before(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
  }

  /** Runs a function in the page. */
  run(script, ...args) {
    return this.driver.executeScript(`return (${script})(...arguments)`, ...args);
  }

  /** Waits until a function in the page returns something true, and returns it. A page that is being read is none yet. */
  until(what, script, ...args) {
    return this.wait(what, () =>
      this.driver.executeScript(`return document.readyState === 'loading' ? null : (${script})(...arguments)`, ...args),
    );
  }

  /** Asks again until the answer is something true. Errors of a moment are waited out, and told if they last. */
  wait(what, ask) {
    let last = '';
    const met = () =>
      ask().catch((error) => {
        if (!passing(error)) throw error;
        last = `: ${error.message}`;
        return null;
      });
    return this.driver.wait(met, PATIENCE, () => `waiting until ${what}${last}`, OFTEN);
  }

  /** The element that `css` selects, or the one at that place among them, once it is there. */
  find(css, at = 0) {
    return this.wait(`${css} ${at} is there`, async () => (await this.driver.findElements(By.css(css)))[at]);
  }

  count(css) {
    return this.run((css) => document.querySelectorAll(css).length, css);
  }

  text() {
    return this.run(() => document.body.innerText);
  }

  /** The element with this role whose accessible name is `name`, or matches it. */
  named(role, name) {
    return this.wait(`the ${role} ${name} is there`, () => this.look(role, name));
  }

  /** Asking the browser for a name is slow: first those whose text is it, which nearly always have one. */
  async look(role, name) {
    const candidates = { button: 'button', link: 'a[href]' }[role];
    const matches = (it) => (name instanceof RegExp ? name.test(it) : it === name);
    const all = await this.run((css) => [...document.querySelectorAll(css)].map((it) => [it, it.textContent.trim()]), candidates);
    const likely = all.filter(([, text]) => matches(text));
    for (const [element] of [...likely, ...all.filter((it) => !likely.includes(it))]) {
      if (matches(await element.getAccessibleName())) return element;
    }
    return null;
  }

  /** Taps the control of this name as soon as it can be used. */
  press(name, role = 'button') {
    return this.wait(`the ${role} ${name} can be pressed`, async () => {
      const it = await this.look(role, name);
      return it && (await it.isEnabled()) && this.touch(it);
    });
  }

  tap(css, at = 0) {
    return this.wait(`${css} ${at} can be tapped`, async () => {
      const it = (await this.driver.findElements(By.css(css)))[at];
      return it && this.touch(it);
    });
  }

  /** A finger comes down and goes up on what is seen of an element, once it stands still; not if something else lies over it. */
  async touch(element) {
    const place = await this.run((element) => new Promise((done) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const middle = () => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
      };
      const before = middle();
      requestAnimationFrame(() => requestAnimationFrame(() => {
        const { x, y } = middle();
        const met = document.elementFromPoint(x, y);
        const seen = met && (element.contains(met) || met.contains(element));
        done(seen && x === before.x && y === before.y ? { x, y } : null);
      }));
    }), element);
    if (!place) return false;
    const moves = [{ type: 'pointerMove', duration: 0, ...place }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions: moves };
    await this.driver.execute(new Command(Name.ACTIONS).setParameter('actions', [finger]));
    return true;
  }

  /** A key is pressed, on what has the focus. */
  keys(key) {
    return this.strike([{ type: 'keyDown', value: key }, { type: 'keyUp', value: key }]);
  }

  /** A key is pressed while another one is down. */
  chord(held, key) {
    const moves = [['keyDown', held], ['keyDown', key], ['keyUp', key], ['keyUp', held]];
    return this.strike(moves.map(([type, value]) => ({ type, value })));
  }

  strike(actions) {
    return this.driver.execute(new Command(Name.ACTIONS).setParameter('actions', [{ type: 'key', id: 'keys', actions }]));
  }

  /** The program is there and has taken the page over: prerendered content begins with a comment. */
  running() {
    return this.until('the program runs', () => {
      const app = document.getElementById('app');
      return app && app.firstChild && app.firstChild.nodeType === Node.ELEMENT_NODE;
    });
  }

  /** All that this page needs is kept for the time without a network. */
  keptOffline() {
    return this.until('the page is kept offline', () => document.documentElement.dataset.offline === 'ready');
  }

  screen(name) {
    return this.until(`the screen is ${name}`, (name) => document.querySelector(`[data-screen="${name}"]`) !== null, name);
  }

  saved(state = 'saved') {
    return this.until(`answers are ${state}`, (state) => document.querySelector(`[data-saved="${state}"]`) !== null, state);
  }

  /** What the page says now of whether answers are kept. */
  savedState() {
    return this.run(() => document.querySelector('[data-saved]').dataset.saved);
  }

  /** Waits until the page says this somewhere. */
  says(words) {
    return this.until(`the page says “${words}”`, (words) => document.body.innerText.includes(words), words);
  }

  /** What the item on the screen says of itself. */
  item() {
    return this.run(() => ({ ...document.querySelector('[data-item]')?.dataset }));
  }

  /** What is answered so far on the screen. */
  response() {
    return this.run(() =>
      [...document.querySelectorAll('[data-item] input')].map((it) => (/radio|checkbox/.test(it.type) ? it.checked : it.value)),
    );
  }

  /** The content of a <meta> in the page's head. */
  meta(name) {
    return this.run((name) => document.querySelector(`meta[name=${name}]`).content, name);
  }

  /** axe-core finds nothing to complain about. */
  async isAccessible(what) {
    // Given by the driver, not by the page: the page's policy does not allow it to load anything foreign.
    await this.driver.executeScript(await axeSource());
    const found = await this.driver.executeAsyncScript(`
      const done = arguments[arguments.length - 1];
      axe.run(document, { resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations.map(({ id, nodes }) => id + ': ' + nodes.map((it) => it.html).join(' | '))),
        (error) => done([String(error)]),
      );`);
    assert.deepEqual(found, [], `axe on ${what}`);
  }

  /** No page complained, nothing was asked for that is not there, and nothing was asked of another host. */
  async isClean(expected = []) {
    const foreign = await this.run(
      (ours) => performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !ours.some((origin) => it.startsWith(origin))),
      this.origins || [this.server.origin],
    );
    assert.deepEqual(foreign, [], 'requests to other hosts');
    const told = (await this.server.log()).filter((it) => /^(policy violation|not there):/.test(it));
    const complaints = [...(await this.browser.complaints()), ...told];
    assert.deepEqual(complaints.filter((it) => !expected.some((pattern) => pattern.test(it))), [], 'complaints of pages');
  }
}

/** Errors of a moment: the page is being replaced. Anything else is not waited out. */
function passing({ name, message }) {
  return /stale|no such|navigat|detached|loading|context|unload|aborted/i.test(`${name} ${message}`);
}

let axe = null;
async function axeSource() {
  axe ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return axe;
}

export { By, Key };

// What every journey needs: a server that can lie, a browser that can be restarted, and a page read as a learner does.
// Nothing here sleeps: everything waits for something to become true.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import selenium from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';

const { Builder, By, Key } = selenium;
const BROWSER = process.env.SNOWLIGHT_BROWSER ?? 'chromium';
const PATIENCE = 20_000;

export { By, Key, assert };

/** One learner's journey: a fresh server and a fresh browser; afterwards nothing may have been refused by policy. */
export function journey(name, { base = '/', dark = false, dist = process.env.SNOWLIGHT_DIST } = {}, story) {
  test(name, { timeout: 240_000 }, async () => {
    const server = await Server.start(dist, base);
    const page = await Page.start(server, dark);
    try {
      await story(page, server);
      await page.isClean();
    } catch (error) {
      console.error(`# the page when it failed:\n${await page.text().catch(() => 'gone')}`);
      throw error;
    } finally {
      await page.end();
      server.end();
    }
  });
}

/** Our static server with faults: see crates/xtask/src/server/faults.rs. */
export class Server {
  static async start(dist, base) {
    const child = spawn(process.env.SNOWLIGHT_XTASK, ['host', dist, '--base', base, '--faults'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = await new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', (line) => resolve([line]));
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    return Object.assign(new Server(), { child, url, origin: new URL(url).origin });
  }

  /** hold, release, cut, flip, portal, down, clear, folder. */
  async order(order, part = '') {
    const response = await fetch(`${this.origin.replace('localhost', '127.0.0.1')}/-/${order}?${encodeURIComponent(part)}`);
    assert.equal(response.status, 200, order);
    return response.text();
  }

  /** Paths asked for so far. */
  async log() {
    return (await this.order('log')).split('\n').filter(Boolean);
  }

  /** Waits until something was asked for so often. */
  async asked(part, times) {
    const deadline = Date.now() + PATIENCE;
    while ((await this.log()).filter((path) => path.includes(part)).length < times) {
      assert.ok(Date.now() < deadline, `${part} was not asked for ${times} times`);
    }
  }

  end() {
    this.child.kill();
  }
}

/** A browser with one page. */
export class Page {
  static async start(server, dark = false) {
    const profile = await mkdtemp(join(tmpdir(), 'snowlight-'));
    const page = Object.assign(new Page(), { server, profile, dark });
    await page.launch();
    return page;
  }

  async launch() {
    this.driver = await (BROWSER === 'firefox' ? startFirefox : startChromium)(this);
    await this.driver.manage().setTimeouts({ pageLoad: 60_000, script: 30_000 });
    await this.driver.manage().window().setRect({ width: 412, height: 915 });
  }

  /** Ends the browser and starts it again with all that it kept. */
  async restart() {
    await this.driver.quit();
    await this.launch();
  }

  async end() {
    await this.driver.quit().catch(() => {});
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
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

  /** Runs a function in the page. */
  run(script, ...args) {
    return this.driver.executeScript(`return (${script})(...arguments)`, ...args);
  }

  /** Waits until a function in the page returns something true, and returns it. */
  async until(what, script, ...args) {
    const met = () => this.run(script, ...args).catch(passing);
    return this.driver.wait(met, PATIENCE, `waiting until ${what}`);
  }

  /** The one element that `css` selects, once it is there. */
  async find(css) {
    return this.driver.wait(async () => (await this.driver.findElements(By.css(css)))[0], PATIENCE, `waiting for ${css}`);
  }

  count(css) {
    return this.run((css) => document.querySelectorAll(css).length, css);
  }

  text() {
    return this.run(() => document.body.innerText);
  }

  /** The element with this role whose accessible name is `name`, or matches it. */
  async named(role, name) {
    const candidates = { button: 'button', link: 'a[href]', radio: 'input[type=radio]', checkbox: 'input[type=checkbox]', textbox: 'input[type=text]', heading: 'h1,h2,h3' }[role];
    const matches = (it) => (name instanceof RegExp ? name.test(it) : it === name);
    const look = async () => {
      for (const element of await this.driver.findElements(By.css(candidates))) {
        if (matches(await element.getAccessibleName().catch(() => ''))) return element;
      }
      return null;
    };
    return this.driver.wait(look, PATIENCE, `waiting for the ${role} ${name}`);
  }

  async press(name, role = 'button') {
    await (await this.named(role, name)).click();
  }

  /** The program is there and has taken the page over: prerendered content begins with a comment. */
  running() {
    return this.until('the program runs', () => {
      const first = document.getElementById('app').firstChild;
      return first !== null && first.nodeType === Node.ELEMENT_NODE;
    });
  }

  /** All that this page needs is kept for the time without a network. */
  keptOffline() {
    return this.until('the page is kept offline', () => document.documentElement.dataset.offline === 'ready');
  }

  screen(name) {
    return this.until(`the screen is ${name}`, (name) => document.querySelector(`[data-screen="${name}"]`) !== null, name);
  }

  /** What the item on the screen says of itself. */
  item() {
    return this.run(() => ({ ...document.querySelector('[data-item]')?.dataset }));
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

  /** Nothing was refused by the policy, and nothing was asked of another host. */
  async isClean() {
    const foreign = await this.run(
      (origin) => performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !it.startsWith(origin)),
      this.server.origin,
    ).catch(() => []);
    assert.deepEqual(foreign, [], 'requests to other hosts');
    const refused = (await this.server.log()).filter((path) => path.startsWith('policy violation'));
    assert.deepEqual(refused, []);
  }
}

/** Errors of a moment: the page is being replaced. Anything else is not waited out. */
function passing(error) {
  if (/stale|no such|navigat|detached|loading|context|unload|aborted/i.test(`${error.name} ${error.message}`)) return null;
  throw error;
}

let axe = null;
async function axeSource() {
  axe ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return axe;
}

async function startChromium({ profile, dark }) {
  const options = new chrome.Options();
  options.setChromeBinaryPath('/usr/bin/chromium');
  options.addArguments(
    '--headless=new',
    // Our own pages in a container, often as root.
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--no-first-run',
    '--lang=en',
    `--user-data-dir=${profile}`,
  );
  const service = new chrome.ServiceBuilder('/usr/bin/chromedriver');
  const driver = await new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(service).build();
  // Nothing moves: what is on the way has neither its place nor its colour yet.
  const features = [
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ];
  await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features });
  return driver;
}

function startFirefox({ profile, dark }) {
  const options = new firefox.Options();
  options.addArguments('-headless', '-profile', profile);
  options.setPreference('intl.accept_languages', 'en');
  options.setPreference('ui.prefersReducedMotion', 1);
  options.setPreference('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
  const service = new firefox.ServiceBuilder('geckodriver');
  return new Builder().forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service).build();
}

// A browser that runs, can be started anew with all that it kept, and tells what its pages complain of.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import selenium from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';

const { Builder } = selenium;
const PHONE = { width: 412, height: 915 };

export const KIND = process.env.SNOWLIGHT_BROWSER ?? 'chromium';

export class Browser {
  /** Not watched where times are measured. Blocked: sites keep nothing in other sites' pages. */
  static async start({ dark = false, watched = true, blocked = false } = {}) {
    const profile = await mkdtemp(join(tmpdir(), 'snowlight-'));
    const browser = Object.assign(new Browser(), { profile, dark, watched, blocked, heard: [], added: [], mistake: null });
    await browser.launch();
    return browser;
  }

  async launch() {
    this.driver = await (KIND === 'firefox' ? startFirefox : startChromium)(this);
    await this.driver.manage().setTimeouts({ pageLoad: 60_000, script: 30_000 });
    if (this.watched) await this.listen();
    if (this.mistake) await this.plant(this.mistake);
    await this.dress();
  }

  /** What the open tab looks like. Nothing moves: what is on the way has neither its place nor its colour yet. */
  async dress() {
    await this.driver.manage().window().setRect(PHONE);
    if (KIND === 'firefox') return;
    const features = [
      { name: 'prefers-color-scheme', value: this.dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ];
    await this.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features });
  }

  /** A tab of its own for another journey; the others are closed. */
  async tab() {
    const old = await this.driver.getAllWindowHandles();
    await this.driver.switchTo().newWindow('tab');
    const fresh = await this.driver.getWindowHandle();
    for (const handle of old) {
      await this.driver.switchTo().window(handle);
      await this.driver.close();
    }
    await this.driver.switchTo().window(fresh);
    await this.dress();
    for (const script of this.added) await this.ask('script.removePreloadScript', { script });
    this.added = [];
    this.heard = [];
    this.mistake = null;
  }

  /** From now on the app makes this mistake, if it was built with it, in whatever life of the browser. */
  plant(mistake) {
    this.mistake = mistake;
    return this.before(`() => { self.PLANTED = '${mistake}'; }`);
  }

  /** Ends it and starts it again with all that it kept; `between` is done while it does not run. */
  async restart(between = () => {}) {
    await this.complaints();
    await this.driver.quit();
    this.added = [];
    between();
    await this.launch();
  }

  /** The browser is gone from one moment to the next, with no time to put anything away. */
  async kill() {
    const lines = execFileSync('ps', ['-axwwo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
    const ours = lines.filter((line) => line.includes(this.profile));
    for (const line of ours) end(Number.parseInt(line, 10));
    await this.driver.quit().catch(() => {});
    this.added = [];
  }

  async end() {
    await this.driver.quit().catch(() => {});
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Hears errors that nobody caught, errors on the console, and what the policy forbids, in every page from its start. */
  async listen() {
    this.bidi = await this.driver.getBidi();
    this.bidi.socket.on('message', (message) => {
      const { method, params } = JSON.parse(message);
      if (method === 'log.entryAdded' && params.level === 'error' && !gone(params.text)) this.heard.push(`${params.type} error: ${params.text}`);
      if (method === 'script.message' && params.channel === 'policy') this.heard.push(`policy violation: ${params.data.value}`);
    });
    await this.ask('session.subscribe', { events: ['log.entryAdded', 'script.message'] });
    const tellViolations = (tell) => {
      addEventListener('securitypolicyviolation', (it) => tell(`${it.effectiveDirective} ${it.blockedURI} ${it.sourceFile}:${it.lineNumber}`));
    };
    const channel = { type: 'channel', value: { channel: 'policy' } };
    await this.ask('script.addPreloadScript', { functionDeclaration: String(tellViolations), arguments: [channel] });
  }

  /** Runs a function in every page before the page's own scripts, until this journey or the browser's life ends. */
  async before(script) {
    const { result } = await this.ask('script.addPreloadScript', { functionDeclaration: String(script) });
    this.added.push(result.script);
  }

  /** From now on files that are saved come into this folder. */
  downloads(folder) {
    const behavior = { downloadBehavior: { type: 'allowed', destinationFolder: folder } };
    return KIND === 'firefox' ? this.ask('browser.setDownloadBehavior', behavior) : this.driver.setDownloadPath(folder);
  }

  async ask(method, params) {
    const answer = await this.bidi.send({ method, params });
    if (answer.type !== 'success') throw new Error(`${method}: ${answer.error} ${answer.message}`);
    return answer;
  }

  /** All that was heard since this journey began. What was said before this is asked comes before the answer. */
  async complaints() {
    if (this.watched) await this.ask('browsingContext.getTree', {});
    return this.heard;
  }
}

function end(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with another one.
  }
}

async function startChromium({ profile, watched, blocked }) {
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
  if (blocked) options.setUserPreferences({ profile: { content_settings: { exceptions: { cookies: { '[*.]app.localhost,[*.]school.localhost': { setting: 2 } } } } } });
  if (watched) options.enableBidi();
  const service = new chrome.ServiceBuilder('/usr/bin/chromedriver');
  return new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(service).build();
}

function startFirefox({ profile, dark, watched, blocked }) {
  const options = new firefox.Options();
  options.addArguments('-headless', '-profile', profile);
  options.setPreference('intl.accept_languages', 'en');
  options.setPreference('ui.prefersReducedMotion', 1);
  options.setPreference('layout.css.prefers-color-scheme.content-override', dark ? 0 : 1);
  options.setPreference('dom.w3c_touch_events.enabled', 1);
  if (blocked) options.setPreference('network.cookie.cookieBehavior', 1);
  if (watched) options.enableBidi();
  // Any port that is free, not one for all: two of these may run at once.
  const service = new firefox.ServiceBuilder('geckodriver').addArguments('--websocket-port', '0');
  return new Builder().forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service).build();
}

/** Firefox on a request that a worker had in hand when its page went: it has no address any more, and nobody waits. */
function gone(text) {
  return text.startsWith('Failed to load ‘’. A ServiceWorker intercepted the request');
}

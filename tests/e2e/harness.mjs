// What every journey needs: a server that can lie, a tab in a browser that runs, and the certainty that no page complained.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Browser, KIND } from './browser.mjs';
import { Page } from './page.mjs';
import { Server } from './server.mjs';

export { KIND, assert };

/**
 * A browser that runs: starting one takes seconds. Each journey has a server of its own and so, with its port, an origin of
 * its own: it meets nothing of another one. Servers stay as long as the tests, so that no port comes twice.
 */
let running = null;
const servers = [];

after(async () => {
  await running?.end();
  servers.forEach((server) => server.end());
});

/**
 * One learner's journey. Afterwards no page may have complained, but for what is expected: an error that nobody caught or
 * on the console, something that the policy forbade or that is not there. `only` names the kind of browser that can.
 * `planted` has mistakes that the journey has to notice, and what it then says: it is made with each of them where the build
 * has them (`cargo xtask e2e --planted`).
 */
export function journey(name, settings, story) {
  const { expects = [], only = KIND, planted = {} } = settings;
  if (only !== KIND) return;
  if (process.env.SNOWLIGHT_PLANTED) {
    for (const [mistake, says] of Object.entries(planted)) {
      test(`${mistake} is noticed: ${name}`, { timeout: 240_000 }, () => noticed(mistake, says, settings, story));
    }
    return;
  }
  test(name, { timeout: 240_000 }, async () => {
    const page = await begin(settings);
    try {
      await story(page, page.server);
      await page.isClean(expects);
    } catch (error) {
      console.error(`# the page when it failed:\n${await page.text().catch(() => 'gone')}`);
      console.error(`# what it complained of:\n${page.browser.heard.join('\n')}`);
      await forsake(page);
      throw error;
    }
  });
}

/** The journey fails, and by what it has to say of this mistake. */
async function noticed(mistake, says, settings, story) {
  const page = await begin(settings);
  await page.browser.plant(mistake);
  const said = await story(page, page.server).then(() => null, (error) => error);
  if (said === null) assert.fail('nobody noticed');
  if (says.test(said.message)) return;
  await forsake(page);
  throw said;
}

async function begin({ base = '/', dark = false, blocked = false, dist = process.env.SNOWLIGHT_DIST }) {
  const server = await Server.start(dist, base);
  servers.push(server);
  return Page.in(await ready({ dark, blocked }), server);
}

/** Nobody knows what became of it: the next journey has a fresh one. */
async function forsake(page) {
  running = null;
  await page.end();
}

async function ready({ dark, blocked }) {
  if (running && running.dark === dark && running.blocked === blocked) {
    await running.tab();
  } else {
    await running?.end();
    running = await Browser.start({ dark, blocked });
  }
  return running;
}

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
 */
export function journey(name, settings, story) {
  const { base = '/', dark = false, dist = process.env.SNOWLIGHT_DIST, expects = [], only = KIND } = settings;
  if (only !== KIND) return;
  test(name, { timeout: 240_000 }, async () => {
    const server = await Server.start(dist, base);
    servers.push(server);
    const page = Page.in(await ready(dark), server);
    try {
      await story(page, server);
      await page.isClean(expects);
    } catch (error) {
      console.error(`# the page when it failed:\n${await page.text().catch(() => 'gone')}`);
      console.error(`# what it complained of:\n${page.browser.heard.join('\n')}`);
      // Nobody knows what became of it: the next journey has a fresh one.
      running = null;
      await page.end();
      throw error;
    }
  });
}

async function ready(dark) {
  if (running && running.dark === dark) {
    await running.tab();
  } else {
    await running?.end();
    running = await Browser.start({ dark });
  }
  return running;
}

// Times on a cheap phone: Chromium with its processor slowed six times, and where it says so the network of design 9.
// Prints a line for each figure: its name, a tab, the median.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrived, doStop, touch, walk } from './hands.mjs';
import { Page } from './page.mjs';
import { Server } from './server.mjs';

const ROUNDS = Number(process.env.SNOWLIGHT_ROUNDS ?? 5);
const dist = process.env.SNOWLIGHT_DIST;
const lesson = 'en/ma/ma-03/';
const slow = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };

// The learner can answer: the program has taken the page over and its first control works.
const programReady = () => {
  const app = document.getElementById('app');
  const first = app && app.firstChild;
  const control = document.querySelector('[data-item] input, [data-item] button, .actions button');
  return Boolean(first && first.nodeType === Node.ELEMENT_NODE && control && !control.disabled);
};
const staticReady = () => document.readyState !== 'loading' && document.querySelector('input') !== null;

await firstVisit();
await secondVisit();
await feedback();
await history();
await memory();

/** A first visit by a deep link, and a static page of as many bytes with one control at its end. */
async function firstVisit() {
  const own = [];
  for (let round = 0; round < ROUNDS; round += 1) own.push(await visit(dist, lesson, programReady));
  const bytes = median(own.map((it) => it.bytes));
  const folder = await mkdtemp(join(tmpdir(), 'snowlight-static-'));
  await writeFile(join(folder, 'index.html'), staticPage(bytes));
  const plain = [];
  for (let round = 0; round < ROUNDS; round += 1) plain.push(await visit(folder, '', staticReady));
  await rm(folder, { recursive: true });
  tell('requests until the first item can be answered', median(own.map((it) => it.requests)));
  tell('first paint of a first lesson, ms', median(own.map((it) => it.paint)));
  tell('a first lesson can be answered, ms', median(own.map((it) => it.ready)));
  tell('a static page of the same bytes, ms', median(plain.map((it) => it.ready)));
  tell('a first lesson over the static page', median(own.map((it) => it.ready)) / median(plain.map((it) => it.ready)));
}

async function visit(folder, path, ready) {
  return withPage(folder, async (page) => {
    await slowDown(page, slow);
    await watchFor(page, ready);
    await page.open(path);
    const at = await readyAt(page);
    return page.run((at) => {
      const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
      const before = entries.filter((it) => it.startTime < at);
      const paint = performance.getEntriesByName('first-contentful-paint')[0];
      return {
        ready: at,
        paint: paint ? paint.startTime : at,
        requests: before.length,
        bytes: before.reduce((sum, it) => sum + it.encodedBodySize, 0),
      };
    }, at);
  });
}

function staticPage(bytes) {
  const head = '<!doctype html><meta charset="utf-8"><title>The same bytes</title><p>';
  const tail = '<p><label><input type="radio"> 13</label>';
  return head + randomBytes(bytes).toString('base64').slice(0, bytes - head.length - tail.length) + tail;
}

/** The lesson again, without a network, in a browser that was just started. */
async function secondVisit() {
  const times = await withPage(dist, async (page, server) => {
    await page.open(lesson);
    await page.keptOffline();
    await server.order('down');
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.restart();
      await slowDown(page);
      await watchFor(page, programReady);
      await page.open(lesson);
      times.push(await readyAt(page));
    }
    return times;
  });
  tell('second visit, offline, cold: can be answered, ms', median(times));
}

/** From the tap on Check to the frame in which the feedback stands, the event being kept before it. */
async function feedback() {
  const seed = 7;
  const times = await withPage(dist, async (page) => {
    await page.open(`${lesson}?seed=${seed}`);
    await page.running();
    await slowDown(page);
    await page.run(() => {
      window.taps = [];
      let tapped = null;
      addEventListener('click', (event) => {
        tapped = event.target.closest('.action') && document.querySelector('[data-item]:not([data-outcome])') ? event.timeStamp : null;
      }, true);
      new MutationObserver(() => {
        if (tapped === null || !document.querySelector('[data-item][data-outcome]')) return;
        const since = tapped;
        tapped = null;
        requestAnimationFrame(() => setTimeout(() => window.taps.push(performance.now() - since)));
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    for (const stop of walk(lesson, seed)) await doStop(page, touch, stop);
    return page.run(() => window.taps);
  });
  assert.ok(times.length > 15, `only ${times.length} answers were timed`);
  tell('tap to feedback, 95th percentile, ms', times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]);
}

/** Starts with 50,000 events of history, over starts with none. */
async function history() {
  const none = await starts(0);
  const many = await starts(50_000);
  tell('start without history, ms', none);
  tell('start with 50,000 events, ms', many);
  tell('start with 50,000 events over start with none', many / none);
}

async function starts(count) {
  return withPage(dist, async (page) => {
    await page.open(lesson);
    await page.keptOffline();
    if (count > 0) await remember(page, count);
    // One answer: where there is much to be folded, a snapshot is written with it.
    const [stop] = walk(lesson, 7);
    await page.open(`${lesson}?seed=7`);
    await page.running();
    await arrived(page, stop);
    await doStop(page, touch, stop);
    await slowDown(page);
    await watchFor(page, programReady);
    const times = [];
    for (let round = 0; round < ROUNDS * 2; round += 1) {
      await page.open('en/me/');
      await page.open(`${lesson}?seed=7`);
      times.push(await readyAt(page));
    }
    return median(times);
  });
}

async function remember(page, count) {
  const lines = execFileSync(process.env.SNOWLIGHT_HISTORY, [String(count)], { encoding: 'utf8', maxBuffer: 1 << 28 }).trim().split('\n');
  for (let at = 0; at < lines.length; at += 5000) {
    await page.driver.executeAsyncScript((lines, done) => {
      const open = indexedDB.open('snowlight');
      open.onsuccess = () => {
        const change = open.result.transaction('events', 'readwrite');
        for (const line of lines) {
          const [id, hex] = line.split(' ');
          change.objectStore('events').add({ id, bytes: Uint8Array.from(hex.match(/../g), (byte) => parseInt(byte, 16)) });
        }
        change.oncomplete = () => {
          open.result.close();
          done();
        };
      };
    }, lines.slice(at, at + 5000));
  }
}

/** The page's memory after ten lessons without a reload: JavaScript's heap and the program's own. */
async function memory() {
  const bytes = await withPage(dist, async (page) => {
    await page.open('en/ma/');
    await page.running();
    for (let opened = 0; opened < 10; opened += 1) {
      await page.screen('course');
      await page.run((at) => {
        const links = document.querySelectorAll('.path a');
        links[at % links.length].click();
      }, opened);
      await page.screen('lesson');
      await page.run(() => document.querySelector('a.back').click());
    }
    await page.screen('course');
    return heap(page.driver);
  });
  tell('memory after ten lessons, MB', bytes / 1e6);
}

async function heap(driver) {
  const ask = (method, params = {}) => driver.sendAndGetDevToolsCommand(method, params);
  await ask('HeapProfiler.collectGarbage');
  await ask('Performance.enable');
  const { metrics } = await ask('Performance.getMetrics');
  const script = metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
  const { result } = await ask('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await ask('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const sum = 'function () { return this.reduce((sum, it) => sum + it.buffer.byteLength, 0); }';
  const own = await ask('Runtime.callFunctionOn', { objectId: objects.objectId, functionDeclaration: sum, returnByValue: true });
  return script + own.result.value;
}

async function withPage(folder, act) {
  const server = await Server.start(folder, '/');
  const page = await Page.start(server, { watched: false });
  try {
    return await act(page, server);
  } finally {
    await page.end();
    server.end();
  }
}

async function slowDown(page, network) {
  await page.driver.sendDevToolsCommand('Emulation.setCPUThrottlingRate', { rate: 6 });
  if (!network) return;
  await page.driver.sendDevToolsCommand('Network.enable', {});
  await page.driver.sendDevToolsCommand('Network.emulateNetworkConditions', network);
}

/** Notes in every page from now on when it became ready, by the frame. */
function watchFor(page, ready) {
  const source = `(() => {
    const ready = ${ready};
    const look = () => (ready() ? performance.mark('ready') : requestAnimationFrame(look));
    requestAnimationFrame(look);
  })()`;
  return page.driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source });
}

async function readyAt(page) {
  await page.until('it can be answered', () => performance.getEntriesByName('ready').length > 0);
  return page.run(() => performance.getEntriesByName('ready')[0].startTime);
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function tell(what, value) {
  console.log(`${what}\t${value}`);
}

// A new build: whole, by consent of the moment, and never under an open page.
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { doStop, touch, walk } from './hands.mjs';
import { assert, journey } from './harness.mjs';
import { attempts } from './records.mjs';

const lesson = 'en/ma/ma-03/';
let newer;

before(async () => {
  newer = await mkdtemp(join(tmpdir(), 'snowlight-newer-'));
  await anotherBuild(process.env.SNOWLIGHT_DIST, newer);
});
after(() => rm(newer, { recursive: true }));

journey('a new build waits while a page is open and is taken up by the next one', {}, async (page, server) => {
  await page.open(lesson);
  await page.keptOffline();
  const old = await build(page);
  await server.order('folder', newer);
  await page.reload();
  await page.running();
  assert.equal(await build(page), old, 'the first page after it still runs the old build');
  await newBuildWaits(page);
  assert.equal(await build(page), old);
  assert.equal(await page.run(() => caches.keys().then((names) => names.length)), 4, 'old shell, new shell, packs, when they were used');

  await page.reload();
  await page.until('the new build runs', (old) => !document.querySelector('script[src]').src.endsWith(old), old);
  await page.keptOffline();
  assert.equal(await page.run(() => caches.keys().then((names) => names.length)), 3, 'the old shell is gone');
  await server.order('down');
  await page.reload();
  await page.running();
  await page.screen('lesson');
});

journey('a second page that runs the old build keeps it', {}, async (page, server) => {
  await page.open(lesson);
  await page.keptOffline();
  const old = await build(page);
  const first = await page.driver.getWindowHandle();
  await page.driver.switchTo().newWindow('tab');
  await page.open(lesson);
  await page.running();
  await server.order('folder', newer);
  await page.reload();
  await newBuildWaits(page);
  await page.reload();
  await page.running();
  assert.equal(await build(page), old, 'the other page still needs it');
  await page.driver.close();
  await page.driver.switchTo().window(first);
  await page.reload();
  await page.until('the new build runs', (old) => !document.querySelector('script[src]').src.endsWith(old), old);
});

journey('a new build that does not come whole leaves the old one as it is', { expects: [/is not what the build made/] }, async (page, server) => {
  await page.open(lesson);
  await page.keptOffline();
  const old = await build(page);
  await server.order('folder', newer);
  await server.order('flip', 'app-');
  await page.reload();
  await server.asked(await script(newer), 2);
  await page.until('the new build is refused', () =>
    navigator.serviceWorker.getRegistration().then((it) => it.installing === null && it.waiting === null),
  );
  await server.order('down');
  await page.restart();
  await page.open(lesson);
  await page.running();
  assert.equal(await build(page), old);
});

const versions = { planted: { blocking: /the newer build keeps/, old: /said before the next answer/ } };

journey('two tabs with two versions: the newer one keeps all, the old one says that it is old and never saved', versions, async (page, server) => {
  // One would hold the newer build back.
  await page.withoutWorker();
  await page.open(lesson);
  await page.running();
  const stops = walk(lesson, await page.meta('seed')).filter((stop) => stop.right);
  const [old, first] = [await build(page), await page.driver.getWindowHandle()];
  await through(page, stops[0]);
  assert.equal(await page.savedState(), 'saved');

  await server.order('folder', newer);
  await page.driver.switchTo().newWindow('tab');
  await page.open(lesson);
  await page.running();
  assert.notEqual(await build(page), old);
  assert.equal(await page.savedState(), 'saved', 'the newer build keeps what is answered');
  await through(page, stops[1]);
  assert.equal(await page.savedState(), 'saved');
  const second = await page.driver.getWindowHandle();

  await page.driver.switchTo().window(first);
  assert.equal(await page.savedState(), 'unkept', 'said before the next answer');
  await page.says('A newer Snowlight is open in another tab. Reload this page to go on');
  await through(page, stops[1]);
  assert.equal(await page.savedState(), 'unkept', 'never called saved falsely');
  assert.equal(await attempts(page), 2);

  await page.driver.switchTo().window(second);
  await through(page, stops[2]);
  assert.equal(await page.savedState(), 'saved');
  await page.driver.switchTo().window(first);
  await page.reload();
  await page.running();
  assert.notEqual(await build(page), old);
  await through(page, stops[3]);
  assert.equal(await page.savedState(), 'saved');
  assert.equal(await attempts(page), 4);
});

/** Goes on to an item and answers it. */
async function through(page, stop) {
  await page.until('an item is there', () => {
    const [item, next] = [document.querySelector('[data-item]'), document.querySelector('.actions > .action')];
    if (!item && next) next.click();
    return item;
  });
  await doStop(page, touch, stop);
}

function build(page) {
  return page.run(() => document.querySelector('script[src]').src.split('/').pop());
}

function newBuildWaits(page) {
  return page.until('the new build waits', () => navigator.serviceWorker.getRegistration().then((it) => it.waiting !== null));
}

async function script(folder) {
  return (await readdir(folder)).find((name) => /^app-.*\.js$/.test(name));
}

/** The same site with another script, as a later release has it, whose database is a step further. */
async function anotherBuild(from, to) {
  await cp(from, to, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
  const earlier = await script(to);
  const code = (await readFile(join(to, earlier), 'utf8')).replace(/(indexedDB\.open\([^,]+,\w+\.length)\)/, '$1+1)');
  assert.match(code, /\.length\+1\)/);
  const later = `app-${sha256(code).slice(0, 8)}.js`;
  await rm(join(to, earlier));
  await writeFile(join(to, later), code);
  for (const file of await readdir(to, { recursive: true })) {
    if (!file.endsWith('.html')) continue;
    const html = await readFile(join(to, file), 'utf8');
    await writeFile(join(to, file), html.split(earlier).join(later));
  }
  await writeFile(join(to, 'sw.js'), await listed(to, (await readFile(join(to, 'sw.js'), 'utf8')).split(earlier).join(later)));
}

/** The worker with the hashes that the files in `folder` have now. */
async function listed(folder, worker) {
  const names = [...worker.matchAll(/^ {2}"(.+)": "[0-9a-f]{64}",$/gm)].map(([, name]) => name);
  for (const name of names) {
    const hash = sha256(await readFile(join(folder, name)));
    worker = worker.replace(new RegExp(`("${name}": ")[0-9a-f]{64}`), `$1${hash}`);
  }
  return worker.replace(/BUILD = "\w+"/, 'BUILD = "later"');
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

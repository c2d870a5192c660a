// A teacher gives lessons to a class: by keyboard alone, as a link, as lines for a site, as a code and a poster.
import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { assert, journey } from './harness.mjs';
import { By, Key } from './page.mjs';
import { keyboard } from './hands.mjs';

journey('two lessons are chosen by keyboard alone, and the link that was copied opens the first of them', {}, async (page, server) => {
  await page.open('en/about/');
  await page.running();
  await keyboard.reach(page, await page.named('link', 'Share a lesson with a class'));
  await page.keys(Key.ENTER);
  await ready(page);
  await choose(page, [2, 0]);
  await page.isAccessible('two lessons of a class');

  const link = await page.run(() => document.querySelector('#copy-link').value);
  assert.match(link, /\/en\/m\/ma-03\/\?then=ma-01$/);
  assert.ok(link.startsWith(server.url), link);
  await keyboard.press(page, 'Copy: The link');
  await page.until('it was copied', () => /^Copied$/m.test(document.querySelector('#stage .field [role=status]').textContent));
  assert.equal(await pasted(page), link);

  // The code on the page, as a camera sees it, and the one that was saved.
  const seen = PNG.sync.read(Buffer.from(await (await page.find('.poster .code')).takeScreenshot(), 'base64'));
  assert.equal(scanned(seen), link);
  const folder = await mkdtemp(join(tmpdir(), 'snowlight-teach-'));
  await page.browser.downloads(folder);
  await keyboard.press(page, 'Save the code as SVG');
  const file = await page.wait('the code has arrived', async () => {
    const found = (await readdir(folder)).find((it) => it.endsWith('.svg'));
    return found && (await readFile(join(folder, found))).length > 0 && join(folder, found);
  });
  const saved = PNG.sync.read(new Resvg(await readFile(file, 'utf8')).render().asPng());
  assert.equal(scanned(saved), link);

  await page.driver.get(link);
  await page.until('the first lesson is met, alone', () => document.documentElement.dataset.embed !== undefined && document.querySelector('[data-screen=lesson] h1'));
  await page.says('Make ten to add');
});

journey('a lesson is given in Chinese, with its lines for a site, and previewed', { dark: true }, async (page, server) => {
  await page.open('zh-Hans/teach/');
  await ready(page);
  await choose(page, [1]);
  const lines = await page.run(() => ['anchor', 'script', 'element', 'frame'].map((it) => document.getElementById(`copy-${it}`).value));
  const [anchor, script, element, frame] = lines;
  const link = `${server.url}zh-Hans/m/ma-02/`;
  assert.ok(anchor.startsWith(`<a class="snowlight" href="${link}">`), anchor);
  assert.ok(element.startsWith(`<snowlight-lesson><a href="${link}">`), element);
  assert.ok(frame.startsWith(`<iframe src="${link}" title="`), frame);
  // What the line names is there, and is what it says it is.
  const [, source, integrity] = /^<script src="([^"]+)" integrity="([^"]+)" crossorigin defer><\/script>$/.exec(script);
  assert.ok(source.startsWith(server.url), source);
  const sound = await page.run(async (source, integrity) => (await fetch(source, { integrity })).ok, source, integrity);
  assert.equal(sound, true);

  await page.run(() => document.querySelector('#stage .given summary').click());
  await page.isAccessible('a lesson of a class, in Chinese, at night');

  await page.press('预览');
  await page.wait('the preview shows the lesson', async () => {
    await page.driver.switchTo().frame(await page.driver.findElement(By.css('iframe.preview')));
    const shown = await page.run(() => document.querySelector('[data-screen=lesson]') !== null && document.documentElement.dataset.embed !== undefined);
    await page.driver.switchTo().defaultContent();
    return shown;
  });
  await page.press('关闭预览');
  // The other language's titles come from its own catalogue.
  await page.run(() => document.querySelector('#stage [type=radio]').click());
  await page.until('the poster is English', () => /No account/.test(document.querySelector('.poster[lang=en]')?.innerText));
  assert.match(await page.run(() => document.querySelector('#copy-link').value), /\/en\/m\/ma-02\/$/);
  await page.until('it says what can be done afterwards', () => /You can/.test(document.querySelector('.poster .aim')?.innerText));
});

journey('a poster is one page of paper, without a network', { only: 'chromium' }, async (page, server) => {
  await page.open('en/teach/');
  await ready(page);
  await page.keptOffline();
  await choose(page, [0, 1, 2]);
  const aims = () => page.until('it says what can be done afterwards', () => document.querySelectorAll('.poster .aim').length === 3);
  await aims();
  await onePage(page, 'three lessons and what can be done after them');
  await server.order('down');
  await page.reload();
  await ready(page);
  await choose(page, [0, 1, 2]);
  await aims();
  await page.run(() => document.querySelectorAll('#stage .whole input').forEach((it) => it.click()));
  await page.until('there are many', () => document.querySelectorAll('.poster .title').length === 8);
  await onePage(page, 'all lessons');
});

/** On A4 and on US letter. */
async function onePage(page, what) {
  for (const [paperWidth, paperHeight] of [[8.27, 11.69], [8.5, 11]]) {
    const { data } = await page.driver.sendAndGetDevToolsCommand('Page.printToPDF', { paperWidth, paperHeight });
    const pages = Buffer.from(data, 'base64').toString('latin1').match(/\/Type ?\/Page\b/g);
    assert.equal(pages.length, 1, `pages of ${what}, ${paperHeight} inches high`);
  }
}

/** The program is there, and what there is to choose. */
async function ready(page) {
  await page.running();
  await page.screen('teach');
  await page.find('#stage summary');
}

/** The first course is opened, and its lessons at these places chosen, all by keyboard. */
async function choose(page, places) {
  await keyboard.reach(page, await page.find('#stage [data-subject=ma] summary'));
  await page.keys(Key.ENTER);
  for (const at of places) {
    await keyboard.reach(page, await page.find('#stage [data-subject=ma] .unit > label input', at));
    await page.keys(Key.SPACE);
  }
  await page.until('all are chosen', (count) => document.querySelectorAll('#stage .chosen li').length === count, places.length);
}

/** What stands in the clipboard, as a field takes it. */
async function pasted(page) {
  await page.run(() => document.querySelector('main').append(Object.assign(document.createElement('textarea'), { id: 'paste' })));
  const field = await page.find('#paste');
  await page.run((field) => field.focus(), field);
  await page.chord(Key.CONTROL, 'v');
  return page.until('it is pasted', () => document.querySelector('#paste').value);
}

function scanned({ data, width, height }) {
  return jsqr(new Uint8ClampedArray(data), width, height)?.data;
}

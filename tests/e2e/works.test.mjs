// What is drawn, played and written down in a lesson: it outlives the browser, stands among one's works, and other programs open it.
import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import midi from 'midi-file';
import { PNG } from 'pngjs';
import { assert, journey } from './harness.mjs';
import { By, Key } from './page.mjs';
import { keyboard } from './hands.mjs';
import { leave, reach } from './quick.mjs';

journey('what is written into a diary stands among the works after a restart', {}, async (page) => {
  await stage(page, 'en/pe/pe-04', (it) => it.interaction === 'diary');
  // By keyboard alone.
  await press(page, /^\+/, 3);
  await press(page, /^Good$/);
  await done(page);
  await page.restart();
  await page.open('en/works/');
  await page.until('the entry is there', () => /3 s/.test(document.querySelector('.entry')?.innerText));
  await page.says('Balance');
  await page.says('Only on this device.');
});

journey('a drawing stands among the works after a restart, and readers of SVG and PNG open it', {}, async (page) => {
  await stage(page, 'en/ar/ar-01', (it) => it.item === 'ar-01.q6');
  const sheet = await page.driver.findElement(By.css('#stage svg[tabindex]'));
  await keyboard.reach(page, sheet);
  await page.keys(Key.SPACE);
  for (let step = 0; step < 6; step += 1) await page.keys(Key.ARROW_RIGHT);
  await page.keys(Key.SPACE);
  await done(page);
  await page.restart();
  await page.open('en/works/');
  await page.until('the picture is there', () => document.querySelector('.work img')?.naturalWidth > 100);

  const folder = await downloads(page);
  await page.press('Save as SVG');
  const vector = rendered(await readFile(await arrived(page, folder, /\.svg$/), 'utf8'));
  await page.press('Save as PNG');
  const raster = PNG.sync.read(await readFile(await arrived(page, folder, /\.png$/)));
  assert.deepEqual([raster.width, raster.height], [vector.width, vector.height]);
  // Two programs see the same ink, but for the edges of lines.
  const [drawn, both] = [inked(vector), inked(raster)];
  assert.ok(drawn.size > 200, `${drawn.size} pixels are drawn`);
  const shared = [...drawn].filter((it) => both.has(it)).length;
  assert.ok(shared > 0.8 * Math.max(drawn.size, both.size), `${shared} of ${drawn.size} and ${both.size} pixels are the same`);
});

journey('a tune stands among the works after a restart, and readers of MIDI and SVG open it', {}, async (page) => {
  await leave(page, 'en/mu/mu-06', 'mu-06.o1');
  await page.until('the stage is there', () => document.querySelector('#stage fieldset > *'));
  for (const key of [/^1$/, /^3$/, /^5$/, /^high 1$/]) await press(page, key);
  await done(page);
  await page.restart();
  await page.open('en/works/');
  await page.until('its notes are there', () => document.querySelector('.work img')?.naturalWidth > 100);
  await page.press('Play');
  await page.until('it is heard', () => [...document.querySelectorAll('.work button')].some((it) => it.textContent === 'Stop'));

  const folder = await downloads(page);
  await page.press('Save as MIDI');
  const { header, tracks } = midi.parseMidi(await readFile(await arrived(page, folder, /\.mid$/)));
  assert.ok(header.ticksPerBeat > 0);
  const notes = tracks.flat().filter((it) => it.type === 'noteOn' && it.velocity > 0).map((it) => it.noteNumber);
  // Do, mi, sol and the do above.
  assert.deepEqual(notes.map((it) => it - notes[0]), [0, 4, 7, 12]);
  await page.press('Save the notes as a picture');
  const picture = rendered(await readFile(await arrived(page, folder, /\.svg$/), 'utf8'));
  assert.ok(inked(picture).size > 200);
});

/** Opens a lesson at the first item that is wanted, once its stage is there. */
async function stage(page, path, wanted) {
  await reach(page, path, 1, wanted);
  await page.until('the stage is there', () => document.querySelector('#stage fieldset > *'));
}

/** The control of the stage whose words match is pressed by the keyboard, so often. */
async function press(page, words, times = 1) {
  await page.until(`${words} is on the stage`, (source) => {
    const control = [...document.querySelectorAll('#stage button, #stage input')].find((it) =>
      [it.textContent.trim(), it.getAttribute('aria-label') || ''].some((name) => new RegExp(source).test(name)));
    if (control) control.focus();
    return Boolean(control);
  }, words.source);
  for (let time = 0; time < times; time += 1) await page.keys(Key.SPACE);
}

/** Hands in what was done, and waits until it is kept. */
async function done(page) {
  await page.press(/^(Next|Check)$/);
  await page.saved();
  await page.until('it was taken in', () => document.querySelector('[data-outcome]') || !document.querySelector('#stage'));
}

async function downloads(page) {
  const folder = await mkdtemp(join(tmpdir(), 'snowlight-works-'));
  await page.browser.downloads(folder);
  return folder;
}

/** The file in a folder whose name matches, once it is whole. */
function arrived(page, folder, pattern) {
  return page.wait(`${pattern} has arrived`, async () => {
    const found = (await readdir(folder)).find((it) => pattern.test(it));
    return found && (await readFile(join(folder, found))).length > 0 && join(folder, found);
  });
}

/** What a program that is no browser makes of a picture. */
function rendered(svg) {
  return PNG.sync.read(new Resvg(svg, { background: 'white' }).render().asPng());
}

/** The places of the pixels that are darker than paper. */
function inked({ width, height, data }) {
  const dark = (at) => data[at * 4 + 3] > 128 && data[at * 4] + data[at * 4 + 1] + data[at * 4 + 2] < 500;
  return new Set(Array.from({ length: width * height }, (_, at) => at).filter(dark));
}

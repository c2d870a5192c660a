// What is drawn, played and written down in a lesson: it outlives the browser, stands among one's works, and other programs open it.
import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, journey } from './harness.mjs';
import { Key } from './page.mjs';
import { reach } from './quick.mjs';

journey('what is written into a diary stands among the works after a restart', {}, async (page) => {
  await stage(page, 'en/pe/pe-04', 'diary');
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

/** Opens a lesson at its first item of this sort, once its stage is there. */
export async function stage(page, path, kind) {
  await reach(page, path, 1, (stop) => stop.interaction === kind);
  await page.until('the stage is there', () => document.querySelector('#stage fieldset > *'));
}

/** The control of the stage whose words match is pressed by the keyboard, so often. */
export async function press(page, words, times = 1) {
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
  await page.until('it was taken in', () => document.querySelector('[data-outcome=right]') || !document.querySelector('#stage'));
}

// Files that are not what they should be, and addresses that lead nowhere: said in words, and the rest goes on.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, journey } from './harness.mjs';
import { doStop, foreseen, touch, walk } from './hands.mjs';

const lesson = 'en/ma/ma-03/';
const other = 'en/ma/ma-04/';

const damages = {
  truncated: ["This lesson's file is damaged.", (pack) => pack.subarray(0, pack.length / 2)],
  foreign: ["This lesson's file is damaged.", () => '<!doctype html><title>Log in</title>'],
  newer: ['This lesson is newer than the app.', (pack) => pack.fill(99, 4, 5)],
};

for (const [name, [words, damage]] of Object.entries(damages)) {
  journey(`a ${name} pack: said, and the other lessons go on`, {}, async (page, server) => {
    const folder = await damaged(damage);
    await server.order('folder', folder);
    await page.open(lesson);
    await page.running();
    await page.says(words);
    await page.says('Your answers are safe.');
    assert.equal((await page.item()).item, undefined);
    await server.order('folder', process.env.SNOWLIGHT_DIST);
    await rm(folder, { recursive: true });

    await page.open(`${other}?seed=7`);
    await page.running();
    const [first] = walk(other, 7);
    await doStop(page, touch, first, foreseen(first).slice(0, 1));
    await page.saved();
    await page.keptOffline();
    await page.open(lesson);
    await page.until('the lesson is whole again', () => document.querySelector('[data-item]'));
  });
}

const nowhere = ['en/ma/ma-99/', 'en/xx/', 'en/ma/ma-03/more/', 'xx/ma/'];

journey('an address that leads nowhere leads back', { expects: [/not there/] }, async (page) => {
  for (const kept of [false, true]) {
    for (const path of nowhere) {
      await page.open(path);
      if (kept && !path.startsWith('xx')) await page.running();
      await page.says('There is no such page.');
      await page.press('To Today', 'link');
      await page.running();
      await page.screen('today');
    }
    await page.keptOffline();
  }
});

/** The build with other packs for the lesson and its beginning. */
async function damaged(damage) {
  const dist = process.env.SNOWLIGHT_DIST;
  const folder = await mkdtemp(join(tmpdir(), 'snowlight-damaged-'));
  await cp(dist, folder, { recursive: true });
  const html = await readFile(join(dist, lesson, 'index.html'), 'utf8');
  for (const [, pack] of html.matchAll(/name="(?:pack|beginning)" content="[./]*([^"]+)"/g)) {
    await writeFile(join(folder, pack), damage(await readFile(join(dist, pack))));
    for (const ending of ['br', 'gz']) await rm(join(folder, `${pack}.${ending}`), { force: true });
  }
  return folder;
}

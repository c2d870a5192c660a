// axe-core finds nothing to complain about: every screen and every state of an item, light and dark, in both languages.
import { assert, journey } from './harness.mjs';
import { arrived, outcome, touch, walk } from './hands.mjs';

const SEED = 7;
const words = {
  en: { check: /^Check$/, again: /^Try again$/, hint: /^Hint$/, show: /^Show me how$/, unknown: /^I don't know yet$/ },
  'zh-Hans': { check: /^检查$/, again: /^再试一次$/, hint: /^提示$/, show: /^看看怎么做$/, unknown: /^还不会$/ },
};

for (const dark of [false, true]) {
  for (const locale of ['en', 'zh-Hans']) {
    // Each language in one of Firefox's colours: axe reads the same elements there.
    const only = dark === (locale === 'en') ? 'chromium' : undefined;
    journey(`every screen is accessible: ${locale}, ${dark ? 'dark' : 'light'}`, { dark, only, expects: [/nothing\/here/, /favicon\.ico/] }, async (page, server) => {
      const look = (what) => page.isAccessible(`${what}, ${locale}`);
      await server.order('hold', '.wasm');
      for (const path of ['', 'ma/', 'ma/check/', 'ma/ma-03/', 'me/', 'about/', 'nothing/here/at/all/']) {
        await page.open(`${locale}/${path}`);
        await look(`${path} before the program is there`);
      }
      await server.order('release');
      for (const [path, screen] of [['', 'today'], ['ma/', 'course'], ['me/', 'me'], ['about/', 'about']]) {
        await page.open(`${locale}/${path}`);
        await page.running();
        await page.screen(screen);
        await look(screen);
      }
      for (const name of ['who', 'card', 'copies', 'erase', 'privacy']) await engine(page, `${locale}/me/${name}/`, look);
      await placement(page, locale, look);
      await item(page, locale, look);
      await page.keptOffline();
      await page.open(`${locale}/nothing/here/at/all/`);
      await page.running();
      await look('an unknown address');
      await server.order('down');
      await page.open(`${locale}/en/en-01/`);
      await page.running();
      await look('a lesson that cannot be had');
    });
  }
}

/** A page of the engine learners, and the first step from it. */
async function engine(page, path, look) {
  await page.open(path);
  await page.running();
  await page.find('#engine h1:not([aria-busy])');
  await look(path);
  if (await page.count('#engine button')) {
    await page.run(() => [...document.querySelectorAll('#engine button')].pop().click());
    await page.find('#engine h1:not([aria-busy])');
    await look(`${path}, a step on`);
  }
}

async function placement(page, locale, look) {
  await page.open(`${locale}/ma/check/`);
  await page.running();
  await page.find('[data-item]');
  await look('what is asked to find where to begin');
  for (let asked = await page.item(); asked.item; asked = await page.item()) {
    await page.press(words[locale].unknown);
    await page.until('it is behind', (seed) => {
      const shown = document.querySelector('[data-item]');
      return shown ? shown.dataset.seed !== seed : document.querySelector('main .next');
    }, asked.seed);
  }
  await look('where to begin');
}

async function item(page, locale, look) {
  const { check, again, hint, show } = words[locale];
  const [stop] = walk(`${locale}/ma/ma-03`, SEED);
  await page.open(`${locale}/ma/ma-03/?seed=${SEED}`);
  await page.running();
  await arrived(page, stop);
  await look('an item');
  await touch.make(page, stop.mistakes[0].moves);
  await page.press(check);
  await outcome(page, 'wrong');
  await look('an item answered wrong');
  await page.press(again);
  for (let hints = 0; (await page.count('.hints li')) < 3 && hints < 3; hints += 1) await page.press(hint);
  await page.press(show);
  await page.find('.steps');
  await look('an item with hints and solution');
  await touch.make(page, stop.right);
  await page.press(check);
  await outcome(page, 'right');
  await look('an item answered right');
  assert.equal(await page.count('[data-saved="saved"]'), 1);
}

// Whole lessons, from the first visit to the lesson's end: by touch, and by keyboard alone without a network.
import { KIND, assert, journey } from './harness.mjs';
import { arrived, doStop, foreseen, keyboard, outcome, toldAs, touch, walk } from './hands.mjs';

// Below a path nothing else happens: one kind of browser will do for these long ones.
const bases = KIND === 'chromium' ? ['/', '/schule/x/'] : ['/'];

for (const base of bases) {
  journey(`a first visit by a deep link, and the whole lesson by touch, below ${base}`, { base }, async (page, server) => {
    const stops = await pickBeforeTheProgram(page, server);
    await doStop(page, touch, stops[0], foreseen(stops[0]).slice(1));
    await page.keptOffline();

    const half = Math.floor(stops.length / 2);
    const switched = new Map();
    const mistaken = new Set([stops[0].interaction]);
    for (const [at, stop] of stops.entries()) {
      if (at === 0) continue;
      await arrived(page, stop);
      if (at === half) await reload(page, stop);
      const kind = stop.right && Object.keys(stop.right)[0];
      if (at > half && ['pick', 'type'].includes(kind) && !switched.has(kind)) {
        if (switched.size === 0) await missLanguage(page, server, stop);
        switched.set(kind, stop.item);
        await switchLanguage(page, stop);
      }
      const mistakes = mistaken.has(stop.interaction) ? [] : foreseen(stop);
      if (mistakes.length > 0) mistaken.add(stop.interaction);
      await doStop(page, touch, stop, mistakes);
    }
    assert.ok(mistaken.size >= 2 && switched.size === 2, 'each was done at more than one kind of item');
    await page.screen('lesson-end');
    await page.saved();
    await page.says('You can add past ten');
  });

  journey(`a lesson begun, then by keyboard alone without a network after a restart, below ${base}`, { base }, async (page, server) => {
    const lesson = 'en/en/en-01/';
    await page.open(lesson);
    await page.running();
    const stops = walk(lesson, await page.meta('seed'));
    await doStop(page, keyboard, stops[0], foreseen(stops[0]));
    await page.saved();
    await page.keptOffline();

    await server.order('down');
    await page.restart();
    await page.open(lesson);
    await page.running();
    const mistaken = new Set();
    for (const stop of stops.slice(1)) {
      const mistakes = mistaken.has(stop.interaction) ? [] : foreseen(stop);
      if (mistakes.length > 0) mistaken.add(stop.interaction);
      await doStop(page, keyboard, stop, mistakes);
    }
    assert.ok(mistaken.size >= 3, 'mistakes were made in more than two interactions');
    await page.screen('lesson-end');
    await page.saved();
  });
}

/** The page reads at once; what is picked before the program is there is kept, judged, and met by the words for it. */
async function pickBeforeTheProgram(page, server) {
  const lesson = 'en/ma/ma-03/';
  await server.order('hold', '.wasm');
  await page.open(lesson);
  await page.says('Make ten');
  const stops = walk(lesson, await page.meta('seed'));
  const [first] = stops;
  const [mistake] = foreseen(first);
  await arrived(page, first);
  await touch.make(page, mistake.moves);
  const picked = await page.response();
  assert.ok(picked.includes(true));

  // The program is asked for and held back: with it this is all that the first answer waits for.
  await server.asked('.wasm', 1);
  const asked = await server.log();
  assert.ok(asked.length <= 8, `${asked.length} requests: ${asked.join(' ')}`);
  assert.ok(!asked.some((path) => path.includes('catalogue')), 'a first lesson costs no catalogue');

  await server.order('release');
  await page.running();
  await arrived(page, first);
  assert.deepEqual(await page.response(), picked);
  await touch.press(page, /^Check$/);
  await outcome(page, 'wrong');
  await toldAs(page, mistake.feedback);
  await touch.press(page, /^Try again$/);
  return stops;
}

/** The page is loaded anew and goes on at the same item. */
async function reload(page, stop) {
  await page.reload();
  await page.running();
  await arrived(page, stop);
}

/** Without a network, and with an answer begun: the page stays as it is and says why. */
async function missLanguage(page, server, stop) {
  await touch.make(page, stop.right);
  const begun = await page.response();
  await server.order('down');
  await page.press('中文', 'link');
  await page.says('Without a network this page cannot be had in that language.');
  await server.order('clear');
  assert.equal(await page.run(() => document.documentElement.lang), 'en');
  await arrived(page, stop);
  assert.deepEqual(await page.response(), begun);
}

/** With an answer begun: the page changes, and keeps item and answer. */
async function switchLanguage(page, stop) {
  const { moves } = foreseen(stop)[0] ?? { moves: stop.right };
  await touch.make(page, moves);
  const begun = await page.response();
  const stays = async (language) => {
    await page.until(`the language is ${language}`, (language) => document.documentElement.lang === language, language);
    await arrived(page, stop);
    assert.deepEqual(await page.response(), begun);
  };
  await page.press('中文', 'link');
  await stays('zh-Hans');
  assert.match(await page.text(), /检查/);
  await page.press('English', 'link');
  await stays('en');
}

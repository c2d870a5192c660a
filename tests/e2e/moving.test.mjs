// Moving along, a story of choices and a diary: to the end by keys, by touch, by one key with scanning, in both languages; and what is
// seen where nothing may be heard, felt or in motion.
import { assert, journey } from './harness.mjs';
import { keyboard, touch } from './hands.mjs';
import { Key } from './page.mjs';
import { reach } from './quick.mjs';

const SEED = 1;
/** Two wrong ways and one on, then two good ones. */
const WAYS = {
  en: ['Run after it.', 'Say nothing and play on.', 'Stop. Call a grown-up.', 'Stop at the gate.', 'Call a grown-up.'],
  zh: ['跑去追。', '不说，接着玩。', '停下，叫大人。', '在门口停下。', '叫大人来。'],
};

/** Software for one switch: what can be used is gone through in order, and the one key is struck at what is wanted. */
const scanner = {
  async push(page, css, at = 0) {
    const wanted = await page.find(css, at);
    for (let tries = 0; tries < 160; tries += 1) {
      const there = await page.run((wanted) => {
        const all = [...document.querySelectorAll('a[href], button:enabled, input:enabled')].filter((it) => it.getClientRects().length);
        const next = all[(all.indexOf(document.activeElement) + 1) % all.length];
        next.focus();
        return next === wanted;
      }, wanted);
      if (there) return page.keys(Key.ENTER);
    }
    return assert.fail(`the scanner does not come to ${css} ${at}`);
  },
};

for (const [name, hands] of Object.entries({ keyboard, touch, scanner })) {
  const push = (page, css, at) => hands.push(page, css, at);
  const language = name === 'touch' ? 'zh-Hans' : 'en';

  journey(`a routine is asked, led, paused, skipped and ended: ${name}`, {}, async (page) => {
    await stage(page, `${language}/pe/pe-02`, 'routine');
    assert.equal(await page.count('.gate .action:enabled'), 0);
    for (let at = 0; at < (await page.count('.gate .question')); at += 1) await push(page, '.gate .question', at);
    await push(page, '.gate .action');
    await phase(page, 'rests');
    // Sitting.
    await push(page, '.forms .tile', 3);
    await push(page, '.beside .action');
    await phase(page, 'waits');
    for (let skipped = 0; skipped < 11; skipped += 1) await push(page, '.player .others .quiet', 1);
    await push(page, '.player .others .quiet', 0);
    await push(page, '.player .others .quiet', 1);
    await push(page, '.beside .action');
    // One sees that the last rest is over by itself; then it hurts.
    await phase(page, name === 'keyboard' ? 'moves' : 'rests');
    await push(page, '.beside .stop');
    await phase(page, 'waits');
    assert.deepEqual(await page.run(() => [...document.querySelectorAll('.beside .action')].map((it) => it.getBoundingClientRect().bottom <= innerHeight)), [true, true]);
    await push(page, '.beside .action');
    await page.until('it is over', () => document.querySelector('.over .notice'));
    await push(page, '.actions > .action');
    await page.until('it is behind', () => !document.querySelector('[data-interaction=routine]'));
    await page.saved();
  });

  journey(`a story goes wrong, is told of, and goes well: ${name}`, {}, async (page) => {
    await stage(page, `${language}/pe/pe-01`, 'scenario');
    const ways = language === 'en' ? WAYS.en : WAYS.zh;
    const go = async (words) => push(page, '.turns .card', await page.run(placeOf, words));
    for (const at of [0, 1, 2]) await go(ways[at]);
    await push(page, '.actions > .action');
    await page.until('it is judged', () => document.querySelector('[data-outcome=partly]'));
    await push(page, '.actions > .action');
    await push(page, '.turns .quiet');
    for (const at of [3, 4]) await go(ways[at]);
    await push(page, '.actions > .action');
    await page.until('it is right', () => document.querySelector('[data-outcome=right]'));
  });

  journey(`a page of the diary is written: ${name}`, {}, async (page) => {
    await stage(page, `${language}/pe/pe-04`, 'diary');
    for (const at of [1, 1, 0]) await push(page, '.amount .step', at);
    await push(page, '.field .listen', 1);
    await page.until('the watch runs', () => document.querySelector('.field .digits')?.textContent === '2');
    await push(page, '.field .action');
    await push(page, '.felt .tile', 1);
    assert.deepEqual(await page.run(() => [...document.querySelectorAll('.amount input')].map((it) => it.value)), ['1', '2']);
    await push(page, '.actions > .action');
    await page.until('it is behind', () => !document.querySelector('[data-interaction=diary]'));
    await page.saved();
  });
}

journey('with no sound, no sensor and nothing in motion all is seen', {}, async (page) => {
  await page.browser.before(() => {
    delete window.AudioContext;
    delete window.speechSynthesis;
    delete window.DeviceMotionEvent;
  });
  await stage(page, 'en/pe/pe-03', 'routine');
  for (let at = 0; at < (await page.count('.gate .question')); at += 1) await touch.push(page, '.gate .question', at);
  await touch.push(page, '.gate .action');
  await phase(page, 'rests');
  // Two poses that stand still, a word and a number.
  assert.equal(await page.count('.pictures .person'), 2);
  await page.says('Rest');
  await phase(page, 'moves');
  await page.says('Move');
  const seen = () => page.run(() => [...document.querySelectorAll('.pictures path')].map((it) => it.getAttribute('d')).join());
  const before = await seen();
  const left = Number(await page.run(() => document.querySelector('.digits').textContent));
  await page.until('seconds pass', (left) => Number(document.querySelector('.digits').textContent) < left - 1, left);
  assert.equal(await seen(), before);
  await page.says('Stop if it hurts');
});

/** The place of the way with these words. */
function placeOf(words) {
  return [...document.querySelectorAll('.turns .card')].findIndex((it) => it.textContent === words);
}

/** Goes to the first item of this sort, and waits for its stage. */
async function stage(page, path, kind) {
  await reach(page, path, SEED, (stop) => stop.interaction === kind);
  await page.until('the stage is there', () => document.querySelector('#stage fieldset > *'));
}

function phase(page, name) {
  return page.until(`it ${name}`, (name) => document.querySelector('.player')?.dataset.phase === name, name);
}

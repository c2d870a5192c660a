// Experiments: a fair table, something foretold, a chart, each to full marks: by keys, by touch, by one key with scanning; and that
// a slow phone keeps up with what moves.
import { assert, journey } from './harness.mjs';
import { keyboard, touch } from './hands.mjs';
import { By, Key } from './page.mjs';
import { reach } from './quick.mjs';

const SEED = 3;

/** Software for one switch: what can be used is gone through in order, and the one key is pressed at what is wanted. */
const scanner = {
  async press(page, name) {
    const at = await page.wait(`the scanner comes to ${name}`, () => scanned(page, String(name.source)));
    await page.run((at) => [...document.querySelectorAll('main button:enabled, main input:enabled')][at].click(), at - 1);
  },
  choose: (page, words) => scanner.press(page, exactly(words)),
};

/** Keys: Tab to the group, then its arrows. */
const keys = {
  press: keyboard.press,
  async choose(page, words) {
    const group = await page.run((words) => {
      const label = [...document.querySelectorAll('#stage label')].find((it) => it.textContent === words);
      return label && label.querySelector('input').name;
    }, words);
    assert.ok(group, `${words} can be chosen`);
    const radios = await page.driver.findElements(By.css(`#stage [name="${group}"]`));
    const checked = await page.driver.findElements(By.css(`#stage [name="${group}"]:checked`));
    await keyboard.reach(page, checked[0] ?? radios[0]);
    await page.keys(Key.SPACE);
    for (let tries = 0; tries <= radios.length; tries += 1) {
      if (await page.run(isChosen, words)) return;
      await page.keys(Key.ARROW_DOWN);
    }
    assert.fail(`arrow keys do not lead to ${words}`);
  },
};

const fingers = {
  press: touch.press,
  async choose(page, words) {
    await page.run((words) => [...document.querySelectorAll('#stage label')].find((it) => it.textContent === words).click(), words);
    await page.until(`${words} is chosen`, isChosen, words);
  },
};

for (const [name, hands] of Object.entries({ keys, touch: fingers, scanner })) {
  journey(`a fair table and what follows from it: ${name}`, {}, async (page) => {
    await stage(page, 'en/lab/lab-01', 'lab-01.g5');
    for (let down = 0; down < 8; down += 1) await hands.press(page, /^Lamp height: less$/);
    for (let row = 0; row < 5; row += 1) {
      await hands.press(page, /^Take a reading$/);
      if (row < 4) await hands.press(page, /^Lamp height: more$/);
      if (row < 2) await hands.press(page, /^Lamp height: more$/);
    }
    assert.equal(await page.count('#stage tbody tr'), 5);
    await hands.choose(page, 'the shorter the shadow.');
    await right(page, hands);
  });

  journey(`foretold, seen, explained: ${name}`, {}, async (page) => {
    await stage(page, 'en/lab/lab-02', 'lab-02.f2');
    await hands.choose(page, 'It floats.');
    await hands.press(page, /^To the end$/);
    const came = await page.run(() => /You saw: (.*)$/m.exec(document.querySelector('#stage').innerText)[1]);
    // Rightly, whatever was foretold.
    await hands.choose(page, came === 'It floats.' ? 'That much water weighs more.' : 'That much water weighs less.');
    await right(page, hands);
  });

  journey(`a chart read without sight of it: ${name}`, {}, async (page) => {
    await stage(page, 'en/lab/lab-03', 'lab-03.g6');
    const value = await page.run(() => {
      const host = document.querySelector('#stage');
      const label = host.querySelector('svg').getAttribute('aria-label');
      const asked = /^(.*): how much\?$/m.exec(host.innerText)[1];
      const line = Number(/One line is (\d+)/.exec(host.innerText)[1]);
      return line * Number(new RegExp(`${asked}: (\\d+) lines`).exec(label)[1]);
    });
    for (let up = 0; up < value; up += 1) await hands.press(page, /^Your answer: more$/);
    await right(page, hands);
  });
}

journey('what was measured is there again after a reload, and a row can be crossed out', {}, async (page) => {
  await stage(page, 'en/lab/lab-01', 'lab-01.g5');
  await page.press(/^Take a reading$/);
  await page.press(/^Take a reading$/);
  const table = () => page.run(() => document.querySelector('#stage table').innerText);
  const before = await table();
  await page.reload();
  await page.until('the table is there again', () => document.querySelectorAll('#stage tbody tr').length === 2);
  assert.equal(await table(), before);
  await page.press(/^Cross out no. 1$/);
  await page.until('one row is left', () => document.querySelectorAll('#stage tbody tr').length === 1);
});

journey('at a quarter of the speed thirty frames a second are drawn', { only: 'chromium' }, async (page) => {
  const features = [{ name: 'prefers-reduced-motion', value: 'no-preference' }];
  await page.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features });
  await stage(page, 'en/lab/lab-02', 'lab-02.f2');
  await fingers.choose(page, 'It sinks.');
  await page.driver.sendDevToolsCommand('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.press(/^Run$/);
  const gaps = await page.driver.executeAsyncScript(`const done = arguments[0];
    const times = [];
    const frame = (now) => (times.push(now), times.length < 60 ? requestAnimationFrame(frame) : done(times.slice(1).map((it, at) => it - times[at])));
    requestAnimationFrame(frame);`);
  await page.driver.sendDevToolsCommand('Emulation.setCPUThrottlingRate', { rate: 1 });
  const median = gaps.sort((a, b) => a - b)[gaps.length >> 1];
  console.log(`# ${Math.round(1000 / median)} frames a second`);
  assert.ok(median <= 33.4, `a frame takes ${median} ms`);
});

/** Opens a lesson at this item, once its stage is there. */
async function stage(page, path, item) {
  await reach(page, path, SEED, (stop) => stop.item === item);
  await page.until('the stage is there', () => document.querySelector('#stage fieldset > *'));
}

async function right(page, hands) {
  await hands.press(page, /^Check$/);
  await page.until('it is right', () => document.querySelector('[data-item][data-outcome=right]'));
}

/** Goes through what can be used, from the first to what is called so: how many steps that takes, or nothing. */
function scanned(page, source) {
  return page.run((source) => {
    const all = [...document.querySelectorAll('main button:enabled, main input:enabled')];
    const named = (it) => it.getAttribute('aria-label') || (it.labels && it.labels[0] ? it.labels[0].textContent : it.textContent);
    return all.findIndex((it) => new RegExp(source).test(named(it).trim())) + 1;
  }, source);
}

function isChosen(words) {
  const label = [...document.querySelectorAll('#stage label')].find((it) => it.textContent === words);
  return Boolean(label && label.querySelector('input').checked);
}

function exactly(words) {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

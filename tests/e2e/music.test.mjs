// Music: a beat tapped, a call played back, a bar written, a sound picked, each to full marks: by keys, by touch, by one key with scanning;
// and all of it where nothing may be heard.
import { assert, journey } from './harness.mjs';
import { keyboard, touch, walk } from './hands.mjs';
import { Key } from './page.mjs';
import { reach } from './quick.mjs';

const SEED = 3;
/** How often a beat is tried: a machine that is busy may hold a tap up. */
const TRIES = 4;

/** Software for one switch: what can be used is gone through in order, and the one key is pressed at what is wanted. */
const scanner = {
  async press(page, name) {
    await page.wait(`the scanner comes to ${name}`, () => page.run(focusOn, String(name.source)));
    await page.keys(Key.SPACE);
  },
};

const EVERY = { keys: keyboard, touch, scanner };

for (const [name, hands] of Object.entries(EVERY)) {
  journey(`a beat is tapped: ${name}`, {}, async (page) => {
    const { made } = await stage(page, 'en/mu/mu-01', 'mu-01.f1');
    await hands.press(page, /^Not now$/);
    await beat(page, hands, onsets(made));
  });

  journey(`a call is played back: ${name}`, {}, async (page) => {
    await stage(page, 'en/mu/mu-04', 'mu-04.f2');
    await hands.press(page, /^Listen$/);
    for (const key of [/^1$/, /^1$/, /^high 1$/, /^1$/]) await hands.press(page, key);
    await hands.press(page, /^Start over$/);
    for (const key of [/^1$/, /^high 1$/, /^high 1$/, /^1$/]) await hands.press(page, key);
    await hands.press(page, /^Take back$/);
    await hands.press(page, /^Take back$/);
    await hands.press(page, /^1$/);
    await right(page, hands);
  });

  journey(`a bar is written: ${name}`, {}, async (page) => {
    await stage(page, 'en/mu/mu-06', 'mu-06.f3');
    await hands.press(page, /^3$/);
    await hands.press(page, /^1$/);
    await hands.press(page, /^Play mine$/);
    await right(page, hands);
  });

  journey(`a sound is picked: ${name}`, {}, async (page) => {
    const { made } = await stage(page, 'en/mu/mu-03', 'mu-03.f1');
    await hands.press(page, /^Listen$/);
    await hands.press(page, /^Show the sound$/);
    assert.equal(await page.count('#stage .seen'), 2);
    await hands.press(page, made.endsWith('00') ? /^louder$/ : /^softer$/);
    await right(page, hands);
  });
}

journey('where nothing may be heard all is seen, and the beat is met by sight', {}, async (page) => {
  await page.browser.before(() => {
    delete window.AudioContext;
    delete window.webkitAudioContext;
  });
  const { made } = await stage(page, 'en/mu/mu-01', 'mu-01.f1');
  await page.press(/^Not now$/);
  await beat(page, keyboard, onsets(made));
});

journey('the delay of a device is measured in twenty seconds, once', {}, async (page) => {
  await stage(page, 'en/mu/mu-01', 'mu-01.f1');
  await keyboard.press(page, /^Set up, 20 seconds$/);
  await page.until('it is counted in', () => document.querySelector('#stage .beat.now'));
  await tapAt(page, Array.from({ length: 21 }, (_, at) => at * 800));
  await page.until('it is measured', () => /This device is \d+ ms late/.test(document.querySelector('#stage').innerText));
  await stage(page, 'en/mu/mu-01', 'mu-01.f2');
  await page.until('nothing is offered any more', () => document.querySelector('#stage .pad'));
});

/** Opens a lesson at this item, once its stage is there. */
async function stage(page, path, item) {
  await reach(page, path, SEED, (stop) => stop.item === item);
  await page.until('the stage is there', () => document.querySelector('#stage fieldset > *'));
  return walk(path, SEED).find((stop) => stop.item === item);
}

/** Taps at these times from the first beat on, until it is right. */
async function beat(page, hands, times) {
  for (let tries = 1; ; tries += 1) {
    await hands.press(page, /^(Start|Once more)$/);
    await page.until('the first beat is there', () => document.querySelector('#stage .strip rect').matches('.now'));
    await tapAt(page, times);
    await page.until('it can be handed in', () => !document.querySelector('.actions > .action').disabled);
    await hands.press(page, /^Check$/);
    await page.until('it is judged', () => document.querySelector('[data-item][data-outcome]'));
    if (await page.run(() => document.querySelector('[data-outcome=right]'))) return;
    assert.ok(tries < TRIES, `the beat was not met in ${TRIES} tries`);
    await hands.press(page, /^Try again$/);
  }
}

/** The one key, at these times from now on. The pad has the focus, as when it was pressed to begin. */
async function tapAt(page, times) {
  assert.ok(await page.run(() => document.activeElement.matches('#stage .pad') || !document.activeElement.closest('#stage')));
  const taps = `const [times, done] = arguments;
    const start = performance.now();
    const pad = () => document.querySelector('#stage .pad');
    const next = () => {
      if (!times.length) return done();
      const wait = start + times[0] - performance.now();
      if (wait > 1) return setTimeout(next, wait > 12 ? wait - 10 : 0);
      times.shift();
      pad().dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }));
      next();
    };
    next();`;
  await page.driver.executeAsyncScript(taps, times);
}

async function right(page, hands) {
  await hands.press(page, /^Check$/);
  await page.until('it is right', () => document.querySelector('[data-item][data-outcome=right]'));
}

/** Goes to the control of this name, if there is one that can be used. */
function focusOn(source) {
  const all = [...document.querySelectorAll('main button:enabled, main input:enabled')];
  const named = (it) => (it.getAttribute('aria-label') || it.textContent).trim();
  const wanted = all.find((it) => new RegExp(source).test(named(it)));
  if (wanted) wanted.focus();
  return Boolean(wanted);
}

/** When each tap comes of what is right: bytes in two digits each (`Tapped` of crates/course/src/stage/music/tap.rs). */
function onsets(made) {
  const bytes = Buffer.from(made, 'hex');
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      value += (bytes[at] & 127) * 2 ** shift;
      if (bytes[at++] < 128) return value;
    }
  };
  varint();
  assert.deepEqual([bytes[at], bytes[at + 1]], [0, 1]);
  at += 2;
  const times = [varint() / 2];
  for (let left = varint(); left > 0; left -= 1) times.push(times.at(-1) + varint());
  return times;
}

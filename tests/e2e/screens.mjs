// Pictures of every screen, and what must hold of each of them: node screens.mjs FOLDER [NAME…]
//
// One sheet a screen, at three sizes, light and dark, in both languages, and one picture for the README; then every stop
// of every lesson is looked at on the smallest phone. With names: only those screens, each picture by itself.
import { ahead } from './clock.mjs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Page } from './page.mjs';
import { Server } from './server.mjs';
import { hand, leave, make, reach } from './quick.mjs';
import { sweep } from './sweep.mjs';
import { untidy } from './tidy.mjs';

const SIZES = [[320, 640], [412, 915], [1280, 800]];
const LOCALES = ['en', 'zh-Hans'];
const COLOURS = ['light', 'dark'];
/** As on the smallest phone with everything twice as large, and in the colours that a learner chose for the whole system. */
const EXTREMES = [{ size: [160, 320], scale: 2 }, { size: [320, 640], forced: 'active' }];
const SEED = 1;

const is = (interaction) => (stop) => stop.interaction === interaction;
const wrong = (interaction) => (stop) => stop.interaction === interaction && stop.mistakes.length > 0;
const moves = { right: (stop) => stop.right, wrong: (stop) => stop.mistakes[0].moves };
const item = (lesson, wanted, then = async () => {}) => async (page, locale) => {
  const stop = await reach(page, `${locale}/${lesson}`, SEED, wanted);
  await then(page, stop);
};
const begun = (count) => async (page, { right }) => {
  const [[kind, what]] = Object.entries(right);
  await make(page, { [kind]: Array.isArray(what) ? what.slice(0, count) : what });
};
const answered = (which) => async (page, stop) => {
  await make(page, moves[which](stop));
  await hand(page);
};
const opened = (path) => async (page, locale) => {
  await page.open(`${locale}/${path}`);
  await page.running();
};

/** With the app kept on the device: the program answers where no file of ours is. */
const kept = (path) => async (page, locale) => {
  await opened('')(page, locale);
  await page.keptOffline();
  await opened(path)(page, locale);
};

/** After a whole lesson and the beginning of another one. */
const learned = (path) => async (page, locale) => {
  await reach(page, `${locale}/ma/ma-01`, null, null, { answer: true });
  await reach(page, `${locale}/ma/ma-02`, SEED, wrong('number'), { answer: true });
  await opened(path)(page, locale);
};

/** A day after a whole lesson. */
const due = (path) => async (page, locale) => {
  await reach(page, `${locale}/ma/ma-01`, null, null, { answer: true });
  await page.driver.sendDevToolsCommand('Page.addScriptToEvaluateOnNewDocument', { source: `(${ahead(1)})()` });
  await opened(path)(page, locale);
};

/** What an engine brings, after these of its controls were pressed, each told by a selector and its place, or all of them. */
const staged = (lesson, wanted, ...presses) => async (page, locale) => {
  const path = `${locale}/${lesson}`;
  await (typeof wanted === 'string' ? leave(page, path, wanted) : reach(page, path, SEED, wanted));
  await page.until('the stage is there', () => document.querySelector('#stage fieldset > *'));
  for (const [css, place = 0] of presses) {
    const last = place === 'all' ? (await page.count(`#stage ${css}`)) - 1 : place;
    for (let at = place === 'all' ? 0 : place; at <= last; at += 1) {
      await page.until(`${css} ${at} can be pressed`, (css, at) => {
        const control = document.querySelectorAll(`#stage ${css}`)[at];
        return control && !control.disabled && [control.click()];
      }, css, at);
    }
  }
};
const called = (name) => (stop) => stop.item === name;

/** What was made is handed in, wrong as it may be. */
const judged = (act) => async (page, locale) => {
  await act(page, locale);
  await page.until('it can be handed in', () => !document.querySelector('.actions > .action').disabled);
  await hand(page);
};

/** A page of the engine learners, after these of its buttons were pressed, each told by its place. */
const engine = (path, ...presses) => async (page, locale) => {
  await opened(`me/${path}/`)(page, locale);
  await page.until('the engine is there', () => document.querySelector('#engine h1:not([aria-busy])'));
  for (const at of presses) {
    await page.until(`button ${at} is there`, (at) => document.querySelectorAll('#engine button')[at], at);
    await page.run((at) => document.querySelectorAll('#engine button')[at].click(), at);
  }
};

/** A device with three learners, of whom one has a code. */
const shared = (path, ...presses) => async (page, locale) => {
  await reach(page, `${locale}/ma/ma-01`, null, null, { answer: true });
  const turn = () => page.until('the turn has begun', () => document.querySelector('.bar .face img') && document.querySelector('[data-screen=today]'));
  // The first one's own picture, then a code.
  await engine('who', 1, 2, 1)(page, locale);
  await turn();
  await engine('card', 1, 0, 1, 2, 3, 0, 1, 2, 3)(page, locale);
  for (const [face, colour] of [[3, 2], [9, 4]]) {
    await opened('me/who/')(page, locale);
    await page.until('the engine is there', () => document.querySelectorAll('#engine button').length > 1);
    await page.run(() => [...document.querySelectorAll('#engine button')].pop().click());
    await page.until('pictures are there', () => document.querySelectorAll('#engine button').length === 13);
    await page.run((at) => document.querySelectorAll('#engine button')[at].click(), face);
    await page.until('colours are there', () => document.querySelectorAll('#engine button').length === 7);
    await page.run((at) => document.querySelectorAll('#engine button')[at].click(), colour);
    await turn();
  }
  await engine(path, ...presses)(page, locale);
};

/** What a teacher gives to a class: the first course is open. */
const teaching = (act = async () => {}) => async (page, locale) => {
  await opened('teach/')(page, locale);
  await page.until('it says what there is', () => document.querySelector('#stage summary'));
  await page.run(() => document.querySelector('#stage summary').click());
  await act(page);
};

/** Where to begin: the first item, or what was found for one who knows nothing yet. */
const placement = (found) => async (page, locale) => {
  await opened('ma/check/')(page, locale);
  for (let seed = await asked(page); found && seed; seed = await asked(page, seed)) {
    await page.run(() => document.querySelector('.actions .aside > :last-child').click());
  }
};

/** The seed of an item that is asked after the one before; none once it is clear where to begin. */
async function asked(page, before) {
  return (await page.until('an item, or the end', (before) => {
    const shown = document.querySelector('[data-item]');
    return shown ? shown.dataset.seed !== before && [shown.dataset.seed] : document.querySelector('main .next') && [null];
  }, before))[0];
}

/** Three works: where, and what is pressed. */
const MADE = [
  ['ar/ar-04', called('ar-04.f2'), ['.paint', 2], ['.paint', 6], ['.paint', 0], ['.paint', 7], ['.paint', 1], ['.paint', 8]],
  ['mu/mu-06', 'mu-06.o1', ['.key', 0], ['.key', 1], ['.key', 2], ['.key', 3]],
  ['pe/pe-04', is('diary'), ['.amount .step', 1], ['.felt .tile', 3]],
];

/** Name, how it is reached, and whether one large action must be in view. */
const SCREENS = [
  ['today', opened(''), true],
  ['course', opened('ma/'), false],
  ['card', item('ma/ma-03', (stop) => 'card' in stop), true],
  ['choice', item('ma/ma-01', is('choice')), true],
  ['choice-wrong', item('ma/ma-01', wrong('choice'), answered('wrong')), true],
  ['choice-words', item('en/en-01', wrong('choice'), answered('wrong')), true],
  ['multi', item('ma/ma-02', is('multi'), begun(2)), true],
  ['multi-wrong', item('ma/ma-02', is('multi'), async (page) => {
    await make(page, { fill: [0, 1] });
    await hand(page);
  }), true],
  ['number', item('ma/ma-03', is('number')), true],
  ['number-wrong', item('ma/ma-03', (stop) => stop.item === 'ma-03.f3', answered('wrong')), true],
  ['number-right', item('ma/ma-03', is('number'), answered('right')), true],
  ['number-unreadable', item('ma/ma-03', is('number'), async (page) => {
    await make(page, { type: 'abc' });
    await hand(page);
  }), true],
  ['help', item('ma/ma-03', is('number'), help), true],
  ['text', item('en/en-01', is('text'), answered('wrong')), true],
  ['order', item('en/en-01', is('order'), begun(2)), true],
  ['match', item('en/en-01', is('match'), begun(2)), true],
  ['match-right', item('ma/ma-02', is('match'), answered('right')), true],
  ['sort', item('en/en-03', is('sort'), begun(3)), true],
  ['tiles', item('en/en-01', is('tiles'), begun(2)), true],
  ['numline', item('ma/ma-04', is('numline')), true],
  ['numline-right', item('ma/ma-01', is('numline'), answered('right')), true],
  ['grid', item('en/en-03', is('grid'), begun(3)), true],
  ['read', item('en/en-01', is('read'), async (page) => {
    await page.run(() => document.querySelectorAll('.read summary')[1].click());
  }), true],
  ['check', item('en/en-01', is('check'), async (page) => {
    await page.run(() => document.querySelector('.check input').click());
  }), true],
  ['pinyin', async (page, locale) => {
    await item('ma/ma-01', is('choice'))(page, locale);
    await page.run(() => document.querySelector('.toggle')?.click());
  }, true],
  ['course-music', opened('mu/'), false],
  ['tap', staged('mu/mu-01', called('mu-01.f1')), true],
  ['tap-pad', staged('mu/mu-01', called('mu-01.f1'), ['button', 1]), true],
  ['listen', staged('mu/mu-03', is('listen'), ['button']), true],
  ['keys', staged('mu/mu-05', is('keys'), ['.key', 0], ['.key', 1]), true],
  ['keys-wrong', judged(staged('mu/mu-05', is('keys'), ['.key', 0], ['.key', 1])), true],
  ['notate', staged('mu/mu-06', is('notate'), ['button', 2]), true],
  ['draw', staged('ar/ar-01', is('draw')), true],
  ['trace', staged('ar/ar-01', is('trace')), true],
  ['geo', staged('ar/ar-02', is('geo'), ['.tray button', 0]), true],
  ['mix', staged('ar/ar-03', called('ar-03.f2'), ['.pot .sign', 1], ['.pot .sign', 3]), true],
  ['mix-wrong', judged(staged('ar/ar-03', called('ar-03.f2'), ['.pot .sign', 1])), true],
  ['routine-gate', staged('pe/pe-02', is('routine'), ['.gate .question', 0]), true],
  ['routine', staged('pe/pe-02', is('routine'), ['.gate .question', 'all'], ['.gate .action']), true],
  ['scenario', staged('pe/pe-01', is('scenario'), ['.turns .card', 0]), true],
  ['diary', staged('pe/pe-04', is('diary'), ['.amount .step', 1], ['.felt .tile', 3]), true],
  ['sim', staged('lab/lab-01', is('sim')), true],
  ['predict', staged('lab/lab-02', is('predict'), ['label', 0]), true],
  ['chart', staged('lab/lab-03', is('chart')), true],
  ['works', async (page, locale) => {
    for (const [lesson, wanted, ...presses] of MADE) {
      await staged(lesson, wanted, ...presses)(page, locale);
      await page.until('it can be handed in', () => !document.querySelector('.actions > .action').disabled);
      await page.run(() => document.querySelector('.actions > .action').click());
      await page.saved();
    }
    await opened('works/')(page, locale);
    await page.until('the works are there', () => document.querySelectorAll('.work img').length === 2);
  }, false],
  ['works-none', async (page, locale) => {
    await opened('works/')(page, locale);
    await page.until('it says so', () => document.querySelector('#stage fieldset > *'));
  }, false],
  ['lesson-end', async (page, locale) => {
    await reach(page, `${locale}/ma/ma-04`, SEED, null, { answer: true });
    await page.screen('lesson-end');
  }, true],
  ['today-begun', learned(''), true],
  ['course-begun', learned('ma/'), false],
  ['me', learned('me/'), false],
  ['placement', placement(false), true],
  ['placement-end', placement(true), true],
  ['about', opened('about/'), false],
  ['teach', teaching(), false],
  ['teach-shared', teaching(async (page) => {
    await page.run(() => [0, 1].forEach((at) => document.querySelectorAll('#stage .unit > label input')[at].click()));
    await page.until('it is given', () => document.querySelectorAll('.poster .aim').length === 2);
    await page.run(() => document.querySelector('#stage .given details > summary').click());
  }), false],
  ['who-first', engine('who'), true],
  ['who', shared('who'), false],
  ['who-picture', engine('who', 1), false],
  ['who-colour', engine('who', 1, 4), false],
  ['who-code', shared('who', 0), false],
  ['learner', shared('card'), false],
  ['copies', shared('copies'), false],
  ['erase', shared('erase'), false],
  ['erase-ask', shared('erase', 1), false],
  ['privacy', engine('privacy'), false],
  ['unknown', kept('nothing/here/'), true],
  ['broken', async (page, locale) => {
    await page.server.order('portal', '.pack');
    await opened('ma/ma-02/')(page, locale);
  }, true],
  ['before', async (page, locale) => {
    await page.server.order('hold', '.wasm');
    await page.open(`${locale}/ma/ma-01/`);
    await page.run(() => document.querySelector('[data-item] input').click());
  }, true],
  ['404', (page) => page.open('404.html'), false],
  // From here on the clock is ahead.
  ['today-plan', due(''), true],
  ['review', due('review/'), true],
  ['me-due', due('me/'), false],
  ['review-done', opened('review/'), true],
];

const [folder, ...names] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const server = await Server.start(process.env.SNOWLIGHT_DIST, '/');
const page = await Page.start(server, { watched: false });
const faults = [];
try {
  for (const [name, act, action] of SCREENS.filter(([name]) => !names.length || names.includes(name))) {
    await screen(name, act, action);
    console.log(name);
  }
  if (!names.length) await everyStop();
} finally {
  await page.end();
  server.end();
}
console.log([...new Set(faults)].join('\n'));
if (faults.length) process.exitCode = 1;

async function screen(name, act, action) {
  const pictures = [];
  for (const locale of LOCALES) {
    await forget();
    await look({ size: SIZES[0] });
    await act(page, locale);
    const check = async (looks) => {
      await look(looks);
      const found = await page.run(untidy, { width: looks.size[0], action: action && !looks.scale });
      faults.push(...found.map((fault) => `${name}, ${locale}, ${looks.size.join(' × ')}: ${fault}`));
    };
    for (const colours of COLOURS) {
      for (const size of SIZES) {
        await check({ size, colours });
        pictures.push({ name: `${name}-${size[0]}-${colours}-${locale}`, size, data: await picture(names.length ? 'png' : 'webp', 90) });
      }
    }
    for (const looks of EXTREMES) {
      await check(looks);
      if (names.length) pictures.push({ name: `${name}-${looks.size[0]}-${looks.forced ? 'forced' : 'twice'}-${locale}`, data: await picture('png') });
    }
    // A page whose program was held back would go on, and leave a service worker behind for the next one.
    await page.driver.get('about:blank');
    await page.server.order('clear');
  }
  if (names.length) {
    await Promise.all(pictures.map(({ name, data }) => writeFile(join(folder, `${name}.png`), data, 'base64')));
    return;
  }
  if (name === 'number-wrong') await writeFile(join(folder, 'lesson.webp'), pictures[1].data, 'base64');
  await writeFile(join(folder, `${name}.webp`), await sheet(pictures));
}

/** What is told of an answer is waited for: it comes, and the answer is brought into sight, a frame or two later. */
async function everyStop() {
  await look({ size: SIZES[0] });
  for (const locale of LOCALES) {
    await forget();
    await sweep(page, locale, SEED, async (name) => {
      await frames();
      const found = await page.run(untidy, { width: SIZES[0][0], action: true });
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    });
    console.log(`every stop, ${locale}`);
  }
}

/** As if no learner had ever been here. */
async function forget() {
  await page.driver.sendDevToolsCommand('Network.clearBrowserCache');
  await page.driver.sendDevToolsCommand('Storage.clearDataForOrigin', { origin: server.origin, storageTypes: 'all' });
}

/** All pictures of a screen on one sheet, half as large. */
async function sheet(pictures) {
  const gap = 8;
  const row = SIZES.length;
  const width = SIZES.reduce((sum, size) => sum + size[0] / 2 + gap, gap);
  const height = (pictures.length / row) * (Math.max(...SIZES.map((size) => size[1] / 2)) + gap) + gap;
  await page.driver.get('about:blank');
  await look({ size: [width, height] });
  await page.driver.executeAsyncScript(`const [pictures, gap, row, done] = arguments;
    const ground = document.body.appendChild(document.createElement('div'));
    ground.style.cssText = 'position:fixed;top:0;right:0;bottom:0;left:0;background:#777';
    Promise.all(pictures.map(({ size, data }, at) => {
      const shown = new Image(size[0] / 2, size[1] / 2);
      const before = pictures.slice(at - at % row, at).reduce((sum, it) => sum + it.size[0] / 2 + gap, gap);
      const tallest = Math.max(...pictures.map((it) => it.size[1] / 2));
      shown.style.cssText = 'position:absolute;left:' + before + 'px;top:' + (gap + Math.floor(at / row) * (tallest + gap)) + 'px';
      shown.src = 'data:image/webp;base64,' + data;
      document.body.append(shown);
      return shown.decode();
    })).then(() => requestAnimationFrame(() => requestAnimationFrame(done)));`, pictures, gap, row);
  return Buffer.from(await picture('webp', 55), 'base64');
}

/** A device of this size, in these colours. What the learner did stays as it is. */
async function look({ size: [width, height], colours = 'light', scale = 1, forced = 'none' }) {
  const features = [
    { name: 'prefers-color-scheme', value: colours },
    { name: 'prefers-reduced-motion', value: 'reduce' },
    { name: 'forced-colors', value: forced },
  ];
  const { driver } = page;
  await driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: width < 1000 });
  await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { features });
  await frames();
}

function frames() {
  return page.driver.executeAsyncScript('const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done));');
}

async function picture(format, quality) {
  const { data } = await page.driver.sendAndGetDevToolsCommand('Page.captureScreenshot', format === 'png' ? { format } : { format, quality });
  return data;
}

async function help(page, stop) {
  await make(page, stop.mistakes[0].moves);
  await hand(page);
  await page.run(() => document.querySelector('.actions > .action').click());
  for (let hints = 0; hints < 4 && (await page.count('.steps')) === 0; hints += 1) {
    await page.run(() => document.querySelector('.aside > :first-child').click());
    await page.until('it helps', (hints) => document.querySelectorAll('.hints li').length + document.querySelectorAll('.steps').length > hints, hints);
  }
}

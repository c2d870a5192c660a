// Drawn, traced, built and mixed, each to full marks: with a finger, with keys, with one key and scanning.
import { assert, journey } from './harness.mjs';
import { keyboard, touch } from './hands.mjs';
import { By, Key } from './page.mjs';
import { reach } from './quick.mjs';

const SEED = 2;
const SHEET = '#stage svg[tabindex]';
const ARROWS = { left: Key.ARROW_LEFT, right: Key.ARROW_RIGHT, up: Key.ARROW_UP, down: Key.ARROW_DOWN };

/** A finger: what is drawn is drawn where it goes, what is laid is tapped. */
const fingers = {
  press: (page, name) => touch.press(page, exactly(name)),
  async line(page, kind, from, to) {
    await drag(page, kind === 'spiral' ? rounds(from, to) : teeth(from, to));
  },
  follow: (page) => drag(page, wave([40, 240], [440, 240], 5, 70)),
  async lay(page, block, at, from, grid) {
    await touch.press(page, block);
    const [wide, high, x, y] = [...block.size, ...at];
    // The cell under the finger is the middle one of the block, or the left upper of the middle ones.
    const cell = [x + Math.floor((wide - 1) / 2), y + Math.floor((high - 1) / 2)];
    await drag(page, [cell.map((it, axis) => ((it + 0.5) * 480) / grid[axis])]);
  },
};

/** Keys: Tab to a control or to the sheet, then what it understands. */
const keys = {
  press: (page, name) => keyboard.press(page, exactly(name)),
  async line(page, kind, from, to) {
    await onto(page);
    await go(page, from);
    await page.keys(Key.SPACE);
    await go(page, to);
    await page.keys(Key.SPACE);
  },
  async follow(page) {
    await onto(page);
    await page.keys(Key.ARROW_UP);
    await next(page, (way) => page.keys(ARROWS[way.split(' ')[0]]));
  },
  async lay(page, block, at) {
    await keyboard.press(page, block);
    await onto(page);
    await walk(page, at, (way) => page.keys(ARROWS[way]));
  },
};

/** Software for one switch: what can be used is gone through in order, and the one key is pressed at what is wanted. */
const scanner = {
  press: (page, name) => scan(page, exactly(name)),
  async line(page, kind, from, to) {
    await steps(page, from);
    await scan(page, /^Here$/);
    await steps(page, to);
    await scan(page, /^Here$/);
  },
  async follow(page) {
    await scan(page, /^Step by step$/);
    await next(page, (way) => scan(page, exactly(way)));
  },
  async lay(page, block, at) {
    await scan(page, block);
    await walk(page, at, (way) => scan(page, exactly(way)));
  },
};

for (const [name, hands] of Object.entries({ fingers, keys, scanner })) {
  journey(`a zigzag and a spiral beside a river: ${name}`, {}, async (page) => {
    await stage(page, 'en/ar/ar-01', 'ar-01.f2');
    if (hands === scanner) await scan(page, /^Buttons$/);
    if (hands !== fingers) await hands.press(page, 'Lines');
    for (const [kind, from, to] of [['zigzag', [40, 200], [280, 200]], ['spiral', [320, 120], [440, 120]]]) {
      if (hands !== fingers) await hands.press(page, kind);
      await hands.line(page, kind, from, to);
    }
    assert.equal(await page.count('#stage .wanted [data-met=true]'), 2);
    await right(page);
  });

  journey(`a path is followed: ${name}`, {}, async (page) => {
    await stage(page, 'en/ar/ar-01', 'ar-01.f1');
    await hands.follow(page);
    await right(page);
  });

  journey(`a cart is built: ${name}`, {}, async (page) => {
    await stage(page, 'en/ar/ar-02', 'ar-02.f1');
    const block = (words, size) => Object.assign(new RegExp(`^${words}`), { size });
    const first = (words) => page.run((words) => [...document.querySelectorAll('#stage .tray button')]
      .findIndex((it) => it.textContent.trim() === words), words);
    for (const [words, size, at] of [['brown rectangle', [5, 2], [3, 1]], ['brown rectangle', [3, 1], [0, 2]],
      ['black circle', [2, 2], [3, 3]], ['black circle', [2, 2], [6, 3]]]) {
      // Those that are laid say so, and are no longer called by their words alone.
      assert.ok((await first(words)) >= 0, words);
      await hands.lay(page, Object.assign(block(`${words}$`, size)), at, undefined, [8, 5]);
    }
    await right(page);
  });

  journey(`orange is mixed: ${name}`, {}, async (page) => {
    await stage(page, 'en/ar/ar-03', 'ar-03.f2');
    for (const pot of ['More red', 'More blue', 'More yellow', 'Less blue']) await hands.press(page, pot);
    assert.match(await page.run(() => document.querySelector('#stage .blobs').innerText), /Your mix\s+orange/);
    await right(page);
  });
}

journey('what was foretold stands before it is mixed, and brown is told apart from green', {}, async (page) => {
  await stage(page, 'zh-Hans/ar/ar-03', 'ar-03.f1');
  await page.press(/^棕$/);
  await page.press(/^调一调$/);
  await page.until('it is green', () => /是绿色/.test(document.querySelector('#stage').innerText));
  await page.press(/^检查$/);
  await page.until('it is wrong', () => document.querySelector('[data-item][data-outcome=wrong]'));
  await page.says('棕色还要红。');
  await page.press(/^再试一次$/);
  await page.press(/^绿$/);
  await page.press(/^调一调$/);
  await page.press(/^检查$/);
  await page.until('it is right', () => document.querySelector('[data-item][data-outcome=right]'));
});

journey('a drawing is there again after a reload, and a step can be taken back', {}, async (page) => {
  await stage(page, 'en/ar/ar-01', 'ar-01.q6');
  await drag(page, wave([40, 100], [440, 100]));
  await drag(page, teeth([40, 300], [440, 300]));
  const drawn = () => page.run(() => document.querySelector('#stage svg[tabindex]').innerHTML);
  const before = await drawn();
  await page.reload();
  await page.until('the drawing is there again', () => document.querySelectorAll('#stage svg[tabindex] path').length === 3);
  assert.equal(await drawn(), before);
});

journey('a scene is painted by the names of its parts; a cool paint is told', {}, async (page) => {
  await stage(page, 'en/ar/ar-04', 'ar-04.f2');
  for (const [paint, part] of [['yellow', 'the sky'], ['blue', 'the hill'], ['red', 'the sun']]) {
    await keyboard.press(page, exactly(paint));
    await keyboard.press(page, exactly(part));
  }
  await keyboard.press(page, /^Check$/);
  await page.until('it is partly right', () => document.querySelector('[data-item][data-outcome=partly]'));
  await page.says('A cool paint is in it.');
  await keyboard.press(page, /^Try again$/);
  await keyboard.press(page, /^orange$/);
  await keyboard.press(page, /^the hill$/);
  await right(page);
});

/** Opens a lesson at this item, once its stage is there. */
async function stage(page, path, item) {
  await reach(page, path, SEED, (stop) => stop.item === item);
  await page.until('the stage is there', () => document.querySelector('#stage fieldset > *'));
}

async function right(page) {
  await page.press(/^Check$/);
  await page.until('it is right', () => document.querySelector('[data-item][data-outcome=right]'));
}

function exactly(words) {
  return new RegExp(`^${words}$`);
}

/** So many half waves, as high as this: places on the sheet, which is 480 wide. */
function wave([x, y], [to], halves = 5, high = 50) {
  const points = halves * 10;
  return Array.from({ length: points + 1 }, (_, at) => [x + ((to - x) * at) / points, y - high * Math.sin((at * Math.PI) / 10)]);
}

function teeth([x, y], [to]) {
  return Array.from({ length: 7 }, (_, at) => [x + ((to - x) * at) / 6, at % 2 ? y - 70 : y]);
}

/** Three turns around the middle between two places. */
function rounds([x, y], [to]) {
  return Array.from({ length: 61 }, (_, at) => [0, Math.PI / 2].map((phase, axis) =>
    [(x + to) / 2, y][axis] + ((to - x) / 120) * at * Math.cos((at * Math.PI) / 10 - phase)));
}

/** A finger goes through these places of the sheet. */
async function drag(page, places) {
  const box = await page.run((css) => {
    const sheet = document.querySelector(css);
    sheet.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = sheet.getBoundingClientRect();
    return { left, top, width, height };
  }, SHEET);
  const at = ([x, y]) => ({ x: Math.round(box.left + (x * box.width) / 480), y: Math.round(box.top + (y * box.height) / 480), duration: 4 });
  const actions = page.driver.actions({ async: true }).move({ ...at(places[0]), duration: 0 }).press();
  places.slice(1).forEach((place) => actions.move(at(place)));
  await actions.release().perform();
}

async function onto(page) {
  await keyboard.reach(page, await page.driver.findElement(By.css(SHEET)));
}

/** Where the pen is, as it is told: steps from the left and from the top. At first it is in the middle. */
function pen(page) {
  return page.run(() => (/(\d+) from the left, (\d+) from the top/.exec(document.querySelector('#stage .status').textContent) || [0, 12, 12]).slice(1).map(Number));
}

/** Goes to a place of the sheet by the arrow keys, or by the buttons that stand for them. */
async function go(page, place, step = (way) => page.keys(ARROWS[way])) {
  const [x, y] = place.map((units) => units / 20);
  const [left, top] = await pen(page);
  for (let from = left; from !== x; from += Math.sign(x - left)) await step(x > left ? 'right' : 'left');
  for (let from = top; from !== y; from += Math.sign(y - top)) await step(y > top ? 'down' : 'up');
}

function steps(page, place) {
  return go(page, place, (way) => scan(page, exactly(way)));
}

/** Takes a block from where it comes to lie to its own place. */
async function walk(page, [x, y], step) {
  await step('left');
  const [left, top] = await pen(page);
  for (let from = left; from !== x + 1; from += Math.sign(x + 1 - left)) await step(x + 1 > left ? 'right' : 'left');
  for (let from = top; from !== y + 1; from += Math.sign(y + 1 - top)) await step(y + 1 > top ? 'down' : 'up');
}

/** Goes where the path is told to go, to its end. */
async function next(page, step) {
  for (let tries = 0; tries < 120; tries += 1) {
    const told = await page.run(() => document.querySelector('#stage .status').textContent);
    const way = /^Next: (.*)$/.exec(told);
    if (!way) return assert.equal(told, 'You are at the end.');
    await step(way[1]);
  }
  return assert.fail('the path has no end');
}

async function scan(page, name) {
  const at = await page.wait(`the scanner comes to ${name}`, () => page.run((source) => {
    const all = [...document.querySelectorAll('main button:enabled, main input:enabled')];
    return all.findIndex((it) => new RegExp(source).test((it.getAttribute('aria-label') || it.textContent).trim())) + 1;
  }, name.source));
  await page.run((at) => [...document.querySelectorAll('main button:enabled, main input:enabled')][at].click(), at - 1);
}

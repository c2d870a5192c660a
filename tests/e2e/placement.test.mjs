// Where to begin: from the course map through a few items of its lessons to the lesson that Today offers too.
import { assert, journey } from './harness.mjs';
import { keyboard, outcome, touch, walk } from './hands.mjs';

/** The lessons that can be asked for, with what they teach: the last one never is. */
const LESSONS = [
  ['en/ma/ma-01/', ['ma.count20', 'ma.cmp20']],
  ['en/ma/ma-02/', ['ma.bond10', 'ma.addsub10']],
  ['en/ma/ma-03/', ['ma.add20']],
];
const DONT_KNOW = "I don't know yet";

for (const [way, hands] of Object.entries({ touch, keyboard })) journey(`who knows the first two lessons begins with the third, by ${way}`, {}, async (page) => {
  await page.open('en/ma/');
  await page.running();
  await page.press(/^Where should I begin\?/, 'link');
  await page.screen('placement');
  assert.match(await page.run(() => location.pathname), /\/en\/ma\/check\/$/);
  assert.equal(await answer(page, hands, 2), 2);

  // Begun, and gone on with after a reload: the same item with the same pick.
  const asked = await here(page);
  if (asked.stop.right.pick !== undefined) await hands.make(page, asked.stop.right);
  const begun = await page.response();
  await page.saved();
  await page.reload();
  await page.running();
  assert.equal((await here(page)).stop.seed, asked.stop.seed);
  assert.deepEqual(await page.response(), begun);

  const lessons = [2];
  while (await goesOn(page)) lessons.push(await answer(page, hands, 2));
  assert.ok(lessons.length <= 12, `${lessons}`);
  assert.ok(lessons.includes(3) && lessons.includes(2), `${lessons}`);
  await begins(page, 'Make ten to add', /\/en\/ma\/ma-03\/$/);
});

journey('who knows nothing yet begins with the first, by keyboard alone', {}, async (page) => {
  await page.open('en/ma/check/');
  await page.running();
  let asked = 0;
  for (; await goesOn(page); asked += 1) {
    assert.equal(await page.run(() => document.querySelectorAll('.hints, .steps').length), 0);
    const { stop } = await here(page);
    await keyboard.press(page, DONT_KNOW);
    await behind(page, stop);
  }
  assert.equal(asked, 3);
  await page.open('en/me/');
  await page.running();
  await page.says('Nothing yet');
  await page.open('en/ma/check/');
  await page.running();
  await begins(page, 'Count and compare to 20', /\/en\/ma\/ma-01\/$/);
});

journey('without a network what is here is asked, and what is not is said', { only: 'chromium' }, async (page, server) => {
  await page.open('en/ma/ma-02/');
  await page.keptOffline();
  await server.order('down');
  await page.open('en/ma/check/');
  await page.running();
  assert.equal(await answer(page, touch, 0, true), 2);
  await page.says('This lesson is not on this device.');
  await page.says('Your answers are safe.');
  await server.order('clear');
  await page.press('Load again');
  await page.until('it goes on', () => document.querySelector('[data-item]'));
  assert.equal((await here(page)).lesson, 1);
});

/** Answers the item on the screen rightly if its lesson is one of the first `known`; the lesson's number. */
async function answer(page, hands, known, last = false) {
  const { lesson, stop } = await here(page);
  const right = lesson <= known;
  const moves = right ? stop.right : (stop.mistakes[0]?.moves ?? wrong(stop));
  if (!moves) {
    await hands.press(page, DONT_KNOW);
    if (!last) await behind(page, stop);
    return lesson;
  }
  await hands.make(page, moves);
  await hands.press(page, /^Check$/);
  await outcome(page, ...(right ? ['right'] : ['wrong', 'partly']));
  assert.equal(await page.run(() => document.querySelectorAll('.hints, .steps').length), 0);
  await hands.press(page, /^Next$/);
  if (!last) await behind(page, stop);
  return lesson;
}

/** Another option, number or mark than the right one. */
function wrong({ right }) {
  const [[kind, what]] = Object.entries(right);
  if (kind === 'pick') return { pick: what === 0 ? 1 : 0 };
  if (kind === 'type') return { type: `${what}9` };
  if (kind === 'mark') return { mark: what === 0 ? 1 : 0 };
  if (kind === 'join') return { join: [...what.slice(1), what[0]] };
  // Of boxes, cards and pairs none is made up: that is not known yet.
  return null;
}

/** The item on the screen: of which lesson it is, counted from 1, and how it is answered. */
async function here(page) {
  const [item, seed] = await page.until('an item is asked', () => {
    const shown = document.querySelector('[data-screen=placement] [data-item]:not([data-outcome])');
    return shown && [shown.dataset.item, shown.dataset.seed];
  });
  for (const [at, [path, skills]] of LESSONS.entries()) {
    const stop = skills.flatMap((skill) => walk(path, seed, skill)).find((it) => it.item === item);
    if (stop) return { lesson: at + 1, stop };
  }
  return assert.fail(`${item} of seed ${seed} is of no lesson that is asked for`);
}

/** Another item is asked, or it is clear where to begin. */
function behind(page, { seed }) {
  return page.until('it is behind', (seed) => {
    const shown = document.querySelector('[data-item]');
    return shown ? shown.dataset.seed !== seed : document.querySelector('main .next');
  }, seed);
}

async function goesOn(page) {
  return (await page.until('an item, or the end', () => document.querySelector('[data-item], main .next') && [document.querySelector('[data-item]')]))[0] !== null;
}

/** The end: this lesson is the one large action here and on Today. */
async function begins(page, title, address) {
  const found = '.next .action';
  await page.until(`${title} is found`, (title) => document.querySelector('[data-screen=placement] .next .name')?.textContent === title, title);
  await page.open('en/');
  await page.running();
  await page.until(`Today offers ${title}`, (title) => document.querySelector('[data-screen=today] .next .name')?.textContent === title, title);
  await page.open('en/ma/check/');
  await page.running();
  await page.tap(found);
  await page.screen('lesson');
  assert.match(await page.run(() => location.pathname), address);
}

// Lessons in a school's page, which is another site: as a frame, as a document of that page, and where nothing may be kept.
import { after } from 'node:test';
import { assert, journey } from './harness.mjs';
import { arrived, walk } from './hands.mjs';
import { through } from './quick.mjs';
import { School } from './school.mjs';

const SEED = 1;
const LESSON = 'en/m/ma-03/';
/** How many stops are gone through before a page is left. */
const SOME = 12;

const schools = [];
after(() => schools.forEach((it) => it.end()));

/** Both ways of being in a page. */
const MOUNTS = { frame: '', page: 'data-mount="page"' };

for (const [name, mount] of Object.entries(MOUNTS)) {
  journey(`a link becomes a lesson that is finished, resized, reported and gone on with after a restart: ${name}`, {}, async (page, server) => {
    const { lessons } = await school(page, server, { '': (at) => html(at, mount, link(at)) });
    await page.open('');
    await inside(page, 0);
    await through(page, walk('en/ma/ma-03', SEED).slice(0, SOME), true);
    await page.saved();
    await page.restart();
    await page.open('');
    await inside(page, 0);
    // What was answered is behind; it goes on where it stopped.
    await arrived(page, walk('en/ma/ma-03', SEED)[SOME]);
    await through(page, walk('en/ma/ma-03', SEED).slice(SOME), true);
    await page.screen('lesson-end');
    await outside(page);
    const said = await page.run(() => window.said);
    const verbs = said.map((it) => it.verb.id.split('/').pop());
    assert.deepEqual([...new Set(verbs)].sort(), ['answered', 'completed', 'passed']);
    assert.ok(said.every((it) => !('actor' in it) && it.object.id.startsWith(`${lessons}${LESSON}`)), JSON.stringify(said[0]));
    assert.equal(new Set(said.map((it) => it.id)).size, said.length);
    assert.ok(await page.run(() => document.querySelector('a.snowlight').offsetParent === null), 'the link is not seen');
  });
}


journey('where the browser keeps nothing in a frame the page around keeps it, also over a restart', { blocked: true }, async (page, server) => {
  await school(page, server, { '': (at) => html(at, '', link(at)) });
  await page.open('');
  await inside(page, 0);
  await page.says('This site keeps your work.');
  await through(page, walk('en/ma/ma-03', SEED).slice(0, SOME), true);
  await page.saved();
  await page.restart();
  await page.open('');
  await inside(page, 0);
  await arrived(page, walk('en/ma/ma-03', SEED)[SOME]);
  await outside(page);
  const kept = await page.run(() => Object.keys(localStorage).map((it) => [it, localStorage.getItem(it).length]));
  assert.equal(kept.length, 1);
  assert.ok(kept[0][0].endsWith(`/${LESSON}`) && kept[0][1] < 8000, String(kept));
  // It can be carried into the app, in a window of its own.
  const before = await page.driver.getAllWindowHandles();
  await inside(page, 0);
  await click(page, 'Carry my work');
  const opened = await page.wait('the app is open', async () => (await page.driver.getAllWindowHandles()).find((it) => !before.includes(it)));
  await page.driver.switchTo().window(opened);
  await page.says('New here');
  await page.press(/^It is me/);
  await page.says('are new here');
});

journey('what the page around keeps is of all its tabs, and what a newer player wrote there is not written over', { blocked: true }, async (page, server) => {
  await school(page, server, { '': (at) => html(at, '', link(at)) });
  const stops = walk('en/ma/ma-03', SEED);
  const kept = () => page.run(() => Object.values(localStorage)[0]);
  await page.open('');
  await inside(page, 0);
  const first = await page.driver.getWindowHandle();
  await page.driver.switchTo().newWindow('tab');
  await page.open('');
  await inside(page, 0);
  await through(page, stops.slice(0, 1), true);
  await page.saved();
  await page.driver.switchTo().window(first);
  await inside(page, 0);
  await through(page, stops.slice(0, 2), true);
  await page.saved();
  await outside(page);
  const file = await kept();
  await inside(page, 0);
  const records = await page.driver.executeAsyncScript(`const [file, done] = arguments;
    const { name } = performance.getEntriesByType('resource').find((it) => /exchange-\\w+\\.js$/.test(it.name));
    import(name).then((it) => it.records(Uint8Array.from(atob(file), (it) => it.charCodeAt(0)))).then((all) => done(all.length), (error) => done(String(error)));`, file);
  await outside(page);
  // One answer of the other tab, two of this one, each with the lesson's opening.
  assert.equal(records, 5);

  await page.run(() => Object.keys(localStorage).forEach((it) => localStorage.setItem(it, 'AAAA')));
  await page.open('');
  await inside(page, 0);
  await page.says('Nothing can be kept in this page.');
  await through(page, stops.slice(0, 1), true);
  await page.saved('unkept');
  await outside(page);
  assert.equal(await kept(), 'AAAA');
});

journey('pages that are not for others lead away from theirs', {}, async (page, server) => {
  const frames = ({ lessons }) => `<!doctype html><iframe src="${lessons}en/me/copies/" width="400" height="600"></iframe><iframe src="${lessons}en/ma/ma-03/" width="400" height="600"></iframe>`;
  await school(page, server, { '': frames });
  await page.open('');
  await inside(page, 0);
  await page.says('This page opens in a window of its own.');
  await inside(page, 1);
  await page.until('the lesson alone is there', () => document.querySelector('[data-item]'));
  assert.equal(await page.run(() => location.pathname), `/${LESSON}`);
});

journey('a lesson alone works without a network where its own site keeps it', {}, async (page, server) => {
  await page.open(LESSON);
  await page.keptOffline();
  await server.order('down');
  await page.restart();
  await page.open(LESSON);
  await page.running();
  await page.until('its first item is there', () => document.documentElement.dataset.embed !== undefined && document.querySelector('[data-item]'));
});

journey('in a sandbox without an origin the page around keeps it; without embed.js nothing is kept, said, and carried', {}, async (page, server) => {
  const frame = ({ lessons }) => `<iframe sandbox="allow-scripts allow-popups" src="${lessons}${LESSON}?seed=${SEED}" width="400" height="600"></iframe>`;
  const { lessons } = await school(page, server, { with: (at) => html(at, '', frame(at)), without: (at) => `<!doctype html>${frame(at)}` });
  await page.open('with');
  await inside(page, 0);
  await page.says('This site keeps your work.');
  await through(page, walk('en/ma/ma-03', SEED).slice(0, SOME), true);
  await page.saved();
  await page.open('with');
  await inside(page, 0);
  await arrived(page, walk('en/ma/ma-03', SEED)[SOME]);

  await outside(page);
  await page.open('without');
  await inside(page, 0);
  await page.says('Nothing can be kept in this page.');
  await through(page, walk('en/ma/ma-03', SEED).slice(0, SOME), true);
  await page.saved('unkept');
  await click(page, 'Carry my work');
  const address = await page.until('there is an address', () => [...document.querySelectorAll('[data-carried] input')].map((it) => it.value).find(Boolean));
  await outside(page);
  await page.driver.switchTo().newWindow('tab');
  await page.driver.get(address);
  await page.says('New here');
  assert.ok(!(await page.run(() => location.href)).includes('#work'), 'what is carried does not stay in the address');
  assert.ok((await page.run(() => location.href)).startsWith(lessons));
});

journey('a page with other looks changes nothing inside, and nothing of the lesson gets out', {}, async (page, server) => {
  const hostile = '<style>* { all: unset; color: red } html { font-size: 40px } p { display: block }</style>';
  for (const mount of Object.values(MOUNTS)) {
    await school(page, server, {
      plain: (at) => html(at, mount, link(at)),
      hostile: (at) => html(at, mount, link(at), hostile),
      bare: (at) => html(at, mount, '', hostile).replace(/<script src.*?<\/script>/, ''),
    });
    const seen = [];
    for (const path of ['plain', 'hostile']) {
      await page.open(path);
      await inside(page, 0);
      await arrived(page, walk('en/ma/ma-03', SEED)[0]);
      seen.push(await page.run(looks));
      await outside(page);
    }
    assert.deepEqual(seen[1], seen[0]);
    // The page's own parts are as without a lesson.
    const own = () => page.run(() => [...document.querySelectorAll('h1, #after')].map((it) => {
      const { fontSize, color, display } = getComputedStyle(it);
      return [fontSize, color, display, Math.round(it.getBoundingClientRect().height)];
    }));
    const beside = await own();
    await page.open('bare');
    assert.deepEqual(beside, await own());
  }
});

journey('two lessons in a page have one program and one database, and leave it when they are removed', {}, async (page, server) => {
  const { lessons } = await school(page, server, { '': (at) => html(at, MOUNTS.page, link(at) + link(at, 'en/m/ma-04/')) });
  await page.open('');
  for (const [at, lesson] of ['ma-03', 'ma-04'].entries()) {
    await inside(page, at);
    await through(page, walk(`en/ma/${lesson}`, SEED).slice(0, SOME), true);
    await page.saved();
  }
  await outside(page);
  const programs = (await server.log()).filter((it) => it.endsWith('.wasm') && it.includes('/app-'));
  assert.equal(programs.length, 1, String(programs));
  assert.deepEqual(await page.run(() => indexedDB.databases().then((all) => all.map((it) => it.name))), ['snowlight']);
  const gone = await page.run(() => {
    const host = [...document.querySelectorAll('*')].find((it) => it.shadowRoot);
    const own = host.shadowRoot.querySelector('iframe').contentWindow;
    const before = own.closed;
    host.remove();
    return [before, own.closed];
  });
  assert.deepEqual(gone, [false, true], 'its document is gone with it');
  await inside(page, 0);
  await arrived(page, walk('en/ma/ma-04', SEED)[SOME]);
  assert.ok(lessons);
});

journey('links far below cost one script and no program until one of them is near', {}, async (page, server) => {
  const far = '<div style="height: 5000px"></div>';
  await school(page, server, { '': (at) => html(at, '', far + Array(10).fill(link(at)).join(far)) });
  await page.open('');
  await page.until('the script is there', () => window.snowlight);
  assert.deepEqual((await server.log()).filter((it) => !it.endsWith('favicon.ico')), ['/embed.js']);
  await page.run(() => document.querySelectorAll('a.snowlight')[4].scrollIntoView());
  await server.asked('.wasm', 1);
  await inside(page, 0);
  await arrived(page, walk('en/ma/ma-03', SEED)[0]);
  await outside(page);
  assert.equal(await page.run(() => [...document.querySelectorAll('*')].filter((it) => it.shadowRoot).length), 1);
});

journey('what others say is not heard, and is counted', {}, async (page, server) => {
  await school(page, server, { '': (at) => html(at, '', `${link(at)}<iframe id="other" srcdoc="<p>Other</p>"></iframe>`) });
  await page.open('');
  await inside(page, 0);
  await arrived(page, walk('en/ma/ma-03', SEED)[0]);
  await outside(page);
  const told = await page.run(() => window.said.length);
  // By a frame that is no lesson, by the page to itself, of another version, too long, no JSON, of no kind, twice.
  await page.driver.executeAsyncScript(`const done = arguments[0];
    const text = (more) => JSON.stringify({ snowlight: 1, n: 1, kind: 'ready', ...more });
    const other = document.getElementById('other').contentWindow;
    other.eval("parent.postMessage(JSON.stringify({ snowlight: 1, n: 1, kind: 'ready' }), '*')");
    for (const it of [text(), text({ snowlight: 2 }), text({ more: 'x'.repeat(100001) }), '{"snowlight"', text({ kind: 'constructor' })]) postMessage(it, '*');
    setTimeout(done, 300);`);
  assert.equal(await page.run(() => window.snowlight.ignored), 6);
  assert.equal(await page.run(() => window.said.length), told);
  // The page says to the player what it must not hear.
  await inside(page, 0);
  const before = await page.run(() => [self.EMBED.ignored, document.querySelector('[data-item]').dataset.seed]);
  await outside(page);
  await page.driver.executeAsyncScript(`const done = arguments[0];
    const frame = [...document.querySelectorAll('*')].find((it) => it.shadowRoot).shadowRoot.querySelector('iframe').contentWindow;
    const hello = { snowlight: 1, n: 1, kind: 'hello', statements: true, keep: true, scheme: '', theme: {} };
    const greet = (it, ports) => frame.postMessage(it, '*', ports || [new MessageChannel().port2]);
    greet(JSON.stringify({ ...hello, theme: { surface: 'url(//x)' } }));
    greet(JSON.stringify({ ...hello, theme: { constructor: '#000' } }));
    greet(JSON.stringify({ ...hello, keep: 'yes' }));
    greet(hello);
    greet(JSON.stringify(hello), []);
    setTimeout(done, 300);`);
  await inside(page, 0);
  assert.deepEqual(await page.run(() => [self.EMBED.ignored, document.querySelector('[data-item]').dataset.seed]), [before[0] + 5, before[1]]);
});

journey('a page with a strict policy has a lesson, and one that runs no WebAssembly a frame', { expects: [/wasm-eval|WebAssembly/] }, async (page, server) => {
  const page_ = ({ lessons }) => `<!doctype html><meta charset="utf-8"><title>School</title><script src="${lessons}embed.js" data-mount="page" defer></script>${link({ lessons })}`;
  const policy = (more) => ({ lessons }) => {
    const from = new URL(lessons).origin;
    return { 'Content-Security-Policy': `default-src 'none'; script-src ${from}${more}; connect-src ${from}; style-src ${from}; img-src 'self' ${from} blob: data:; frame-src ${from}; base-uri ${from}; require-trusted-types-for 'script'; trusted-types snowlight snowlight-embed` };
  };
  for (const [more, address] of [[" 'wasm-unsafe-eval'", /^about:srcdoc$/], ['', /\/en\/m\/ma-03\//]]) {
    await school(page, server, { '': page_ }, policy(more));
    await page.open('');
    await inside(page, 0);
    assert.match(await page.run(() => location.href), address);
    await through(page, walk('en/ma/ma-03', SEED).slice(0, SOME), true);
    await page.saved();
    await outside(page);
  }
});

journey('several lessons in one link follow each other', {}, async (page, server) => {
  await school(page, server, { '': (at) => html(at, '', link(at).replace('?seed=', '?then=ma-04&seed=')) });
  await page.open('');
  await inside(page, 0);
  await through(page, walk('en/ma/ma-03', SEED), true);
  await page.screen('lesson-end');
  await click(page, 'Next lesson');
  await page.wait('the next lesson is there', () => inside(page, 0).then(() => page.run(() => location.pathname.endsWith('/en/m/ma-04/') && document.querySelector('[data-item]'))));
});

journey('a link to a lesson that may not be framed stays a link', { expects: [/./] }, async (page, server) => {
  await school(page, server, { '': (at) => html(at, MOUNTS.page, '<a class="snowlight" href="https://lessons.invalid/en/m/ma-03/">Elsewhere</a>' + link(at).replace('ma-03', 'ma-99')) });
  await page.open('');
  await page.until('it has been tried', () => [...document.querySelectorAll('*')].some((it) => it.shadowRoot && !it.shadowRoot.querySelector('iframe')));
  assert.equal(await page.run(() => [...document.querySelectorAll('a')].filter((it) => it.offsetParent).length), 2);
});

/** Runs in the player: what its parts look like. */
function looks() {
  return [...document.querySelectorAll('#app *')].map((it) => {
    const { color, backgroundColor, fontSize, fontFamily, display, margin } = getComputedStyle(it);
    const { width, height } = it.getBoundingClientRect();
    return [it.localName, color, backgroundColor, fontSize, fontFamily, display, margin, Math.round(width), Math.round(height)].join(' ');
  });
}

/** The page with a script line and what a teacher pasted. */
function html({ lessons }, mount, body, head = '') {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>School</title>${head}
    <script>window.said = []; addEventListener('snowlight:statement', (it) => said.push(it.detail));</script>
    <script src="${lessons}embed.js" ${mount} defer></script><h1>School</h1><div style="display: block; width: 360px">${body}</div><p id="after">After</p>`;
}

function link({ lessons }, lesson = LESSON) {
  return `<p><a class="snowlight" href="${lessons}${lesson}?seed=${SEED}">Make ten</a></p>`;
}

/** Another site with these pages. From now on the page's addresses are the school's. */
async function school(page, server, pages, headers) {
  const lessons = server.url.replace('localhost', 'app.localhost');
  const made = Object.entries(pages).map(([path, text]) => [path, text({ lessons })]);
  const own = await School.start(Object.fromEntries(made), headers && headers({ lessons }));
  schools.push(own);
  page.origins = [own.origin, new URL(lessons).origin];
  page.server = Object.assign(Object.create(server), { url: own.url });
  return { lessons, school: own };
}

/** Looks into the lesson's frame. */
async function inside(page, at) {
  await outside(page);
  const frame = await page.until(`the frame ${at} is there`, (at) => {
    const hosts = [...document.querySelectorAll('*')].filter((it) => it.shadowRoot || it.localName === 'iframe');
    const frame = hosts[at] && (hosts[at].shadowRoot ? hosts[at].shadowRoot.querySelector('iframe') : hosts[at]);
    return frame && frame.offsetHeight > 100 && frame;
  }, at);
  await page.driver.switchTo().frame(frame);
}

/** ChromeDriver knows no elements of frames that stand in a shadow root. */
function click(page, words) {
  return page.until(`${words} can be clicked`, (words) => {
    const button = [...document.querySelectorAll('button')].find((it) => it.textContent === words && it.offsetParent && !it.disabled);
    return button && [button.click()];
  }, words);
}

function outside(page) {
  return page.driver.switchTo().defaultContent();
}

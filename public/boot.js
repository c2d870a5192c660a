// Starts the app. The build joins this with wasm-bindgen's glue and puts file names into WASM and KEEP. No top-level
// await: browsers of 2018 read this.
import start from './glue.js';
import { program } from './lanes.js';

const root = new URL('./', import.meta.url);
const address = new URL(WASM, root).href;
// What the time without a network needs is not needed to begin: it comes once nothing waits, or where a worker answers.
const offline = () => import(new URL(KEEP, root).href);

// While text is being composed or a pointer is down nothing of the page may be replaced: the app waits for this to end.
const html = document.documentElement;
for (const type of ['compositionstart', 'pointerdown']) {
  addEventListener(type, () => html.setAttribute('data-busy', ''), true);
}
for (const type of ['compositionend', 'pointerup', 'pointercancel']) {
  addEventListener(type, () => html.removeAttribute('data-busy'), true);
}

// The player in another site's page, and one that has no address of its own there (public/embed.js).
const player = 'embed' in html.dataset;
const mounted = location.protocol === 'about:';

if (!player && framed()) {
  alone();
} else {
  if (!player || self === top) turn();
  newest()
    .catch(() => {})
    .then(() => load().catch(() => load('reload')))
    .then((module) => start({ module_or_path: module }))
    .then(whenIdle(keep), failed);
}

async function load(cache = 'default') {
  return WebAssembly.compile(program(new Uint8Array(await bytes(cache))));
}

async function bytes(cache) {
  if (mounted) return parent.snowlight.bytes(address);
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.arrayBuffer();
}

// The page is shown by one of another site.
function framed() {
  try {
    return !top.location.href;
  } catch (error) {
    return true;
  }
}

// There is nothing but lessons for other sites' pages: no learners, no copies, nothing to erase.
function alone() {
  const [locale, , lesson] = location.href.slice(root.href.length).split('/');
  location.replace(new URL(`${locale}/m/${/-\d+$/.test(lesson) ? `${lesson}/` : ''}${location.search}`, root));
}

// Whose learner has a code gives their turn away when the browser's tab is closed: another one opens the app as someone who has
// no picture yet, at the page that asks who is learning.
function turn() {
  try {
    const [, , , code, key] = (localStorage.getItem('snowlight-learner') || '').split(' ');
    const mine = sessionStorage.getItem('snowlight-turn');
    const asks = new URL(`${html.lang}/me/who/?then=${encodeURIComponent(location.pathname + location.search)}`, root);
    // Work that somebody brings (engines/learners/src/edge.js), which no server is to see.
    asks.hash = location.hash;
    // In another tab the turn was given to someone else, or nobody has said yet whose it is here.
    const other = mine !== null && mine !== (key || '') && asks.pathname !== location.pathname;
    if (other && code !== '1') return location.replace(asks);
    if (code !== '1' || mine === key) return;
    sessionStorage.setItem('snowlight-turn', '?');
    localStorage.setItem('snowlight-learner', `0 255 0 0 ${localStorage.getItem('snowlight-guest') || ''}`);
    // As engines/learners/src/edge.js does it: what is a learner's own waits for them.
    for (const name of ['snowlight-begun', 'snowlight-copied']) {
      localStorage.setItem(`${name} ${key}`, localStorage.getItem(name) || '');
      localStorage.removeItem(name);
    }
    location.replace(asks);
  } catch (error) {
    // Without storage there are no learners.
  }
}

async function newest() {
  if (navigator.serviceWorker && navigator.serviceWorker.controller) await (await offline()).newest();
}

function whenIdle(then) {
  return () => (self.requestIdleCallback ? requestIdleCallback(then, { timeout: 2000 }) : setTimeout(then, 300));
}

function keep() {
  // There the page around is not there either without a network.
  if (mounted || framed()) return;
  offline()
    .then((it) => it.keep())
    .catch(() => {
      html.dataset.offline = 'failed';
      addEventListener('online', keep, { once: true });
    });
}

// The page itself stays readable: only the way to answer is missing.
function failed(error) {
  console.error(error);
  document.getElementById('failed').hidden = false;
}

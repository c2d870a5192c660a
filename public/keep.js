// Keeps the app for the time without a network, and takes up newer builds.

const root = new URL('./', import.meta.url);
const workers = navigator.serviceWorker;
const html = document.documentElement;

// Only the service worker's address is ever a script address made by a program.
const worker = new URL('sw.js', root).href;
const policy = self.trustedTypes && trustedTypes.createPolicy('snowlight', {
  createScriptURL(url) {
    if (url !== worker) throw new TypeError(url);
    return url;
  },
});

// A newer build that waits is taken up before anything of this page has begun: a page life runs files of one build.
export async function newest() {
  const registration = workers && workers.controller && (await workers.getRegistration(root));
  if (!registration || !registration.waiting) return;
  const changed = new Promise((resolve) => workers.addEventListener('controllerchange', resolve, { once: true }));
  // A worker that is busy gives way late.
  await Promise.race([loaded(), after(3000)]);
  await after(200);
  const { switched } = await Promise.race([send(registration.waiting, { switch: true }), after(3000)]);
  if (!switched) return;
  await changed;
  location.reload();
  await new Promise(() => {});
}

function loaded() {
  return new Promise((resolve) => (document.readyState === 'complete' ? resolve() : addEventListener('load', resolve)));
}

function after(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis, {}));
}

// `data-offline` on <html> says how it went: none (cannot be here), keeping, ready, failed (tried again when the
// network is back, and after a while, each time after a longer one: a network that comes and goes is not always told of).
let wait = 5000;
export async function keep() {
  introduce();
  if (!workers) return tell('none');
  tell('keeping');
  try {
    const script = policy ? policy.createScriptURL(worker) : worker;
    const active = await activated(await workers.register(script, { updateViaCache: 'none' }));
    if (!(await send(active, { keep: opened() })).failed.length) return tell('ready');
  } catch (error) {
    // Told below.
  }
  tell('failed');
  removeEventListener('online', keep);
  addEventListener('online', keep, { once: true });
  await after(wait);
  wait = Math.min(wait * 2, 600000);
  if (html.dataset.offline === 'failed') keep();
}

// Icon and manifest, which nobody waits for.
function introduce() {
  if (document.querySelector('link[rel=manifest]')) return;
  document.querySelector('link[rel=icon]').href = new URL('icons/icon.svg', root).href;
  for (const [rel, path] of [['manifest', 'manifest.webmanifest'], ['apple-touch-icon', 'icons/icon-192.png']]) {
    document.head.append(Object.assign(document.createElement('link'), { rel, href: new URL(path, root).href }));
  }
}

// The worker that answers from now on; fails if the first one cannot be installed.
function activated(registration) {
  const { active, waiting, installing } = registration;
  const next = active || waiting || installing;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (next.state === 'activated') resolve(next);
      if (next.state === 'redundant') reject(new Error('not all files could be had'));
    };
    next.addEventListener('statechange', look);
    look();
  });
}

// Packs that came before the worker was there, and the one whose beginning was enough so far.
function opened() {
  const named = (name) => [...document.querySelectorAll(`meta[name=${name}]`)].map((it) => new URL(it.content, document.baseURI).href);
  const names = new Set([...performance.getEntriesByType('resource').map((entry) => entry.name), ...named('pack')]);
  named('beginning').forEach((name) => names.delete(name));
  return [...names].filter((name) => name.startsWith(root + 'packs/')).map((name) => name.slice(root.href.length));
}

function send(to, message) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => data.finished && resolve(data);
    to.postMessage(message, [port2]);
  });
}

function tell(offline) {
  html.dataset.offline = offline;
  document.dispatchEvent(new CustomEvent('offline-state', { detail: offline }));
}

// Answers without a network. The build writes BUILD and SHELL (the files that every page needs, with their SHA-256)
// above these lines. Nothing is kept that does not match its hash.

const ROOT = new URL('./', self.location).pathname;
const KEPT = `snowlight ${ROOT} `;
const CURRENT = KEPT + BUILD;
const PACKS = KEPT + 'packs';
// Names of packs in the order in which they were last used: where there is no room guard.js lets the first of them go.
const USED = KEPT + 'used';

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => event.waitUntil(listen(event.data, event.ports[0])));
self.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request);
  if (answer) event.respondWith(answer);
});

// All or nothing: what is there already is taken over, the rest is fetched, and only then anything is kept.
async function install() {
  const names = Object.keys(SHELL);
  const responses = await Promise.all(names.map((name) => genuine(name, SHELL[name])));
  const cache = await caches.open(CURRENT);
  await Promise.all(names.map((name, at) => cache.put(ROOT + name, responses[at])));
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith(KEPT) && ![CURRENT, PACKS, USED].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

function answerTo(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || !url.pathname.startsWith(ROOT)) return null;
  const name = decodeURIComponent(url.pathname.slice(ROOT.length));
  if (request.mode === 'navigate') return page(name, request);
  const answer = name in SHELL ? shell(name, request) : packHash(name) && pack(name);
  // Not Response.error() and no failure, which Firefox calls a fault of ours on the console.
  return answer && answer.catch(() => new Response(null, { status: 504 }));
}

// Every page of a language is the same empty shell, which finds its lesson by its address.
function page(name, request) {
  if (name === '' || name === 'index.html') return shell('index.html', request);
  const [locale, alone] = name.split('/');
  const file = `shell-${alone === 'm' ? 'm-' : ''}${locale}.html`;
  return file in SHELL ? shell(file, request).then((response) => placed(response, name)) : null;
}

async function placed(response, name) {
  const root = '../'.repeat(name.split('/').length - 1) || './';
  const html = (await response.text()).split('{root}').join(root);
  return new Response(html, { headers: response.headers });
}

async function shell(name, request) {
  const cache = await caches.open(CURRENT);
  return (await cache.match(ROOT + name)) || genuine(name, SHELL[name]).catch(() => fetch(request));
}

async function pack(name) {
  caches.open(USED).then((it) => it.put(ROOT + name, new Response())).catch(() => {});
  const cache = await caches.open(PACKS);
  const kept = await cache.match(ROOT + name);
  if (kept) return kept;
  const response = await genuine(name, packHash(name));
  await cache.put(ROOT + name, response.clone()).catch(() => {});
  return response;
}

// A pack's name holds the first 16 digits of its hash.
function packHash(name) {
  const found = /^packs\/(?:.*[.-])?([0-9a-f]{16})(?:\.\w+)?$/.exec(name);
  return found && found[1];
}

// The file whose SHA-256 begins with `hash`: what another build kept, or fetched, or fetched past all caches.
async function genuine(name, hash) {
  const url = ROOT + name;
  for (const source of [() => caches.match(url), () => fetch(url), () => fetch(url, { cache: 'reload' })]) {
    const response = await source().catch(() => null);
    const copy = response && response.status === 200 && (await matching(response, hash));
    if (copy) return copy;
  }
  throw new Error(`${name} is not what the build made`);
}

async function matching(response, hash) {
  const bytes = await response.arrayBuffer().catch(() => new ArrayBuffer(0));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!hex.startsWith(hash)) return null;
  const headers = new Headers();
  for (const header of ['Content-Type', 'Content-Security-Policy']) {
    if (response.headers.get(header)) headers.set(header, response.headers.get(header));
  }
  return new Response(bytes, { headers });
}

// {keep: [names]} keeps packs, {drop: [names]} lets go of them, {kept: true} lists them; each answers on its port.
// {switch: true} takes this build up, if no page but the asking one is open that runs the old one.
async function listen(message, port) {
  if (message.keep) port.postMessage(await keep(message.keep, port));
  if (message.drop) port.postMessage(await drop(message.drop));
  if (message.kept) port.postMessage({ finished: true, kept: await kept() });
  if (message.switch) port.postMessage({ finished: true, switched: await takeUp() });
}

async function keep(names, port) {
  const failed = [];
  for (const [at, name] of names.entries()) {
    if (!(name in SHELL)) await keepOne(name).catch(() => failed.push(name));
    port.postMessage({ done: at + 1, all: names.length });
  }
  return { finished: true, failed };
}

async function keepOne(name) {
  const cache = await caches.open(PACKS);
  if (await cache.match(ROOT + name)) return;
  if (!packHash(name)) throw new Error(name);
  await cache.put(ROOT + name, await genuine(name, packHash(name)));
}

async function drop(names) {
  const cache = await caches.open(PACKS);
  await Promise.all(names.map((name) => cache.delete(ROOT + name)));
  return { finished: true };
}

async function kept() {
  const requests = await (await caches.open(PACKS)).keys();
  return requests.map((request) => new URL(request.url).pathname.slice(ROOT.length));
}

// The page that the asking one came from may need a moment to be gone.
async function takeUp() {
  for (let tries = 0; (await ours()).length > 1; tries++) {
    if (tries === 5) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await self.skipWaiting();
  return true;
}

async function ours() {
  const all = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  return all.filter((client) => new URL(client.url).pathname.startsWith(ROOT));
}

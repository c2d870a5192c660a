// A lesson in another site's page: speaks with that page, says how high the lesson is, and gives the app a keeper where the browser
// keeps nothing (docs/EMBEDDING.md). It stands before the app's script, which asks `self.EMBED`.

import { THEME, flag, read, schemes, state, theme, whole, write } from './messages.js';

const html = document.documentElement;
const root = new URL('./', import.meta.url);
// Where the lesson stands; the page around is told no more of the address.
const lesson = new URL(document.baseURI);
const [, , id] = lesson.href.slice(root.href.length).split(/[/?#]/);
const then = (lesson.searchParams.get('then') || '').split(',').filter((id) => /^[a-z\d]+-\d+$/.test(id));
lesson.search = lesson.hash = '';
// How long the page around may take to answer, in milliseconds.
const PATIENCE = 4000;
// How many records before the newest may say whether a lesson is passed.
const LATELY = 500;
const KINDS = { state: { state }, held: { of: whole }, unheld: { of: whole }, look: { scheme: schemes, theme } };
const HELLO = { hello: { statements: flag, keep: flag, scheme: schemes, theme } };
// What a theme sets in styles/tokens.css.
const TOKENS = { surface: '--surface', raised: '--raised', ink: '--ink', action: '--action' };

const framed = self !== top;
let port;
let sent = 0;
let heard = 0;
let wishes;
let unsaid = [];
let greeted;
const greeting = new Promise((resolve) => (greeted = resolve));
// Who waits for an answer: to a number, or for the state.
const waiting = {};
const embed = (self.EMBED = { ignored: 0, storage: storage(), kept: tell });
// Records that the page around keeps, or nobody.
let known;

addEventListener('message', hello);
if (framed) parent.postMessage(write(1, 'ready'), '*');
document.addEventListener('click', follow, true);
around();
const watch = new ResizeObserver(size);

// Nobody but the page around is heard. It greets again if it did not know whether it was heard.
function hello({ source, data, ports }) {
  const said = source === parent && framed && ports[0] && read(data, 0, HELLO);
  if (!said) return (embed.ignored += 1);
  if (port) port.close();
  [wishes, port, sent, heard, measured] = [said, ports[0], 0, 0, 0];
  port.onmessage = hear;
  look(said);
  watch.disconnect();
  watch.observe(document.body);
  greeted(said);
  if (said.statements) tell(unsaid);
  unsaid = [];
}

function hear({ data }) {
  const said = read(data, heard, KINDS);
  if (!said) return (embed.ignored += 1);
  heard = said.n;
  if (said.kind === 'look') return look(said);
  const [key, value] = said.kind === 'state' ? ['state', said.state] : [said.of, said.kind === 'held'];
  if (waiting[key]) waiting[key](value);
  delete waiting[key];
}

function send(kind, rest) {
  port.postMessage(write((sent += 1), kind, rest));
  return sent;
}

function answer(key) {
  return soon(new Promise((resolve) => (waiting[key] = resolve)));
}

function soon(promise) {
  return Promise.race([promise, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

// The height

let measured = 0;
let timer;
function size() {
  timer =
    timer ||
    setTimeout(() => {
      timer = undefined;
      const height = Math.ceil(html.getBoundingClientRect().height);
      if (height !== measured) send('size', { height: (measured = height) });
    }, 100);
}

// The look

function look(said) {
  if (said.scheme) html.dataset.scheme = said.scheme;
  else delete html.dataset.scheme;
  for (const name of Object.keys(THEME)) {
    const value = said.theme[name] || '';
    if (name === 'font') document.body.style.fontFamily = value;
    else html.style.setProperty(TOKENS[name], value);
  }
}

// What is kept

// Nothing where the browser keeps records; otherwise a keeper: the page around, or memory alone.
async function storage() {
  if (await keeps()) return undefined;
  const said = framed && (await soon(greeting));
  known = [];
  let host = Boolean(said && said.keep);
  if (host) await restored().catch(() => (host = false));
  show(host ? 'host' : 'none');
  // One after the other: each is written with what was there before it.
  let turn = Promise.resolve();
  const append = (events) => {
    for (let at = 1; at < events.length; at += 2) known.push(events[at]);
    tell(events);
    return (turn = turn.then(() => handed(host), () => handed(host)));
  };
  return { records: known.slice(), append };
}

// Adds what the page around has to what is known here. What cannot be had, or read, is not written over: it throws.
async function restored() {
  send('give');
  const file = await answer('state');
  if (file === undefined) throw 'lost';
  const theirs = file ? await (await exchange()).records(bytes(file)) : [];
  const here = new Set(known.map(String));
  known = theirs.filter((it) => !here.has(String(it))).concat(known);
}

// Another tab may have handed something over meanwhile.
async function handed(host) {
  try {
    if (!host) throw 'refused';
    await restored();
    const held = await answer(send('state', { state: base64(await (await exchange()).file(known)) }));
    if (!held) throw 'refused';
  } catch (reason) {
    show('none');
    throw 'refused';
  }
  show('host');
}

function keeps() {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
    try {
      const asked = indexedDB.open('snowlight probe');
      asked.onerror = (event) => {
        event.preventDefault();
        resolve(false);
      };
      asked.onsuccess = () => {
        asked.result.close();
        indexedDB.deleteDatabase('snowlight probe');
        resolve(true);
      };
    } catch (error) {
      resolve(false);
    }
  });
}

// Says what happened to a page that asked for it: xAPI statements without an actor. Nothing waits for that.
function tell(events) {
  if (!wishes) {
    if (framed) unsaid = unsaid.concat(events);
    return;
  }
  const records = events.filter((it, at) => at % 2);
  if (wishes.statements && records.length) telling = telling.then(() => report(records)).catch(() => {});
}

// Whether a lesson was passed follows from what was before, too.
let telling = Promise.resolve();
let past;
async function report(records) {
  if (past) past = past.concat(records);
  else past = (known || (await kept())).slice(-LATELY);
  const from = past.findIndex((it) => String(it) === String(records[0]));
  const all = await (await exchange()).statements(past, lesson.href, html.lang, Math.max(from, 0));
  all.forEach((it) => send('statement', { statement: JSON.parse(it) }));
}

let loaded;
function exchange() {
  loaded = loaded || import(new URL(EXCHANGE, root).href);
  return loaded;
}

// What is around the lesson

function around() {
  const app = document.getElementById('app');
  const every = (css, act) => document.querySelectorAll(css).forEach(act);
  // The page that stands for all lessons without a network knows of none.
  every('[data-full]', (it) => (it.href = new URL(`${it.parentNode.lang}/${id.replace(/-\d+$/, '')}/${id}/`, root).href));
  every('[data-carry]', (it) => Object.assign(it, { hidden: !framed, onclick: carry }));
  every('[data-next]', (it) => (it.onclick = onward));
  if (!then.length) return;
  // At the end of one lesson of several the next one is offered.
  html.dataset.then = '';
  const end = () => every('[data-next]', (it) => (it.hidden = !app.querySelector('[data-screen=lesson-end]')));
  new MutationObserver(end).observe(app, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-screen'] });
}

function onward() {
  const next = new URL(`../${then[0]}/`, lesson);
  if (then.length > 1) next.search = `?then=${then.slice(1).join(',')}`;
  if (port) send('next', { href: next.href });
  else location.assign(next.href);
}

function show(what) {
  document.querySelectorAll('[data-kept]').forEach((it) => (it.hidden = it.dataset.kept !== what));
  if (what === 'none') document.querySelectorAll('[data-saved]').forEach((it) => (it.dataset.saved = 'unkept'));
}

// Links lead out of the page around, into a window of their own.
function follow(event) {
  const link = event.target.closest && event.target.closest('a[href]');
  // Another language is of this page.
  if (!link || link.hash || link.hreflang || !framed) return;
  event.stopPropagation();
  link.target = '_blank';
  link.rel = 'noopener';
}

// Opens the full app with all that was done here: in the address's fragment, which no server sees.
async function carry() {
  const file = await (await exchange()).file(known || (await kept()));
  const work = base64(file).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  const href = new URL(`${html.lang}/me/copies/#work=${work}`, root).href;
  // A window of a sandbox would have no storage either: there, and where none may be opened, the address is to be taken along.
  const opened = self.origin !== 'null' && open(href, '_blank');
  if (opened) {
    opened.opener = null;
    return;
  }
  for (const label of document.querySelectorAll('[data-carried]')) {
    label.hidden = false;
    const field = label.lastChild;
    field.value = href;
    if (!field.offsetParent) continue;
    field.focus();
    field.select();
  }
}

// All records that the browser keeps for this page.
function kept() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('snowlight');
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const records = asked.result.transaction('events').objectStore('events').getAll();
      records.onerror = () => reject(records.error);
      records.onsuccess = () => {
        asked.result.close();
        resolve(records.result.map((it) => it.bytes));
      };
    };
  });
}

const bytes = (file) => Uint8Array.from(atob(file), (it) => it.charCodeAt(0));

function base64(file) {
  let text = '';
  for (const byte of file) text += String.fromCharCode(byte);
  return btoa(text);
}

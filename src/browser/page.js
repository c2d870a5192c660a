// The page around the app: its address, its links, what was done in it before the program was there.

// The content of <meta name>, or undefined.
export function meta(name) {
  const found = document.querySelector(`meta[name=${name}]`);
  return found ? found.content : undefined;
}

// The path that a relative one means on this page.
export function absolute(relative) {
  return new URL(relative, document.baseURI).pathname;
}

// The path and the query of the page, as one string. A document in another site's page has no address of its own.
export function here() {
  const { pathname, search } = new URL(document.baseURI);
  return pathname + search;
}

// Puts an address into the address bar: into the entry that is there, or into a new one.
export function setAddress(url, same) {
  // Refused only where a page changes its address hundreds of times a minute.
  try {
    history[same ? 'replaceState' : 'pushState'](null, '', url);
  } catch (error) {}
}

// Calls `follow` with the path of a plain click on a link within `root`, and `back` when the learner goes back or forth.
export function listen(root, follow, back) {
  addEventListener('popstate', () => back());
  document.addEventListener('keydown', entered);
  // Before the app hears of it, which may take the control away.
  document.addEventListener('click', used, true);
  document.addEventListener('click', (event) => {
    const link = event.target.closest && event.target.closest('a[href]');
    const plain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented);
    if (link && link.hash) {
      // Within the page: a new entry in its history would be another page.
      event.preventDefault();
      document.querySelector(link.hash).focus();
      return;
    }
    if (!link || !plain || link.origin !== location.origin || !link.pathname.startsWith(root)) return;
    if (follow(link.pathname + link.search)) event.preventDefault();
  });
}

// Enter in a field or on any control that is no button hands in; not the one that ends the composition of a Chinese word.
function entered({ key, isComposing, repeat, target }) {
  const button = document.querySelector('.action');
  if (key !== 'Enter' || isComposing || repeat || target.localName !== 'input' || !button) return;
  if (!button.disabled) button.click();
  else if (target.name === 'mark') markHere(target);
}

// A mark may be meant where it stands from the start, which is no change to the browser.
function markHere(slider) {
  if (!slider.closest('[data-marked]')) slider.dispatchEvent(new Event('input', { bubbles: true }));
}

// A card that was laid may be gone or out of use: the keyboard goes on at the control in its place.
function used({ target }) {
  if (target.name === 'mark') markHere(target);
  const all = '[data-item] button:enabled, [data-item] input:enabled, .actions button:enabled';
  const at = [...document.querySelectorAll(all)].findIndex((control) => control.contains(target));
  if (at < 0) return;
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (activeElement !== document.body && !activeElement.disabled) return;
    const now = [...document.querySelectorAll(all)];
    if (now.length) now[Math.min(at, now.length - 1)].focus({ preventScroll: true });
  });
}

// Another page, or another stop of a lesson: the document says its language and name, and reading starts at its top.
export function shown(lang, name, first) {
  document.documentElement.lang = lang;
  setting('locale', lang);
  const heading = document.querySelector('h1');
  document.title = heading ? `${heading.textContent} · ${name}` : name;
  if (first) return;
  scrollTo(0, 0);
  const starts = ['.stage h2', '.stage .prompt', '.stage summary', 'h1'].map((it) => document.querySelector(it));
  const start = starts.find((it) => it && (it.textContent || it.childElementCount));
  if (start) {
    start.tabIndex = -1;
    start.focus({ preventScroll: true });
  }
}

// A hint or a solution has come: reading goes on there, above the buttons.
export function helped() {
  requestAnimationFrame(() => {
    const help = [...document.querySelectorAll('.hints li, .steps')].pop();
    if (!help) return;
    help.tabIndex = -1;
    help.focus({ preventScroll: true });
    reveal(help);
  });
}

// How an answer went is told: the keyboard goes on at the button that follows, and the answer stays in sight above it.
export function told() {
  focus('.action');
  requestAnimationFrame(() => {
    const answer = document.querySelector('[data-item] [data-outcome], [data-item] .instruction + *');
    if (answer) reveal(answer);
  });
}

// Says whether answers are kept, without the page being drawn for it.
export function saved(state) {
  const page = document.querySelector('[data-saved]');
  if (page) page.dataset.saved = state;
}

// Scrolls no further than it must to show the end of `part` above the buttons, and never its beginning out of sight.
function reveal(part) {
  const { top, bottom } = part.getBoundingClientRect();
  const room = document.querySelector('.actions').getBoundingClientRect().top;
  scrollBy(0, Math.max(0, Math.min(bottom - room, top - 32) + 16));
}

// The keyboard goes on at the first of these that can be used.
export function focus(selector) {
  requestAnimationFrame(() => {
    const next = [...document.querySelectorAll(selector)].find((it) => !it.disabled);
    if (next) next.focus({ preventScroll: true });
  });
}

// A finger is down or a word is being composed: nothing may change under it.
export function busy() {
  return document.documentElement.hasAttribute('data-busy');
}

// What was done in the page so far: the item's seed, then a line each: a letter for the kind of control and its value.
export function picks() {
  const item = document.querySelector('[data-item]');
  const lines = [item ? item.dataset.seed : ''];
  for (const input of document.querySelectorAll('[data-item] input')) {
    const { type, name, value, checked } = input;
    if (type === 'radio' && checked) lines.push('p' + value);
    if (type === 'checkbox' && checked !== input.defaultChecked) lines.push(name[0] + value);
    if (type === 'text' && value) lines.push('y' + value);
    if (type === 'range' && value !== input.defaultValue) lines.push('m' + value);
  }
  const at = document.activeElement;
  const caret = at && at.type === 'text' ? at.selectionStart : undefined;
  before = at && at.name ? { name: at.name, value: at.value, caret } : undefined;
  scroll = scrollY;
  return lines.join('\n');
}

let before;
let scroll = 0;

// Focus, caret and place on the page as they were before the program was there.
export function restore() {
  if (before) {
    const inputs = [...document.querySelectorAll('[data-item] input')];
    const again = inputs.find((input) => input.name === before.name && input.value === before.value);
    if (again) {
      again.focus({ preventScroll: true });
      if (before.caret !== undefined) again.setSelectionRange(before.caret, before.caret);
    }
  }
  scrollTo(0, scroll);
}

// The page cannot be answered and says so.
export function failed() {
  const words = document.getElementById('failed');
  if (words) words.hidden = false;
}

// The bytes at `url`; throws the status, 0 without an answer.
export async function bytes(url) {
  let status = 0;
  try {
    const response = await fetch(url);
    status = response.status;
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    status = 0;
  }
  throw status;
}

// Resolves after so many milliseconds.
export function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

// Milliseconds since some fixed moment, by a clock that never jumps.
export function ticks() {
  return performance.now();
}

// Days since 1970 in local time.
export function day() {
  return Math.floor((Date.now() - new Date().getTimezoneOffset() * 60000) / 86400000);
}

// 64 bits that nobody could have foreseen, as hexadecimal digits. There on plain http too.
export function chance() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

// Offers these bytes as a file.
export function saveFile(name, bytes) {
  const href = URL.createObjectURL(new Blob([bytes]));
  Object.assign(document.createElement('a'), { href, download: name }).click();
}

// Asks the browser not to clear this site for want of room; nothing happens where it cannot be asked.
export function persist() {
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {});
}

// A setting that lives beside the log and may be lost.
export function setting(name, value) {
  try {
    if (value !== undefined) localStorage.setItem(`snowlight-${name}`, value);
    return localStorage.getItem(`snowlight-${name}`) || '';
  } catch (error) {
    return '';
  }
}

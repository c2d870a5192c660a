// Engines: programs of their own, fetched when something of theirs is first met. The build puts their names in, by their numbers.

// Those that fill a page, by its name.
const PAGES = { works: 4, teach: 5 };
const LEARNERS = 6;
const tries = [];
const loaded = [];

function engine(at) {
  // A script that could not be had once is not asked for again under the same address.
  const url = () => new URL((tries[at] = (tries[at] || 0) + 1) > 1 ? `${ENGINES[at]}?${tries[at]}` : ENGINES[at], import.meta.url).href;
  loaded[at] = loaded[at] || import(url());
  return loaded[at].catch((error) => {
    loaded[at] = undefined;
    throw error;
  });
}

// Has the engine fill the page at this path, if it is one of its own; resolves to whether it could.
export async function learners(path, locale, root) {
  const place = document.getElementById('engine');
  const screen = path.slice('me/'.length);
  try {
    if (place) await (await engine(LEARNERS)).open(place, { screen, locale, root });
    return true;
  } catch (error) {
    return false;
  }
}

const named = (bits) => [0, 1, 2, 3].filter((at) => (bits >> at) & 1);

// Has engines ready for what comes, once nothing else is to be done: then they also work without a network.
export function prepare(bits, locale) {
  const later = self.requestIdleCallback || ((act) => setTimeout(act, 500));
  later(() => named(bits).forEach((at) => engine(at).then((it) => it.fetched(locale)).catch(() => {})));
}

// What there is of engines, for keeping it.
export async function files(bits, locale) {
  const all = await Promise.all(named(bits).map((at) => engine(at).then((it) => [ENGINES[at], ...it.files(locale)])));
  return [].concat(...all);
}

// What is on the stage: where, in which language, and, once it is there, how it is locked and left.
let shown;

// Whether what should be on the stage is there, or on its way; what is left is ended, what stays is locked or not.
export function staged(locale, locked) {
  const place = document.getElementById('stage');
  if (shown && (shown.place !== place || shown.locale !== locale || shown.screen !== screen(place))) {
    const { open } = shown;
    if (open) open.close();
    shown = undefined;
  }
  if (shown && shown.open) {
    // It is tried again once what it was worth is no longer told.
    const told = Boolean(place.closest('[data-outcome]'));
    shown.open.lock(locked);
    if (shown.told && !told) shown.open.retry();
    shown.told = told;
  }
  return !place || Boolean(shown);
}

const screen = (place) => place.closest('[data-screen]').dataset.screen;
const digits = (byte) => (byte < 16 ? '0' : '') + byte.toString(16);
const bytes = (text) => Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));

// Puts an item on the stage. `made` is what was done before, as `moves` heard it: two digits a byte, of which two are the score
// and one is the fault (draft.rs).
export async function stage(at, locale, again, kind, piece, seed, made, moves) {
  const place = document.getElementById('stage');
  const changed = (now, score, fault) => moves([score >> 8 & 255, score & 255, fault, ...now].map(digits).join(''));
  const told = { locale, kind, piece, seed, made: bytes(made).slice(3), changed };
  const here = { place, locale, screen: screen(place) };
  shown = here;
  place.textContent = '';
  place.setAttribute('aria-busy', 'true');
  try {
    const open = await (await engine(PAGES[here.screen] || at)).open(place, told);
    if (shown !== here) return open.close();
    here.open = open;
    open.lock(place.dataset.locked !== undefined);
  } catch (error) {
    if (shown !== here) return;
    const [words, label] = again.split('\n');
    const button = Object.assign(document.createElement('button'), { className: 'quiet', type: 'button', textContent: label });
    button.onclick = () => stage(at, locale, again, kind, piece, seed, made, moves);
    place.append(Object.assign(document.createElement('p'), { className: 'notice', textContent: words }), button);
  }
  place.removeAttribute('aria-busy');
}

// Engines: programs of their own, fetched when something of theirs is first met. The build puts their names in.

const tries = {};
const loaded = {};

function engine(name) {
  // A script that could not be had once is not asked for again under the same address.
  const again = () => (tries[name] = (tries[name] || 0) + 1) > 1;
  const url = () => new URL(again() ? `${ENGINES[name]}?${tries[name]}` : ENGINES[name], import.meta.url).href;
  loaded[name] = loaded[name] || import(url());
  return loaded[name].catch((error) => {
    delete loaded[name];
    throw error;
  });
}

// Has engines ready for what comes, once nothing else is to be done: then they also work without a network.
export function prepare(names, locale) {
  const later = self.requestIdleCallback || ((act) => setTimeout(act, 500));
  later(() => names.split(' ').forEach((name) => engine(name).then((it) => it.fetched(locale)).catch(() => {})));
}

// What there is of engines, for keeping it.
export async function files(names, locale) {
  const all = await Promise.all(names.split(' ').filter(Boolean).map((name) => engine(name).then((it) => [ENGINES[name], ...it.files(locale)])));
  return all.flat().join(' ');
}

// Has the engine fill the page; resolves to whether it could.
export async function learners(screen, locale, root) {
  try {
    await (await engine('learners')).open(document.getElementById('engine'), { screen, locale, root });
    return true;
  } catch (error) {
    return false;
  }
}

// What is on the stage: where, in which language, and, once it is there, how it is locked and left.
let shown;

// Whether what should be on the stage is there, or on its way; what is left is ended, what stays is locked or not.
export function staged(locale, locked) {
  const place = document.getElementById('stage');
  if (shown && (shown.place !== place || shown.locale !== locale)) {
    const { open } = shown;
    if (open) open.close();
    shown = undefined;
  }
  if (shown && shown.open) shown.open.lock(locked);
  return !place || Boolean(shown);
}

// Puts an item on the stage; `changed` hears what was done, and what it is worth once it can be handed in.
export async function stage(name, locale, root, again, kind, piece, seed, made, locked, changed) {
  const place = document.getElementById('stage');
  if (!place) return;
  const told = { locale, root, kind, piece, seed, made, changed };
  const here = { place, locale };
  shown = here;
  place.textContent = '';
  place.setAttribute('aria-busy', 'true');
  try {
    const open = await (await engine(name)).open(place, told);
    if (shown !== here) return open.close();
    here.open = open;
    open.lock(place.dataset.locked !== undefined);
  } catch (error) {
    if (shown !== here) return;
    const [words, label] = again.split('\n');
    const button = Object.assign(document.createElement('button'), { className: 'quiet', type: 'button', textContent: label });
    button.onclick = () => stage(name, locale, root, again, kind, piece, seed, made, locked, changed);
    place.append(Object.assign(document.createElement('p'), { className: 'notice', textContent: words }), button);
  }
  place.removeAttribute('aria-busy');
}

// What a stage does in the browser: elements, what is done to them, sound, files. One stage is open at a time.

import { sounding, start, stop, strike } from './sound.js';

const SVG = 'http:' + '//www.w3.org/2000/svg';

let rust;
let site;
let open;

// Opens a stage in `place`; it is left by `close`. `engine` are the exports of the program.
export function opened(engine, words, root, name, place, told) {
  rust = engine;
  site = root;
  const host = document.createElement('fieldset');
  host.className = `stage-${name}`;
  place.textContent = '';
  place.append(host);
  const here = { host, told, name, locked: false, waiting: false };
  open = here;
  const { kind, piece, seed, made, locale } = told;
  const kept = setting(name);
  listen(host, here);
  if (!engine.begin(host, words, kind, piece, seed, made, locale, kept, device(locale))) throw new Error('no such piece');
  return {
    lock(locked) {
      here.locked = locked;
      host.disabled = locked;
    },
    retry() {
      if (open === here) rust.retried();
    },
    close() {
      if (open !== here) return;
      open = undefined;
      stop();
      wake(false);
      motion(false);
      engine.close();
    },
  };
}

function device(locale) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return (still ? 1 : 0) | (voice(locale) ? 2 : 0) | ('DeviceMotionEvent' in window ? 4 : 0);
}

function setting(name, value) {
  try {
    if (value === undefined) return localStorage.getItem(`snowlight-${name}`) || '';
    localStorage.setItem(`snowlight-${name}`, value);
  } catch (error) {
    // Where nothing is kept it is asked again.
  }
  return '';
}

// Elements.

export function made(tag, svg) {
  return svg ? document.createElementNS(SVG, tag) : document.createElement(tag);
}

export function attribute(element, name, value) {
  if (name === 'value' && value !== undefined) {
    if (element.value !== value) element.value = value;
    if (element.tagName === 'PROGRESS') element.setAttribute(name, value);
  } else if (name === 'checked') {
    element.checked = value !== undefined;
  } else if (value === undefined) {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value);
  }
}

export function words(parent, at, text) {
  put(parent, at, document.createTextNode(text));
}

export function put(parent, at, child) {
  const old = parent.childNodes[at];
  if (old) old.replaceWith(child);
  else parent.append(child);
}

export function child(parent, at) {
  return parent.childNodes[at];
}

export function cut(parent, length) {
  while (parent.childNodes.length > length) parent.lastChild.remove();
}

let focused;
let atTop;
// The keyboard goes on where it was, or at the next control if that one is gone; what has to be seen as a whole comes to the top when it
// begins.
export function shown() {
  const { host } = open;
  const top = host.querySelector('[data-top]');
  if (top && top !== atTop) top.scrollIntoView();
  atTop = top;
  const now = document.activeElement;
  if (focused && !focused.isConnected && (now === document.body || now === null)) {
    const next = host.querySelector('[data-focus]') || host.querySelector('button:not(:disabled), input, [tabindex]');
    if (next) next.focus({ preventScroll: true });
  }
  focused = host.contains(document.activeElement) ? document.activeElement : focused && focused.isConnected ? focused : undefined;
}

// What is done. The way to an element is the places of nodes on it, from the outermost one.

const HOW = { tap: 0, press: 1, value: 2, pointerdown: 3, pointermove: 4, pointerup: 5, key: 6 };

function way(host, target) {
  const places = [];
  for (let node = target; node !== host && node.parentNode !== host; node = node.parentNode) {
    places.unshift([...node.parentNode.childNodes].indexOf(node));
  }
  return Uint32Array.from(places);
}

function listen(host, here) {
  const act = (how, target, event, x = 0, y = 0, value = '') =>
    !here.locked && open === here && rust.act(how, way(host, target), x, y, value, event.timeStamp);
  host.addEventListener('focusin', ({ target }) => (focused = target));
  host.addEventListener('click', (event) => {
    const pressed = event.target.closest('[data-pressed]');
    // A reader's click has no finger and no key before it.
    if (pressed && event.timeStamp - pressedAt > 700 && event.detail === 0) act(HOW.press, pressed, event);
    else if (!pressed) act(HOW.tap, event.target, event);
  });
  let pressedAt = -1000;
  host.addEventListener('input', (event) => act(HOW.value, event.target, event, 0, 0, valueOf(event.target)));
  host.addEventListener('keydown', (event) => {
    const { key, target, repeat } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const press = (key === ' ' || key === 'Enter') && target.closest('[data-pressed]');
    if (press) {
      pressedAt = event.timeStamp;
      if (!repeat) act(HOW.press, press, event);
      return event.preventDefault();
    }
    if (act(HOW.key, target, event, 0, 0, key) && NAVIGATING.includes(key) && target.tagName !== 'INPUT') event.preventDefault();
  });
  host.addEventListener('pointerdown', (event) => {
    const press = event.target.closest('[data-pressed]');
    if (press && !press.disabled) {
      pressedAt = event.timeStamp;
      act(HOW.press, press, event);
    }
    const surface = event.target.closest('[data-pointed]');
    if (!surface || event.button) return;
    point(HOW.pointerdown, surface, event);
    // A mouse on it does not mark text, a finger does not scroll.
    event.preventDefault();
    if (surface.focus) surface.focus({ preventScroll: true });
    follow(surface, event.pointerId);
  });
  function point(how, surface, event) {
    const { left, top, width, height } = surface.getBoundingClientRect();
    const share = (at, from, size) => Math.round(((at - from) / (size || 1)) * 1000);
    act(how, surface, event, share(event.clientX, left, width), share(event.clientY, top, height));
  }
  function follow(surface, id) {
    const moves = (event) => event.pointerId === id && point(HOW.pointermove, surface, event);
    const ends = (event) => {
      if (event.pointerId !== id) return;
      removeEventListener('pointermove', moves);
      removeEventListener('pointerup', ends);
      removeEventListener('pointercancel', ends);
      point(HOW.pointerup, surface, event);
    };
    addEventListener('pointermove', moves);
    addEventListener('pointerup', ends);
    addEventListener('pointercancel', ends);
  }
}

// Keys that would scroll the page.
const NAVIGATING = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' ', 'Enter', 'Home', 'End', 'PageUp', 'PageDown'];

function valueOf(control) {
  return control.type === 'checkbox' ? String(control.checked) : control.value;
}

// Time.

export function again() {
  const here = open;
  if (here.waiting) return;
  here.waiting = true;
  requestAnimationFrame((now) => {
    here.waiting = false;
    if (open === here && here.host.isConnected) rust.frame(now);
  });
}

export function changed(bytes, score, fault) {
  const { told } = open;
  // The core may be drawing just now.
  Promise.resolve().then(() => told.changed(bytes, score, fault));
}

// Sound.

export function play(notes) {
  const here = open;
  start(notes).then((at) => open === here && rust.playing(at));
}

export { strike };

export function silence() {
  stop();
}

function voice(locale) {
  const all = self.speechSynthesis ? speechSynthesis.getVoices() : [];
  const language = locale.slice(0, 2);
  return all.find((it) => it.localService && it.lang.replace('_', '-').slice(0, 2).toLowerCase() === language);
}

export function say(text) {
  const { locale } = open.told;
  const speaker = voice(locale);
  if (!speaker) return;
  speechSynthesis.cancel();
  speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), { voice: speaker, lang: speaker.lang, rate: 0.9 }));
}

// The device.

let lock;
export async function wake(on) {
  try {
    if (on && navigator.wakeLock) lock = lock || (await navigator.wakeLock.request('screen'));
    if (!on && lock) {
      const old = lock;
      lock = undefined;
      await old.release();
    }
  } catch (error) {
    lock = undefined;
  }
}

let heard;
const felt = ({ accelerationIncludingGravity: it, timeStamp }) => {
  if (!it || it.x === null) return;
  heard = true;
  if (open) rust.moved(Math.round(it.x * 100), Math.round(it.y * 100), Math.round(it.z * 100), timeStamp);
};

export async function motion(on) {
  removeEventListener('devicemotion', felt);
  if (!on) return;
  const here = open;
  const missing = () => open === here && rust.unmoved();
  try {
    const ask = self.DeviceMotionEvent && DeviceMotionEvent.requestPermission;
    if (!self.DeviceMotionEvent || (ask && (await DeviceMotionEvent.requestPermission()) !== 'granted')) return missing();
  } catch (error) {
    return missing();
  }
  heard = false;
  addEventListener('devicemotion', felt);
  setTimeout(() => !heard && missing(), 1500);
}

// Files.

export function file(name, mime, bytes) {
  save(name, new Blob([bytes], { type: mime }));
}

export async function png(name, svg) {
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await new Promise((resolve, reject) => Object.assign(picture, { onload: resolve, onerror: reject }));
  const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
  canvas.getContext('2d').drawImage(picture, 0, 0);
  URL.revokeObjectURL(picture.src);
  canvas.toBlob((blob) => blob && save(name, blob), 'image/png');
}

function save(name, blob) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// Resolves in its own time, or never.
export function fetch(path) {
  const here = open;
  const whole = (response) => (response.ok ? response.arrayBuffer() : Promise.reject(response.status));
  const come = (bytes) => open === here && rust.fetched(path, new Uint8Array(bytes));
  self.fetch(new URL(path, site)).then(whole).then(come).catch(() => {});
}

// What only this engine's own way in does.
export function own(what, words) {
  const here = open;
  here.told.own(what, words, here.host).then((bytes) => open === here && rust.fetched(what, bytes));
}

export function remember(told) {
  setting(open.name, told);
}

export { sounding };

// A page as a learner's hands and ears find it: by role and name.

const CONTROLS = 'button, input, select, textarea, summary, a[href]';

// The name by which a screen reader calls a control.
function nameOf(control) {
  const label = control.getAttribute('aria-label');
  if (label !== null) return label.trim();
  const words = control.labels && control.labels.length ? control.labels[0] : control;
  const heard = words.cloneNode(true);
  for (const hidden of heard.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  for (const drawn of heard.querySelectorAll('svg, math')) drawn.replaceWith(drawn.getAttribute('aria-label') || '');
  return heard.textContent.trim();
}

// The control of this name, with the keyboard's focus on it; throws if the keyboard cannot get there.
function reach(host, name) {
  const all = [...host.querySelectorAll(CONTROLS)].filter((control) => !control.disabled);
  const found = all.find((control) => nameOf(control) === name);
  if (!found) throw new Error(`no “${name}” among ${all.map(nameOf).join(' | ')}`);
  if (found.tabIndex < 0) throw new Error(`“${name}” is left out by the Tab key`);
  found.focus();
  if (document.activeElement !== found) throw new Error(`“${name}” takes no focus`);
  return found;
}

// What a page listened to goes with it: another one's links are none of its own.
const heard = [];
const listen = document.addEventListener;
document.addEventListener = (...told) => {
  heard.push(told);
  listen.apply(document, told);
};

export function leave() {
  for (const told of heard.splice(0)) document.removeEventListener(...told);
}

// What Enter or Space does on a button, link, radio button or box.
export function press(host, name) {
  reach(host, name).click();
}

// What typing, or the arrow keys on a slider, leave in a field.
export function fill(host, name, value) {
  const field = reach(host, name);
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

// A key goes down on a control.
export function strike(host, name, key, isComposing) {
  reach(host, name).dispatchEvent(new KeyboardEvent('keydown', { key, isComposing, bubbles: true, cancelable: true }));
}

// Names of the controls that can be used, in order.
export function names(host) {
  return [...host.querySelectorAll(CONTROLS)].filter((control) => !control.disabled).map(nameOf).join(' | ');
}

// What a keyboard or a screen reader would miss.
export function missed(host) {
  const found = [];
  for (const control of host.querySelectorAll(CONTROLS)) {
    if (!nameOf(control)) found.push(`no name: ${control.outerHTML}`);
  }
  for (const acted of host.querySelectorAll('[role=button], [role=link], [role=radio], [role=checkbox], [role=slider]')) {
    if (!acted.matches(CONTROLS)) found.push(`not native: ${acted.outerHTML}`);
  }
  for (const drawing of host.querySelectorAll('svg, math')) {
    const hidden = drawing.closest('[aria-hidden=true]');
    const inside = drawing.parentElement.closest('svg');
    if (!hidden && !inside && !drawing.getAttribute('aria-label')) found.push(`no words: ${drawing.outerHTML}`);
  }
  return found.join('\n');
}

// Elements in another namespace than their surroundings ask for.
export function misplaced(host) {
  const spaces = {
    svg: 'http://www.w3.org/2000/svg',
    math: 'http://www.w3.org/1998/Math/MathML',
  };
  const wanted = (element) => {
    const outer = element.closest('svg, math');
    return outer ? spaces[outer.localName] : 'http://www.w3.org/1999/xhtml';
  };
  const wrong = [...host.querySelectorAll('*')].filter((element) => element.namespaceURI !== wanted(element));
  return wrong.map((element) => `${element.localName} in ${element.namespaceURI}`).join(', ');
}

// Attributes that would run or paint something by themselves, and links that lead away.
export function unsafe(host, root) {
  const found = [];
  for (const element of host.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const away = name === 'href' && !new URL(value, location.href).href.startsWith(location.origin + root);
      if (name === 'style' || name.startsWith('on') || name === 'src' || away) found.push(`${name}="${value}"`);
    }
  }
  return found.join(', ');
}

const sinks = [
  [Element.prototype, 'innerHTML'],
  [Element.prototype, 'outerHTML'],
  [Element.prototype, 'insertAdjacentHTML'],
  [Range.prototype, 'createContextualFragment'],
  [Document.prototype, 'write'],
  [DOMParser.prototype, 'parseFromString'],
  [CSSStyleDeclaration.prototype, 'cssText'],
];
let undo = [];
let poured = [];

// Notes from now on where text is made into markup or style.
export function watchSinks() {
  poured = [];
  undo = sinks.map(([of, name]) => {
    const was = Object.getOwnPropertyDescriptor(of, name);
    const note = (how) => function (...given) {
      poured.push(name);
      return how.apply(this, given);
    };
    const now = was.set ? { ...was, set: note(was.set) } : { ...was, value: note(was.value) };
    Object.defineProperty(of, name, now);
    return () => Object.defineProperty(of, name, was);
  });
}

// Where text was made into markup or style since then.
export function sunk() {
  undo.forEach((back) => back());
  return poured.join(', ');
}

// Resolves after so many milliseconds.
export function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

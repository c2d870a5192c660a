// What must hold of every screen at every size, looked at in the page: nothing beside it, cut off, covered or too small.

/** Runs in the page; returns what is wrong, a line each. `action`: the main action must be seen without scrolling. */
export function untidy({ width, action }) {
  const faults = [];
  const root = document.scrollingElement;
  const name = (it) => `<${it.localName} class="${it.getAttribute('class') ?? ''}"> ${(it.textContent || it.getAttribute('aria-label') || '').trim().slice(0, 40)}`;
  const seen = (it) => it.getClientRects().length > 0 && getComputedStyle(it).visibility !== 'hidden' && !it.closest('.skip');
  if (root.scrollWidth > width || innerWidth > width) faults.push(`scrolls sideways: ${Math.max(root.scrollWidth, innerWidth)}`);

  for (const it of document.querySelectorAll('body *')) {
    if (!seen(it)) continue;
    const { left, right, width: wide } = it.getBoundingClientRect();
    if (wide > 0 && (left < -1 || right > width + 1) && !it.closest('svg')) faults.push(`reaches outside: ${name(it)}`);
    const style = getComputedStyle(it);
    const cut = (style.overflowX !== 'visible' && it.scrollWidth > it.clientWidth + 1) || (style.overflowY === 'hidden' && it.scrollHeight > it.clientHeight + 1);
    if (cut && it.textContent.trim() && it.localName !== 'input' && !it.closest('svg')) faults.push(`cut off: ${name(it)}`);
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let it = texts.nextNode(); it; it = texts.nextNode()) {
    for (let at = it.data.indexOf('\u00a0'); at >= 0; at = it.data.indexOf('\u00a0', at + 1)) {
      const about = document.createRange();
      about.setStart(it, Math.max(at - 1, 0));
      about.setEnd(it, Math.min(at + 2, it.data.length));
      const lines = [...about.getClientRects()].map((box) => box.top);
      if (Math.max(...lines) - Math.min(...lines) > 12) faults.push(`a sum is torn: ${it.data.trim()}`);
    }
  }

  for (const it of document.querySelectorAll('a[href], button, summary, input')) {
    if (!seen(it)) continue;
    const { left, top, width: wide, height } = it.getBoundingClientRect();
    const least = it.matches('.toggle') ? 32 : 48;
    // What looks smaller is as large to the finger.
    for (const off of least < 48 && top >= 8 ? [-23.5, 23.5] : []) {
      const hit = document.elementFromPoint(left + wide / 2, top + height / 2 + off);
      if (hit !== it) faults.push(`too small to the finger: ${name(it)}`);
    }
    if (height < least - 0.5 || (wide < least - 0.5 && !it.closest('.grid'))) faults.push(`too small: ${Math.round(wide)} × ${Math.round(height)} ${name(it)}`);
  }

  for (const svg of document.querySelectorAll('svg')) {
    const boxes = [...svg.querySelectorAll('text')].map((it) => [it, it.getBoundingClientRect()]);
    for (const [at, [it, a]] of boxes.entries()) {
      for (const [other, b] of boxes.slice(at + 1)) {
        const apart = a.right + 2 <= b.left || b.right + 2 <= a.left || a.bottom <= b.top + 4 || b.bottom <= a.top + 4;
        if (!apart) faults.push(`numbers touch: ${it.textContent} ${other.textContent}`);
      }
      const frame = svg.getBoundingClientRect();
      if (a.left < Math.min(frame.left, 0) - 1 || a.right > Math.max(frame.right, 0) + 1) faults.push(`a number is outside: ${it.textContent}`);
    }
  }

  const main = document.querySelector('.actions > .action, main > .action, .next .action, #engine .action');
  if (action && !main) faults.push('there is no main action');
  if (main && action) {
    const { left, right, top, bottom } = main.getBoundingClientRect();
    const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (top < 0 || bottom > innerHeight + 1) faults.push(`the main action is not seen: ${Math.round(top)}–${Math.round(bottom)} of ${innerHeight}`);
    else if (!main.contains(middle)) faults.push(`the main action is covered by ${name(middle)}`);
  }

  const told = document.querySelector('[data-item][data-outcome]');
  if (told) {
    const floor = document.querySelector('.actions').getBoundingClientRect().top;
    const own = told.querySelector('label[data-outcome], input[data-outcome], .built[data-outcome], .mark, .order, .match, .bins, .grid');
    const { top, bottom } = own ? own.getBoundingClientRect() : { top: 0, bottom: 0 };
    if (own && (top > floor - 24 || bottom < 0 || (bottom > floor + 1 && bottom - top < floor))) faults.push(`the answer is covered: ${Math.round(top)}–${Math.round(bottom)}, room to ${Math.round(floor)}`);
    const words = document.querySelector('.feedback');
    if (words && words.scrollHeight > words.clientHeight + 1 && words.clientHeight < 96) faults.push('feedback has too little room');
  }
  return [...new Set(faults)];
}

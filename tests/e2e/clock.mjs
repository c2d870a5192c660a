// The device's clock, moved.

/** From now on the clock is so many days further. */
export function later(page, days) {
  return page.browser.before(ahead(days));
}

/** A function, as text, that moves the clock of the page it runs in. */
export function ahead(days) {
  return `() => {
    const Before = Date;
    const off = ${days} * 86400000;
    globalThis.Date = class extends Before {
      constructor(...parts) {
        if (parts.length) super(...parts);
        else super(Before.now() + off);
      }
      static now() {
        return Before.now() + off;
      }
    };
  }`;
}

/** A function, as text, that stops the clock of the page it runs in at a moment: milliseconds since 1970. */
export function at(moment) {
  return `() => {
    Date.now = () => ${moment};
  }`;
}

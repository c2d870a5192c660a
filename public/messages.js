// What a lesson and the page around it say to each other: JSON of a closed set of kinds, numbered, of one version. What is anything
// else is not heard (docs/EMBEDDING.md).

const LONGEST = 100000;

const own = (record, name) => Object.prototype.hasOwnProperty.call(record, name);
const isRecord = (it) => it !== null && typeof it === 'object' && !Array.isArray(it);
const text = (pattern, longest) => (it) => typeof it === 'string' && it.length <= longest && pattern.test(it);

// What fields may be.
export const whole = (it) => Number.isInteger(it) && it >= 0 && it < 1e9;
export const flag = (it) => it === true || it === false;
export const schemes = text(/^(light|dark|)$/, 5);
export const address = text(/^https?:/, 2000);
// A learner file of 64 KB as base64.
export const state = text(/^[\w+/]*=*$/, 87384);
export const statement = (it) => isRecord(it) && isRecord(it.verb) && isRecord(it.object);

const colour = text(/^(#[\da-f]{3,8}|(rgb|hsl)a?\([\d\s.,%/]{5,50}\))$/i, 60);

// What a page may set of the player's look, and what each may be.
export const THEME = { surface: colour, raised: colour, ink: colour, action: colour, font: text(/^[\w\s,"'-]+$/, 120) };
export const theme = (it) => isRecord(it) && Object.keys(it).every((name) => own(THEME, name) && THEME[name](it[name]));

// The message in `data` if it is one of `kinds`, which name the fields of each and what they may be. `last` is the number of the one
// before: what comes again is not heard again.
export function read(data, last, kinds) {
  if (typeof data !== 'string' || data.length > LONGEST) return undefined;
  let it;
  try {
    it = JSON.parse(data);
  } catch (error) {
    return undefined;
  }
  if (!isRecord(it) || it.snowlight !== 1 || !whole(it.n) || it.n <= last || typeof it.kind !== 'string' || !own(kinds, it.kind)) return undefined;
  const fields = kinds[it.kind];
  return Object.keys(fields).every((name) => own(it, name) && fields[name](it[name])) ? it : undefined;
}

export function write(n, kind, rest) {
  return JSON.stringify(Object.assign({ snowlight: 1, n, kind }, rest));
}

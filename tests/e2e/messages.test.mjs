// What pages of other sites say is read totally: whatever comes is a message of its kind or nothing, and nothing is heard twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { THEME, address, flag, read, schemes, state, statement, theme, whole, write } from '../../public/messages.js';

const KINDS = {
  ready: {},
  hello: { statements: flag, keep: flag, scheme: schemes, theme },
  size: { height: whole },
  statement: { statement },
  state: { state },
  held: { of: whole },
  next: { href: address },
};
const GOOD = [
  ['ready', {}],
  ['hello', { statements: true, keep: false, scheme: 'dark', theme: { surface: '#fff', ink: 'rgb(1, 2, 3)', font: 'Georgia, "Noto Serif"' } }],
  ['size', { height: 640 }],
  ['statement', { statement: { id: 'x', verb: { id: 'v' }, object: { id: 'o' } } }],
  ['state', { state: 'AAAA+/8=' }],
  ['held', { of: 3 }],
  ['next', { href: 'https://lessons.example/en/m/ma-04/' }],
];

test('each message is read as it was written, and not a second time', () => {
  for (const [at, [kind, rest]] of GOOD.entries()) {
    const text = write(at + 1, kind, rest);
    assert.deepEqual(read(text, at, KINDS), { snowlight: 1, n: at + 1, kind, ...rest });
    assert.equal(read(text, at + 1, KINDS), undefined, 'what comes again');
    assert.equal(read(text, at, {}), undefined, 'of a kind that is not listened to');
  }
});

test('what is too long, of another version or has other fields is nothing', () => {
  const bad = [
    undefined, null, 7, {}, '', '[]', 'null', '"ready"',
    write(1, 'size', { height: -1 }), write(1, 'size', { height: 1.5 }), write(1, 'size', { height: '640' }), write(1, 'size', {}),
    write(1, 'state', { state: 'A'.repeat(87385) }), write(1, 'state', { state: '<b>' }), write(1, 'next', { href: 'javascript:alert(1)' }),
    write(1, 'hello', { statements: 1, keep: true, scheme: '', theme: {} }),
    write(1, 'ready', { more: 'x'.repeat(100000) }), write(0.5, 'ready'), write('1', 'ready'), write(1, '__proto__'), write(1, 'toString'),
    '{"snowlight":2,"n":1,"kind":"ready"}',
  ];
  for (const it of bad) assert.equal(read(it, 0, KINDS), undefined, String(it).slice(0, 80));
  for (const value of ['url(//x)', 'red;}', 'expression(1)', '#ggg', 'var(--x)', 'rgb(', '#12', 7, null]) {
    assert.ok(!THEME.surface(value), String(value));
  }
});

test('messages with anything changed are read or not, never by halves', () => {
  let seed = 1;
  const chance = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const pieces = ['{', '}', '"', ':', ',', '[', ']', '\\', 'null', '-1', '1e400', '__proto__', 'constructor', 'kind', 'theme', '\u0000', '\ud800', '9'.repeat(30)];
  let taken = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const [kind, rest] = GOOD[chance(GOOD.length)];
    let text = write(1 + chance(9), kind, rest);
    for (let changes = chance(4); changes > 0; changes -= 1) {
      const [from, length] = [chance(text.length + 1), chance(6)];
      text = text.slice(0, from) + pieces[chance(pieces.length)] + text.slice(from + length);
    }
    const it = read(text, 0, KINDS);
    if (it === undefined) continue;
    taken += 1;
    assert.ok(it.snowlight === 1 && Number.isInteger(it.n) && it.n > 0);
    for (const [name, check] of Object.entries(KINDS[it.kind])) assert.ok(check(it[name]), text);
  }
  assert.ok(taken > 3000, `${taken} were read`);
});

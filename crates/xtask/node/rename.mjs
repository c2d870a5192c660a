// Gives the imports and exports of a program short names, in the program and in wasm-bindgen's glue: theirs end in random
// digits that no compression shortens, on both sides.
//
// node rename.mjs PROGRAM.wasm GLUE.js

import { readFileSync, writeFileSync } from 'node:fs';

const CUSTOM = 0;
const IMPORTS = 2;
const EXPORTS = 7;
const [program, glue] = process.argv.slice(2);
const bytes = readFileSync(program);
const modules = shortNames();
const fields = shortNames();
const exported = shortNames();

const sections = [bytes.subarray(0, 8)];
for (let at = 8; at < bytes.length; ) {
  const id = bytes[at];
  const [length, start] = number(at + 1);
  const body = bytes.subarray(start, start + length);
  at = start + length;
  // Who made the program says nothing to a browser.
  if (id === CUSTOM) continue;
  const renamed = id === IMPORTS ? imports(start) : id === EXPORTS ? exports(start) : body;
  sections.push(Buffer.of(id), varint(renamed.length), renamed);
}
writeFileSync(program, Buffer.concat(sections));
writeFileSync(glue, script(readFileSync(glue, 'utf8')));

function imports(start) {
  let [count, at] = number(start);
  const out = [varint(count)];
  for (; count > 0; count -= 1) {
    let module, field;
    [module, at] = text(at);
    [field, at] = text(at);
    if (bytes[at] !== 0) throw new Error(`${field} is no function`);
    const [, end] = number(at + 1);
    // Functions of the app's own scripts are taken from them as they are, by the names that they have there.
    const kept = !module.endsWith('_bg.js');
    out.push(name(modules.of(module)), name(kept ? field : fields.of(field)), bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(out);
}

function exports(start) {
  let [count, at] = number(start);
  const out = [varint(count)];
  for (; count > 0; count -= 1) {
    let field;
    [field, at] = text(at);
    const [, end] = number(at + 1);
    out.push(name(exported.of(field)), bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(out);
}

// In the glue an import is a key of an object, a module a key in quotes, an export a property of `wasm`.
function script(source) {
  return source
    .replace(/^(\s*)([A-Za-z_$][\w$]*): function\(/gm, (all, space, key) =>
      fields.has(key) ? `${space}${fields.of(key)}: function(` : all,
    )
    .replace(/^(\s*)"([^"\n]+)": (import\d+)/gm, (all, space, key, value) =>
      modules.has(key) ? `${space}"${modules.of(key)}": ${value}` : all,
    )
    .replace(/\bwasm\.([A-Za-z_$][\w$]*)/g, (all, key) => (exported.has(key) ? `wasm.${exported.of(key)}` : all));
}

function shortNames() {
  const known = new Map();
  return {
    has: (long) => known.has(long),
    of(long) {
      if (!known.has(long)) known.set(long, short(known.size));
      return known.get(long);
    },
  };
}

// a … z, aa, ab …
function short(at) {
  const letter = String.fromCharCode(97 + (at % 26));
  return at < 26 ? letter : short(Math.floor(at / 26) - 1) + letter;
}

function number(at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value >>> 0, at];
  }
}

function text(at) {
  const [length, start] = number(at);
  return [bytes.toString('utf8', start, start + length), start + length];
}

function name(text) {
  return Buffer.concat([varint(Buffer.byteLength(text)), Buffer.from(text)]);
}

function varint(value) {
  const out = [];
  for (; value >= 0x80; value >>>= 7) out.push((value & 0x7f) | 0x80);
  return Buffer.from([...out, value]);
}

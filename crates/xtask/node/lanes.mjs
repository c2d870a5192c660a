// Sorts a program's code into lanes (public/lanes.js says which and why), in the file itself.
//
// node lanes.mjs PROGRAM.wasm

import { readFileSync, writeFileSync } from 'node:fs';
import * as lanes from '../../../public/lanes.js';

const NAME = 'lanes';
const CODE_SECTION = 10;
const [path] = process.argv.slice(2);
const bytes = readFileSync(path);
const sorted = Array.from({ length: lanes.LANES }, () => []);

let at = 8;
let end = 0;
while (end === 0) {
  const id = bytes[at];
  const [length, start] = number(at + 1);
  at = start;
  if (id === CODE_SECTION) end = start + length;
  else at += length;
}
const [functions, before] = number(at);
at = before;
for (let left = functions; left > 0; left -= 1) body();
if (at !== end) throw new Error('the code does not end where it should');

const content = [bytes.length, before, ...sorted.map((lane) => lane.length), functions].flatMap(varint);
const head = [NAME.length, ...Buffer.from(NAME), ...content];
const rest = [bytes.subarray(0, before), ...sorted.map((lane) => Buffer.from(lane)), bytes.subarray(end)];
const size = head.length + rest.reduce((sum, part) => sum + part.length, 0);
const file = Buffer.concat([bytes.subarray(0, 8), Buffer.from([0, ...varint(size), ...head]), ...rest]);
if (!bytes.equals(lanes.program(file))) throw new Error('the program is not what it was');
writeFileSync(path, file);

function body() {
  let [length, start] = number(at);
  const last = start + length;
  at = start;
  for (let groups = 2 * move(lanes.HEAD); groups > 0; groups -= 1) move(lanes.HEAD);
  while (at < last) instruction(bytes[at++]);
}

function instruction(code) {
  const put = (code) => sorted[lanes.CODE].push(code);
  if (code > 0xbf) throw new Error(`instruction ${code} is newer than the first WebAssembly`);
  if (code >= 0x02 && code <= 0x04) {
    const type = bytes[at++];
    if (type === 0x40) put(code);
    else if (type === 0x7f) put(code - 2 + lanes.RESULT);
    else {
      put(code - 2 + lanes.TYPED);
      sorted[lanes.TYPE].push(type);
    }
  } else if (code === 0x0e) {
    put(code);
    for (let targets = move(lanes.BRANCH); targets >= 0; targets -= 1) move(lanes.TABLE);
  } else if (code === 0x11) {
    put(code);
    move(lanes.INDIRECT);
    move(lanes.INDIRECT);
  } else if (code === 0x3f || code === 0x40) {
    put(code);
    at += 1;
  } else if (code === 0x41) {
    const [, next] = number(at);
    const longer = Math.min(next - at, 4) - 1;
    put(longer === 0 ? code : lanes.WIDER + longer - 1);
    move(longer === 0 ? lanes.SHORT : lanes.LONGER + longer - 1);
  } else if (code === 0x43 || code === 0x44) {
    put(code);
    for (let left = 4 * (code - 0x42); left > 0; left -= 1) sorted[lanes.FLOAT].push(bytes[at++]);
  } else if (code >= 0x28 && code <= 0x3e) {
    const align = bytes[at++];
    if (align === lanes.ALIGNMENT[code - 0x28]) put(code);
    else {
      put(lanes.ALIGNED);
      put(code);
      sorted[lanes.ALIGN].push(align);
    }
    move(lanes.OFFSET);
  } else {
    put(code);
    const lane = lanes.FOLLOWS[code];
    if (lane >= 0) move(lane);
  }
}

/** Puts the number that comes next into a lane; its value. */
function move(lane) {
  const [value, next] = number(at);
  sorted[lane].push(...bytes.subarray(at, next));
  at = next;
  return value;
}

function number(at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return [value >>> 0, at];
  }
}

function varint(value) {
  const out = [];
  for (; value >= 0x80; value >>>= 7) out.push((value & 0x7f) | 0x80);
  return [...out, value];
}

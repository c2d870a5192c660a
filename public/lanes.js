// The program as it travels: its code is sorted into lanes, each with what is alike, since a compressor finds more in them
// (docs/decisions/0007-the-program-in-lanes.md). crates/xtask/node/lanes.mjs sorts it, this puts it together again.
//
// Such a file is an empty WebAssembly module with one section of its own. Its content: the program's size, the length of what
// stands before its functions, the length of each lane, the number of functions; then all of these, and what comes after.

export const LANES = 17;
// Which lane has what. Neighbours are alike: the order was found by trying.
export const [OFFSET, ALIGN, LOCAL, CALL, BRANCH, TABLE, GLOBAL, INDIRECT, SHORT, LONGER, LONG, LONGEST, CODE, LARGE, HEAD, FLOAT, TYPE] =
  Array(LANES).keys();
// Instructions that stand for another one: a longer number, a block with a result, a block of any type, an alignment.
export const [WIDER, RESULT, TYPED, ALIGNED] = [0xd0, 0xd3, 0xd6, 0xd9];
// The usual alignment of each load and store, from 0x28 on.
export const ALIGNMENT = Uint8Array.from('23230011001122232301012');

// The lane of the number that follows an instruction, where it is just one.
export const FOLLOWS = new Int8Array(256).fill(-1);
[[BRANCH, 0x0c, 0x0d], [CALL, 0x10], [LOCAL, 0x20, 0x21, 0x22], [GLOBAL, 0x23, 0x24], [SHORT, 0x41], [LARGE, 0x42]].forEach(
  ([lane, ...codes]) => codes.forEach((code) => (FOLLOWS[code] = lane)),
);

// The program in `file`, which may be one already.
export function program(file) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = file[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  if (number() !== 0) return file;
  number();
  const name = number();
  at += name;
  const size = number();
  const before = number();
  const lengths = Array.from({ length: LANES }, number);
  let functions = number();
  const out = new Uint8Array(size + 8);
  out.set(file.subarray(at, (at += before)));
  let to = before;
  const next = lengths.map((length) => (at += length) - length);

  // A number goes from its lane into the program; its value.
  const copy = (lane) => {
    let from = next[lane];
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = (out[to++] = file[from++]);
      value |= (byte & 127) << shift;
      if (byte < 128) {
        next[lane] = from;
        return value;
      }
    }
  };
  for (; functions; functions--) {
    // Room for the length, which is known at the end.
    const from = to;
    to += 5;
    for (let groups = 2 * copy(HEAD); groups; groups--) copy(HEAD);
    for (let depth = 1; depth; ) {
      let code = file[next[CODE]++];
      let lane = FOLLOWS[code];
      let align = -1;
      let type = 0x40;
      if (code === ALIGNED) {
        code = file[next[CODE]++];
        align = file[next[ALIGN]++];
      } else if (code >= TYPED) {
        code += 2 - TYPED;
        type = file[next[TYPE]++];
      } else if (code >= RESULT) {
        code += 2 - RESULT;
        type = 0x7f;
      } else if (code >= WIDER) {
        lane = code - WIDER + LONGER;
        code = 0x41;
      }
      out[to++] = code;
      if (lane >= 0) {
        copy(lane);
      } else if (code === 0x0b) {
        depth--;
      } else if (code >= 0x28 && code <= 0x3e) {
        out[to++] = align < 0 ? ALIGNMENT[code - 0x28] : align;
        copy(OFFSET);
      } else if (code >= 2 && code <= 4) {
        out[to++] = type;
        depth++;
      } else if (code === 0x0e) {
        for (let targets = copy(BRANCH); targets >= 0; targets--) copy(TABLE);
      } else if (code === 0x11) {
        copy(INDIRECT);
        copy(INDIRECT);
      } else if (code === 0x3f || code === 0x40) {
        out[to++] = 0;
      } else if (code === 0x43 || code === 0x44) {
        for (let bytes = 4 * (code - 0x42); bytes; bytes--) out[to++] = file[next[FLOAT]++];
      }
    }
    const end = to;
    to = from;
    for (let length = end - from - 5; ; length >>>= 7) {
      out[to++] = length > 127 ? length & 127 | 128 : length;
      if (length < 128) break;
    }
    out.copyWithin(to, from + 5, end);
    to += end - from - 5;
  }
  out.set(file.subarray(at), to);
  return out.subarray(0, size);
}

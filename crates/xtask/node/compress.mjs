// Writes `.br` (quality 11) and `.gz` beside every file of a folder that gets smaller by them.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const folder = process.argv[2];
const plain = /\.(br|gz|png|jpg|webp|ogg|opus|woff2)$/;
const ways = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: 22,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

async function compress(path) {
  const bytes = await readFile(path);
  for (const [ending, way] of Object.entries(ways)) {
    const smaller = await way(bytes);
    if (smaller.length < bytes.length) await writeFile(`${path}.${ending}`, smaller);
  }
}

const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const paths = entries
  .filter((entry) => entry.isFile() && !plain.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
// Few at a time: zlib works in four threads, and memory is bounded.
while (paths.length) await Promise.all(paths.splice(0, 8).map(compress));

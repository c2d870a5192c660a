// Prints what files cost on their way, in bytes under the strongest Brotli.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const weigh = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
console.log(process.argv.slice(2).reduce((sum, path) => sum + weigh(readFileSync(path)), 0));

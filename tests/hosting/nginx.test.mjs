// What docs/hosting/nginx.conf promises, asked of a real nginx.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const host = process.env.SNOWLIGHT_HOST;
const dist = process.env.SNOWLIGHT_DIST;
const forever = 'public, max-age=31536000, immutable';
const pages = ['', 'en/', 'zh-Hans/ma/', 'en/ma/ma-03/', 'en/m/ma-03/'];

// The server may be a moment in coming.
before(async () => {
  const deadline = Date.now() + 10_000;
  while (!(await ask('').catch(() => null))) assert.ok(Date.now() < deadline, 'nginx does not answer');
});

for (const base of ['', 'school/light/']) {
  test(`every file comes whole, typed and compressed, below /${base}`, async () => {
    const types = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', wasm: 'application/wasm', svg: 'image/svg+xml', png: 'image/png', txt: 'text/plain; charset=utf-8', webmanifest: 'application/manifest+json' };
    for (const file of await files()) {
      const plain = await readFile(join(dist, file));
      for (const accept of ['', 'gzip', 'gzip, deflate, br', 'br;q=1.0']) {
        const { status, headers, body } = await ask(base + file, accept);
        assert.equal(status, 200, file);
        assert.deepEqual(decoded(headers['content-encoding'], body), plain, `${file} as ${accept}`);
        assert.equal(headers['content-type'], types[file.split('.').pop()] ?? 'application/octet-stream', file);
      }
    }
    const wasm = (await files()).find((file) => file.endsWith('.wasm'));
    assert.equal((await ask(base + wasm, 'gzip, br')).headers['content-encoding'], 'br');
    assert.equal((await ask(base + wasm, 'gzip')).headers['content-encoding'], 'gzip');
  });

  test(`what has a hash in its name is kept for ever and nothing else, below /${base}`, async () => {
    for (const file of await files()) {
      const hashed = /-([0-9a-f]{8}){1,2}\.|\/[0-9a-f]{16}\./.test(file);
      assert.equal((await ask(base + file)).headers['cache-control'], hashed ? forever : 'no-cache', file);
    }
  });

  test(`pages are found by their addresses, with the policy of their head, below /${base}`, async () => {
    for (const page of pages) {
      const { status, headers, body } = await ask(base + page, 'br');
      assert.equal(status, 200, page);
      const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(decoded('br', body));
      assert.equal(headers['content-security-policy'], page.includes('/m/') ? policy : `${policy}, frame-ancestors 'self'`);
      assert.equal(headers['access-control-allow-origin'], '*');
      assert.equal(headers['referrer-policy'], 'no-referrer');
    }
    const bare = await ask(`${base}en/ma`);
    assert.equal(bare.status, 301);
    assert.ok(bare.headers.location.endsWith(`/${base}en/ma/`), bare.headers.location);
  });
}

test('what is not there is said in words, with status 404', async () => {
  const { status, headers, body } = await ask('en/nothing/', 'br');
  assert.equal(status, 404);
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  assert.match(String(decoded(headers['content-encoding'], body)), /There is no such page/);
});

async function files() {
  const all = await readdir(dist, { recursive: true, withFileTypes: true });
  const paths = all.filter((it) => it.isFile()).map((it) => join(it.parentPath ?? it.path, it.name).slice(dist.length + 1));
  return paths.filter((path) => !/\.(br|gz)$/.test(path));
}

function decoded(encoding, body) {
  return { br: brotliDecompressSync, gzip: gunzipSync }[encoding]?.(body) ?? body;
}

// By node's plain client, which changes nothing of what comes.
function ask(path, accept = '') {
  return new Promise((resolve, reject) => {
    const headers = accept && { 'Accept-Encoding': accept };
    const asked = request(`${host}/${path}`, { headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    asked.on('error', reject).end();
  });
}

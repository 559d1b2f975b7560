import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type OpenHouse, openHouse, withFolder } from '../testing/open-house.ts';

const PAGE = '<!doctype html><meta property="csp-nonce" content="%NONCE%"><script nonce="%NONCE%"></script>';
const SCRIPT = 'console.log(1);'.repeat(100);

const withPages = (work: (open: OpenHouse, webDir: string) => Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    const webDir = join(folder, 'dist');
    await mkdir(join(webDir, 'assets'), { recursive: true });
    await writeFile(join(folder, 'secret.txt'), 'not for you');
    await writeFile(join(webDir, 'index.html'), PAGE);
    await writeFile(join(webDir, 'favicon.svg'), '<svg/>');
    await writeFile(join(webDir, 'assets', 'index-abc.js'), SCRIPT);
    const open = await openHouse({ webDir });
    try {
      await work(open, webDir);
    } finally {
      await open.close();
    }
  });

describe('pages', () => {
  it('serves one page for every address, each time with a new nonce that its policy names', () =>
    withPages(async ({ ask }) => {
      const nonces = new Set<string>();
      for (const path of ['/', '/runs', '/runs/abc', '/load']) {
        const response = await ask('GET', path);
        assert.equal(response.status, 200);
        const html = await response.text();
        const nonce = /content="([^"]+)"/.exec(html)?.[1] ?? '';
        assert.ok(nonce.length >= 24, html);
        assert.ok(!html.includes('%NONCE%'));
        const policy = response.headers.get('content-security-policy') ?? '';
        assert.ok(policy.includes(`style-src 'self' 'nonce-${nonce}'`), policy);
        assert.ok(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
        assert.ok(!policy.includes('unsafe'), policy);
        assert.equal(response.headers.get('cache-control'), 'no-store');
        nonces.add(nonce);
      }
      assert.equal(nonces.size, 4);
    }));

  it('keeps hashed files for a year, squeezed for who takes it', () =>
    withPages(async ({ ask }) => {
      const plain = await ask('GET', '/assets/index-abc.js');
      assert.equal(plain.headers.get('cache-control'), 'public, max-age=31536000, immutable');
      assert.equal(plain.headers.get('content-type'), 'text/javascript; charset=utf-8');
      assert.equal(await plain.text(), SCRIPT);
      const squeezed = await ask('GET', '/assets/index-abc.js', undefined, { 'accept-encoding': 'gzip, br' });
      assert.equal(squeezed.headers.get('content-encoding'), 'gzip');
      assert.equal(gunzipSync(new Uint8Array(await squeezed.arrayBuffer())).toString(), SCRIPT);
    }));

  it('answers 404 for a file that is not there, never the page in its place', () =>
    withPages(async ({ ask }) => {
      for (const path of ['/assets/gone.js', '/assets/', '/assets', '/gone.svg'])
        assert.equal((await ask('GET', path)).status, 404, path);
      assert.equal((await ask('GET', '/favicon.svg')).headers.get('content-type'), 'image/svg+xml');
    }));

  it('never leaves its folder', () =>
    withPages(async ({ ask }) => {
      for (const path of [
        '/assets/../../secret.txt',
        '/assets/..%2f..%2fsecret.txt',
        '/assets/%2e%2e/%2e%2e/secret.txt',
        '/..%2fsecret.txt',
        '/assets/..\\..\\secret.txt',
      ]) {
        const text = await (await ask('GET', path)).text();
        assert.ok(!text.includes('not for you'), path);
      }
    }));

  it('sends on every answer that nothing may be sniffed, framed or passed on', () =>
    withPages(async ({ ask }) => {
      for (const path of ['/', '/api/status', '/assets/index-abc.js', '/assets/gone.js']) {
        const { headers } = await ask('GET', path);
        assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
        assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
        assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', path);
        assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', path);
        assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, path);
        assert.match(headers.get('permissions-policy') ?? '', /geolocation=\(\)/, path);
      }
    }));

  it('says how to build the pages where they are not', async () => {
    const open = await openHouse();
    const response = await open.ask('GET', '/');
    assert.equal(response.status, 503);
    assert.match(await response.text(), /npm start/);
    await open.close();
  });
});

/** Serves what Vite built: one page for every address, and the files it names. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { problem } from './problem.ts';
import { newNonce, pagePolicy } from './security-headers.ts';

const compress = promisify(gzip);

const TYPE_OF: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
/** These gain from gzip; pictures and fonts are compressed already. */
const SQUEEZABLE = new Set(['.css', '.js', '.json', '.map', '.svg', '.txt', '.wasm', '.webmanifest']);

/** One path segment of a built file: no slash, no dot at its start, nothing to climb out with. */
const FILE_NAME = /^[\w-][\w.-]*$/;

const A_YEAR = 'public, max-age=31536000, immutable';

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Kneewise</title>
<h1>The pages are not built yet.</h1>
<p>Run <code>npm start</code>, which builds them, or <code>npm run build -w @kneewise/web</code>, then load this page again.</p>
</html>`;

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR')
    )
      return null;
    throw error;
  }
}

const missing = (c: Context) => problem(c, 'not-found', 'There is no such file.');

/** @param webDir folder with `index.html` and `assets/`; it may be absent */
export function webPages(webDir: string) {
  // Names under assets/ carry a hash of their content, so what was squeezed once stays right.
  const squeezed = new Map<string, Uint8Array<ArrayBuffer>>();

  async function file(c: Context, path: string, cacheControl: string): Promise<Response | null> {
    const bytes = await readIfThere(path);
    if (bytes === null) return null;
    const ending = extname(path);
    c.header('Content-Type', TYPE_OF[ending] ?? 'application/octet-stream');
    c.header('Cache-Control', cacheControl);
    if (!SQUEEZABLE.has(ending)) return c.body(bytes);
    c.header('Vary', 'Accept-Encoding');
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(bytes);
    const kept = cacheControl === A_YEAR ? squeezed.get(path) : undefined;
    const small = kept ?? (await readIfThere(`${path}.gz`)) ?? new Uint8Array(await compress(bytes));
    if (cacheControl === A_YEAR) squeezed.set(path, small);
    c.header('Content-Encoding', 'gzip');
    return c.body(small);
  }

  return new Hono()
    .get('/assets/*', async (c) => {
      const names = c.req.path.split('/').slice(2);
      if (!names.every((name) => FILE_NAME.test(name))) return missing(c);
      return (await file(c, join(webDir, 'assets', ...names), A_YEAR)) ?? missing(c);
    })
    .all('/assets/*', missing)
    .get('*', async (c) => {
      const name = c.req.path.slice(1);
      if (name !== 'index.html' && FILE_NAME.test(name) && extname(name) !== '')
        return (await file(c, join(webDir, name), 'no-cache')) ?? missing(c);

      const page = await readIfThere(join(webDir, 'index.html'));
      const nonce = newNonce();
      c.header('Content-Security-Policy', pagePolicy(nonce));
      c.header('Cache-Control', 'no-store');
      if (page === null) return c.html(NOT_BUILT, 503);
      return c.html(new TextDecoder().decode(page).replaceAll('%NONCE%', nonce));
    });
}

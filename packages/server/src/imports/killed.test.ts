import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from '@hono/zod-openapi';
import { openStore } from '@kneewise/store';
import type { ImportBegun, ImportState } from '../api.ts';
import { gpx } from '../testing/gpx.ts';
import { withFolder } from '../testing/open-house.ts';
import { storedZip } from '../testing/zip.ts';

type State = z.infer<typeof ImportState>;

const FILES = 80;
const CHILD = join(import.meta.dirname, '../testing/serve-child.ts');

async function serve(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the server ended before it was up');
  });
  const [said] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
  // It will end: killed.
  ended.catch(() => undefined);
  return { child, url: said.toString().trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function ask<T>(
  url: string,
  method: string,
  path: string,
  body?: string | Uint8Array<ArrayBuffer>,
): Promise<T> {
  const headers = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  const response = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return (await response.json()) as T;
}

const runs = Array.from({ length: FILES }, (_, i) => ({
  path: `run-${String(i).padStart(3, '0')}.gpx`,
  bytes: gpx({ start: new Date(Date.UTC(2026, 0, 1 + i, 8)).toISOString(), minutes: 30 }),
}));

describe('kill -9 in the middle of an import', () => {
  it('loses nothing that was acknowledged, doubles nothing, and goes on by itself at the next start', () =>
    withFolder(async (folder) => {
      let { child, url } = await serve(folder);
      const { id } = await ask<z.infer<typeof ImportBegun>>(
        url,
        'POST',
        '/api/imports',
        JSON.stringify({ label: 'a year', files: 3 }),
      );
      const send = (path: string, bytes: Uint8Array) =>
        ask(url, 'PUT', `/api/imports/${id}/files?path=${path}`, new Uint8Array(bytes));
      await send('year.zip', storedZip(runs));
      await send('single.gpx', gpx({ start: '2026-06-01T18:00:00Z', minutes: 10 }));
      // Killed while some are stored and some are not.
      for (;;) {
        const state = await ask<State>(url, 'GET', `/api/imports/${id}`);
        if (state.filesDone > 5) {
          assert.ok(state.filesDone < FILES, 'the import was over before it could be killed');
          break;
        }
        await sleep(2);
      }
      await kill(child);

      ({ child, url } = await serve(folder));
      let state: State;
      do {
        await sleep(20);
        state = await ask<State>(url, 'GET', `/api/imports/${id}`);
        assert.ok(state.filesFound >= state.filesDone);
      } while (state.state === 'receiving' || state.state === 'reading');
      await kill(child);

      assert.equal(state.state, 'done');
      assert.deepEqual([state.filesFound, state.filesDone, state.added], [FILES + 1, FILES + 1, FILES + 1]);
      const store = await openStore(folder);
      const stored = await store.runs('me');
      assert.equal(stored.length, FILES + 1);
      assert.equal(new Set(stored.map(({ startAtMs }) => startAtMs)).size, FILES + 1);
      assert.deepEqual(await store.inboxPending('me'), []);
      const { rows } = await store.rowsFrom('me', id, 0, 1_000);
      assert.equal(new Set(rows.map(({ path }) => path)).size, rows.length);
      assert.deepEqual(
        rows.map(({ path }) => path),
        [...runs.map(({ path }) => `year.zip!/${path}`), 'single.gpx'],
      );
      await store.close();
    }));
});

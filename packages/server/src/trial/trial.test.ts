import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from '@hono/zod-openapi';
import fc from 'fast-check';
import { IN_MEMORY, openStore, type Outcome } from '@kneewise/store';
import type { Status, TrialState } from '../api.ts';
import { importPaths } from '../imports/import-paths.ts';
import { gpx } from '../testing/gpx.ts';
import { importThrough } from '../testing/import-over-http.ts';
import { openHouse, sharedPool, withFolder } from '../testing/open-house.ts';
import { storedZip } from '../testing/zip.ts';
import { tryPaths } from './try-import.ts';

const day = (n: number, minutes = 10, type = 'running') =>
  gpx({ start: `2026-11-0${n}T08:00:00Z`, minutes, type });
const broken = new TextEncoder().encode('<gpx><trk></gpx>');
/** Runs, the same runs from another recorder, a ride, damage, the same bytes again. */
const FILES: readonly Uint8Array[] = [
  day(1),
  day(2),
  gpx({ start: '2026-11-01T08:00:10Z', minutes: 10 }),
  day(3, 10, 'cycling'),
  broken,
  day(2),
  storedZip([
    { path: 'in/a.gpx', bytes: day(4) },
    { path: 'in/b.gpx', bytes: day(1) },
  ]),
];

const told = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ path, outcome, refusal, duplicateOf }) => [
    path,
    outcome,
    refusal?.code ?? null,
    duplicateOf,
  ]);

describe('a trial', () => {
  it('says of each file what the import then comes to, and keeps nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(FILES.map((_, i) => i)),
        fc.shuffledSubarray(FILES.map((_, i) => i)),
        (before, then) =>
          withFolder(async (folder) => {
            const put = async (name: string, which: readonly number[]): Promise<string> => {
              await mkdir(join(folder, name));
              for (const [at, i] of which.entries())
                await writeFile(join(folder, name, `${at}.${i === 6 ? 'zip' : 'gpx'}`), FILES[i] ?? '');
              return join(folder, name);
            };
            const [old, fresh] = [await put('before', before), await put('then', then)];
            const store = await openStore(IN_MEMORY);
            try {
              await importPaths(store, 'me', [old], { pool: sharedPool });
              const held = async () => [
                await store.counts('me'),
                await store.names('me'),
                await store.refused('me'),
                (await store.batches('me', 9)).length,
              ];
              const was = await held();
              const trial = await tryPaths(store, 'me', [fresh], { pool: sharedPool });
              assert.deepEqual(await held(), was);
              const { outcomes } = await importPaths(store, 'me', [fresh], { pool: sharedPool });
              assert.deepEqual(told(trial.rows), told(outcomes));
              assert.equal(trial.complete, true);
            } finally {
              await store.close();
            }
          }),
      ),
      { numRuns: 15 },
    );
  });

  it('in the app receives files, tells what they would come to, and leaves no trace', () =>
    withFolder(async (folder) => {
      const open = await openHouse({ folder });
      try {
        await open.house.importer.start();
        await importThrough(open, { 'one.gpx': day(1) });
        const { id } = (await open.json('POST', '/api/trials', undefined, 201)) as { id: string };
        const put = (path: string, bytes: Uint8Array) =>
          open.ask('PUT', `/api/trials/${id}/files?path=${encodeURIComponent(path)}`, bytes);
        for (const [path, bytes] of Object.entries({
          'one-again.gpx': day(1),
          'two.gpx': day(2),
          'broken.gpx': broken,
          'ride.gpx': day(3, 10, 'cycling'),
        }))
          assert.equal((await put(path, bytes)).status, 201);
        await open.json('POST', `/api/trials/${id}/read`);
        assert.equal((await put('late.gpx', day(4))).status, 404);
        let state: z.infer<typeof TrialState>;
        do {
          await sleep(10);
          state = (await open.json('GET', `/api/trials/${id}`)) as z.infer<typeof TrialState>;
        } while (state.state === 'reading');
        assert.deepEqual(
          [state.state, state.added, state.duplicates, state.others, state.refused, state.filesDone],
          ['done', 1, 1, 1, 1, 4],
        );
        assert.equal(state.rows[1]?.distanceM !== null, true);
        assert.equal(((await open.json('GET', '/api/status')) as z.infer<typeof Status>).runs, 1);
        assert.equal((await open.house.store.batches('me', 9)).length, 1);
        assert.deepEqual(await open.house.store.quarantine('me'), []);
        await open.json('DELETE', `/api/trials/${id}`);
        await open.json('GET', `/api/trials/${id}`, undefined, 404);
        assert.deepEqual(await readdir(join(folder, 'scratch')), []);
        assert.deepEqual(open.errors, []);
      } finally {
        await open.close();
      }
    }));
});

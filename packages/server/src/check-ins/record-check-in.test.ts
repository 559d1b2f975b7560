import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { importPaths } from '../imports/import-paths.ts';
import { gpx } from '../testing/gpx.ts';
import { openHouse, sharedPool, standingClock } from '../testing/open-house.ts';
import { recordCheckIn } from './record-check-in.ts';

it('binds an answer to the run whose moment this day is, and to none where no run fits', async () => {
  const open = await openHouse({ day: '2026-11-17' });
  const { store, runnerId, clock } = open.house;
  const folder = await mkdtemp(join(tmpdir(), 'kneewise-check-in-'));
  try {
    await writeFile(join(folder, 'run.gpx'), gpx({ start: '2026-11-14T08:00:00Z', minutes: 40 }));
    await importPaths(store, runnerId, [folder], { clock, pool: sharedPool });
    const [run] = await store.runs(runnerId);
    assert.ok(run);
    const said = {
      pain: 0,
      side: 'right',
      runId: null,
      onsetM: null,
      stopSign: null,
      painkiller: null,
    } as const;
    const boundOn = async (day: string, when: 'during' | 'next-morning' | '48h') =>
      (await recordCheckIn(store, runnerId, { ...said, when }, standingClock(day))).runId;
    assert.equal(await boundOn('2026-11-14', 'during'), run.id);
    assert.equal(await boundOn('2026-11-15', 'next-morning'), run.id);
    assert.equal(await boundOn('2026-11-16', '48h'), run.id);
    assert.equal(await boundOn('2026-11-17', 'next-morning'), null);
    assert.equal(await boundOn('2026-11-17', 'during'), null);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await open.close();
  }
});

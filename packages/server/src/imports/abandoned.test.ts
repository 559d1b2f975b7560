import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from '@hono/zod-openapi';
import type { Status } from '../api.ts';
import { gpx } from '../testing/gpx.ts';
import { openHouse } from '../testing/open-house.ts';
import { RECEIVING_WITHIN_MS } from './importer.ts';
import { receiveFile } from './receive.ts';

const run = gpx({ start: '2026-11-02T08:00:00Z', minutes: 20 });

it('ends an import that nobody ends once no file has come for a quarter of an hour, and keeps what came', async () => {
  let nowMs = 0;
  const open = await openHouse({ elapsedMs: () => nowMs });
  const { store, runnerId, importer } = open.house;
  const begin = async (): Promise<string> =>
    ((await open.json('POST', '/api/imports', { label: 'test', files: 2 }, 201)) as { id: string }).id;
  const importing = async (): Promise<string | null> =>
    ((await open.json('GET', '/api/status')) as z.infer<typeof Status>).importing;
  /** So that the importer has looked at least once since. */
  const look = async (): Promise<void> => {
    importer.wake();
    await sleep(50);
    await importer.whileStill(() => Promise.resolve());
  };
  const stateOf = async (id: string) => (await store.batch(runnerId, id))?.state;
  try {
    await importer.start();
    const left = await begin();
    await open.json('PUT', `/api/imports/${left}/files?path=run.gpx`, run, 201);
    nowMs += RECEIVING_WITHIN_MS;
    await look();
    assert.equal(await stateOf(left), 'receiving');

    // A file that takes long to come is no silence.
    let goOn!: () => void;
    let hasBegun!: () => void;
    const goesOn = new Promise<void>((resolve) => (goOn = resolve));
    const begun = new Promise<void>((resolve) => (hasBegun = resolve));
    const slow = receiveFile(
      open.house,
      left,
      'slow.gpx',
      (async function* () {
        hasBegun();
        await goesOn;
        yield gpx({ start: '2026-11-04T08:00:00Z', minutes: 20 });
      })(),
    );
    await begun;
    nowMs += RECEIVING_WITHIN_MS * 3;
    await look();
    assert.equal(await stateOf(left), 'receiving');
    goOn();
    assert.equal((await slow).ok, true);

    nowMs += 1;
    const later = await begin();
    nowMs += RECEIVING_WITHIN_MS;
    await look();
    while ((await stateOf(left)) !== 'done') {
      importer.wake();
      await sleep(20);
    }
    assert.equal((await store.runs(runnerId)).length, 2);
    assert.equal(await stateOf(later), 'receiving');
    assert.equal(await importing(), later);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('names the import that is being read, else the last one begun, so that one left open hides none', async () => {
  const open = await openHouse();
  const { store, runnerId } = open.house;
  try {
    const [left, later] = await Promise.all(
      [1, 2].map((nowMs) => store.createBatch(runnerId, { label: 'test', filesFound: 1, nowMs })),
    );
    const importing = async (): Promise<string | null> =>
      ((await open.json('GET', '/api/status')) as z.infer<typeof Status>).importing;
    assert.equal(await importing(), later?.id);
    await store.updateBatch(runnerId, left?.id ?? '', { state: 'reading' });
    assert.equal(await importing(), left?.id);
  } finally {
    await open.close();
  }
});

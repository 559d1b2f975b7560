import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { it } from 'node:test';
import { AKPS_ITEMS } from '@kneewise/engine';
import type { Store } from '../history-store.ts';
import { openStore } from '../open-store.ts';
import { TABLE_NAMES } from '../schema/tables.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { activityWith, RUNNER, sourceWith, steadyTrack, SUNDAY_MS } from '../testing/sources.ts';
import { BEGUN_CHECK } from '../testing/begun-check.ts';
import { storeFor, temporaryFolder } from '../testing/temporary-folder.ts';
import { eraseRows } from './erase.ts';

/** Leaves something in every table. */
async function live(store: Store, runnerId: string, secret: string): Promise<void> {
  const batch = await store.createBatch(runnerId, { label: secret, filesFound: 1, nowMs: 0 });
  const { activityIds } = await store.addSource(
    runnerId,
    sourceWith(secret, { batchId: batch.id, activities: [activityWith({ name: secret })] }),
  );
  const entry = activityWith({
    name: secret,
    shoe: secret,
    listed: { file: `${secret}.fit` },
    track: { ...steadyTrack(60), contactMs: new Float64Array(60).fill(250) },
  });
  const pair = { name: secret, brand: secret, model: secret };
  await store.addSource(runnerId, sourceWith(`${secret} list`, { activities: [entry] }));
  await store.addSource(runnerId, sourceWith(`${secret} shoes`, { activities: [], shoes: [pair] }));
  await store.addCheckIn(runnerId, {
    runId: activityIds[0] ?? '',
    side: 'left',
    when: '48h',
    atMs: SUNDAY_MS,
    utcOffsetMin: 0,
    pain: 7,
    onsetM: null,
    stopSign: true,
    painkiller: false,
  });
  await store.addEvent(runnerId, { kind: 'way-in-passed', date: '2026-03-01' });
  const now = { atMs: SUNDAY_MS, utcOffsetMin: 0 };
  await store.addPainEntry(runnerId, {
    ...now,
    side: 'left',
    place: 'front-kneecap',
    pain: 2,
    words: secret,
  });
  await store.addTaken(runnerId, { ...now, what: 'gel', words: secret });
  await store.addFilled(runnerId, {
    ...now,
    questionnaire: 'akps',
    answers: Object.fromEntries(AKPS_ITEMS.map(({ id }) => [id, 0])),
  });
  await store.saveKneeCheck(runnerId, { ...BEGUN_CHECK, id: secret });
  await store.saveSettings(runnerId, { family: 'PF' });
  await store.inboxAdd(runnerId, batch.id, `${secret}.zip`, new TextEncoder().encode(secret));
}

it('erasing a runner leaves no row, no file and no readable trace, and others whole', async (t) => {
  const folder = await temporaryFolder(t);
  const store = await storeFor(t, folder);
  await live(store, RUNNER, 'sore-on-the-stairs');
  await live(store, 'runner-2', 'quite-well');
  const database = new DatabaseSync(join(folder, 'kneewise.db'));
  t.after(() => database.close());
  const rowsOf = (runnerId: string): number[] =>
    TABLE_NAMES.map((table) =>
      Number(database.prepare(`select count(*) as n from ${table} where runner_id = ?`).get(runnerId)?.['n']),
    );
  const before = rowsOf('runner-2');
  assert.ok(
    before.every((rows) => rows > 0),
    'the test leaves something in every table',
  );

  await store.erase(RUNNER);

  assert.deepEqual(new Set(rowsOf(RUNNER)), new Set([0]));
  assert.deepEqual(rowsOf('runner-2'), before);
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    names.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))),
  );
  assert.ok(texts.some((text) => text.includes('quite-well')));
  assert.ok(!texts.some((text) => text.includes('sore-on-the-stairs')));
  assert.equal((await readdir(join(folder, 'inbox'))).length, 1);
});

it('erased rows leave no readable trace even where the file cannot be shrunk', async (t) => {
  const folder = await temporaryFolder(t);
  const store = await openStore(folder);
  await live(store, RUNNER, 'sore-on-the-stairs');
  await store.close();
  const path = join(folder, 'kneewise.db');
  assert.ok((await readFile(path)).includes('sore-on-the-stairs'));
  const db = await openDatabase(path);
  await eraseRows(db, RUNNER);
  await db.destroy();
  assert.ok(!(await readFile(path)).includes('sore-on-the-stairs'));
});

it('erasing does not wait for long where another process is reading', async (t) => {
  const folder = await temporaryFolder(t);
  const store = await storeFor(t, folder);
  await live(store, RUNNER, 'sore-on-the-stairs');
  const reader = new DatabaseSync(join(folder, 'kneewise.db'));
  t.after(() => reader.close());
  reader.exec('begin; select count(*) from source');
  await store.erase(RUNNER);
  reader.exec('rollback');
  assert.deepEqual(await store.runs(RUNNER), []);
  await live(store, RUNNER, 'again');
});

it('erasing a runner who is not there does nothing', async (t) => {
  const store = await storeFor(t);
  await store.erase('nobody');
  assert.deepEqual(await store.runs('nobody'), []);
});

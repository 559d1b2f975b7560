import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { z } from '@hono/zod-openapi';
import type { CheckInList, ImportList, Status, UndoneImport } from '../api.ts';
import { gpx } from '../testing/gpx.ts';
import { importThrough } from '../testing/import-over-http.ts';
import { type OpenHouse, openHouse, withFolder } from '../testing/open-house.ts';
import { storedZip } from '../testing/zip.ts';

const monday = gpx({ start: '2026-11-02T08:00:00Z', minutes: 20 });
const wednesday = gpx({ start: '2026-11-04T08:00:00Z', minutes: 25 });
const list = async (open: OpenHouse) =>
  ((await open.json('GET', '/api/imports')) as z.infer<typeof ImportList>).imports;
const runs = async (open: OpenHouse): Promise<number> =>
  ((await open.json('GET', '/api/status')) as z.infer<typeof Status>).runs;

it('an import is undone from the app: its runs go, what was said about them stays, importing again brings them back', async () => {
  const open = await openHouse();
  try {
    await open.house.importer.start();
    await importThrough(open, { 'monday.gpx': monday });
    const second = await importThrough(open, { 'monday.gpx': monday, 'wednesday.gpx': wednesday });
    assert.equal(await runs(open), 2);
    const [runId] = second.rows[1]?.activityIds ?? [];
    const said = {
      runId,
      side: 'left',
      when: 'evening',
      atMs: Date.parse('2026-11-04T20:00:00Z'),
      utcOffsetMin: 0,
      pain: 3,
      onsetM: null,
      stopSign: null,
      painkiller: null,
    };
    await open.json('POST', '/api/check-ins', said, 201);
    const undone = (await open.json('POST', `/api/imports/${second.id}/undo`)) as z.infer<
      typeof UndoneImport
    >;
    assert.deepEqual(undone, { filesGone: 1, activitiesGone: 1, activitiesKept: 0, answersWithoutRun: 1 });
    assert.equal(await runs(open), 1);
    assert.equal((await list(open)).find(({ id }) => id === second.id)?.state, 'undone');
    const { checkIns } = (await open.json('GET', '/api/check-ins')) as z.infer<typeof CheckInList>;
    assert.deepEqual(
      checkIns.map((each) => [each.runId, each.pain]),
      [[null, 3]],
    );
    const third = await importThrough(open, { 'wednesday.gpx': wednesday });
    const again = (await open.json('GET', '/api/check-ins')) as z.infer<typeof CheckInList>;
    assert.equal(again.checkIns[0]?.runId, third.rows[0]?.activityIds[0]);
    await open.json('POST', '/api/imports/nothing/undo', undefined, 404);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('one that is under way is not undone', async () => {
  const open = await openHouse();
  try {
    const { id } = (await open.json('POST', '/api/imports', { label: 'x', files: 1 }, 201)) as { id: string };
    const { code } = (await open.json('POST', `/api/imports/${id}/undo`, undefined, 409)) as { code: string };
    assert.equal(code, 'import-under-way');
  } finally {
    await open.close();
  }
});

it('imports are remembered over a restart, newest first with their counts; an archive of nothing leaves a trace', () =>
  withFolder(async (folder) => {
    const first = await openHouse({ folder });
    await first.house.importer.start();
    await importThrough(first, { 'monday.gpx': monday, 'broken.fit': new Uint8Array(3) }, 'november');
    const notes = { path: 'notes.txt', bytes: new TextEncoder().encode('nothing') };
    const empty = await importThrough(first, { 'photos.zip': storedZip([notes]) }, 'photos.zip');
    assert.deepEqual(
      empty.rows.map(({ path, refusal }) => [path, refusal?.code]),
      [['photos.zip', 'nothing-inside']],
    );
    await first.close();
    const second = await openHouse({ folder });
    try {
      const found = (await list(second)).map(({ label, state, added, refused, filesFound }) => ({
        label,
        state,
        added,
        refused,
        filesFound,
      }));
      // Both were begun in the same millisecond by this test's clock.
      assert.deepEqual(
        found.toSorted((a, b) => (a.label < b.label ? -1 : 1)),
        [
          { label: 'november', state: 'done', added: 1, refused: 1, filesFound: 2 },
          { label: 'photos.zip', state: 'done', added: 0, refused: 1, filesFound: 1 },
        ],
      );
    } finally {
      await second.close();
    }
  }));

it('what was received and not read when an import was stopped stays in its count', async () => {
  const open = await openHouse();
  try {
    // Nobody reads: the importer was not started.
    const { id } = (await open.json('POST', '/api/imports', { label: 'x', files: 9 }, 201)) as { id: string };
    const three = ['a', 'b', 'c'].map((name) => ({ path: `${name}.gpx`, bytes: monday }));
    await open.ask('PUT', `/api/imports/${id}/files?path=week.zip`, storedZip(three));
    await open.ask('PUT', `/api/imports/${id}/files?path=one.gpx`, wednesday);
    await open.json('POST', `/api/imports/${id}/stop`);
    const [stopped] = await list(open);
    assert.deepEqual([stopped?.state, stopped?.filesDone, stopped?.unread], ['stopped', 0, 4]);
    assert.deepEqual(await open.house.store.inboxPending('me'), []);
    // Stopping what is over changes nothing.
    await open.json('POST', `/api/imports/${id}/stop`);
    assert.equal((await list(open))[0]?.unread, 4);
  } finally {
    await open.close();
  }
});

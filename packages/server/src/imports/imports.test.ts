import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from '@hono/zod-openapi';
import { gzipSync } from 'node:zlib';
import type { ImportBegun, ImportState, RunDetail, RunList, Status } from '../api.ts';
import { gpx } from '../testing/gpx.ts';
import { type OpenHouse, openHouse } from '../testing/open-house.ts';
import { storedZip } from '../testing/zip.ts';

type State = z.infer<typeof ImportState>;

const monday = gpx({ start: '2026-11-02T08:00:00Z', minutes: 20 });
const wednesday = gpx({ start: '2026-11-04T08:00:00Z', minutes: 25 });
const ride = gpx({ start: '2026-11-05T08:00:00Z', minutes: 30, speedMps: 8, type: 'cycling' });
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

const outcomes = ({ rows }: State) => Object.fromEntries(rows.map(({ path, outcome }) => [path, outcome]));

describe('imports over HTTP', () => {
  let open: OpenHouse;
  beforeEach(async () => {
    open = await openHouse();
    await open.house.importer.start();
  });
  afterEach(async () => {
    assert.deepEqual(open.errors, []);
    await open.close();
  });

  async function begin(files: number): Promise<z.infer<typeof ImportBegun>> {
    return (await open.json('POST', '/api/imports', { label: 'a folder', files }, 201)) as z.infer<
      typeof ImportBegun
    >;
  }
  const put = (id: string, path: string, bytes: Uint8Array): Promise<Response> =>
    open.ask('PUT', `/api/imports/${id}/files?path=${encodeURIComponent(path)}`, bytes);

  async function through(id: string): Promise<State> {
    const rows: State['rows'] = [];
    for (;;) {
      const state = (await open.json('GET', `/api/imports/${id}?from=${rows.length}`)) as State;
      rows.push(...state.rows);
      if (state.state !== 'receiving' && state.state !== 'reading' && rows.length === state.filesDone)
        return { ...state, rows };
      await sleep(10);
    }
  }

  async function importAll(files: Readonly<Record<string, Uint8Array>>): Promise<State> {
    const { id } = await begin(Object.keys(files).length);
    for (const [path, bytes] of Object.entries(files)) assert.equal((await put(id, path, bytes)).status, 201);
    await open.json('POST', `/api/imports/${id}/end`);
    return through(id);
  }

  it('says of each file what it came to, and one bad file ends nothing', async () => {
    const state = await importAll({
      'a/monday.gpx': monday,
      'a/photo.fit': text('\u00ff\u00d8\u00ff JFIF, not a recording'),
      'a/empty.gpx': new Uint8Array(0),
      'a/ride.gpx': ride,
      'a/wednesday.gpx.gz': gzipSync(wednesday),
    });
    assert.deepEqual(outcomes(state), {
      'a/monday.gpx': 'added',
      'a/photo.fit': 'refused',
      'a/empty.gpx': 'refused',
      'a/ride.gpx': 'other',
      'a/wednesday.gpx.gz': 'added',
    });
    assert.deepEqual(
      [
        state.state,
        state.filesFound,
        state.filesDone,
        state.added,
        state.others,
        state.refused,
        state.duplicates,
      ],
      ['done', 5, 5, 2, 1, 2, 0],
    );
    const empty = state.rows.find(({ path }) => path === 'a/empty.gpx');
    assert.ok(empty?.refusal?.reason, 'a refusal gives its reason');
    const { runs } = (await open.json('GET', '/api/runs')) as z.infer<typeof RunList>;
    assert.deepEqual(
      runs.map(({ startAtMs }) => new Date(startAtMs).toISOString()),
      ['2026-11-04T08:00:00.000Z', '2026-11-02T08:00:00.000Z'],
    );
  });

  it('imports nothing twice, be it the same file, the same file packed, or out of a zip', async () => {
    await importAll({ 'monday.gpx': monday, 'wednesday.gpx': wednesday });
    const again = await importAll({
      'monday.gpx': monday,
      'other-name.gpx.gz': gzipSync(monday),
      'all.zip': storedZip([
        { path: 'in/monday.gpx', bytes: monday },
        { path: 'in/wednesday.gpx', bytes: wednesday },
        { path: 'in/notes.txt', bytes: text('no activity') },
      ]),
    });
    assert.deepEqual(outcomes(again), {
      'monday.gpx': 'duplicate',
      'other-name.gpx.gz': 'duplicate',
      'all.zip!/in/monday.gpx': 'duplicate',
      'all.zip!/in/wednesday.gpx': 'duplicate',
    });
    assert.equal(again.rows[1]?.duplicateOf, 'monday.gpx');
    assert.equal(again.filesFound, 4);
    assert.equal(((await open.json('GET', '/api/status')) as z.infer<typeof Status>).runs, 2);
  });

  it('gives the original back byte for byte, as a download that nothing takes for a page', async () => {
    const packed = gzipSync(monday);
    await importAll({ 'week/monday.gpx.gz': packed });
    const { runs } = (await open.json('GET', '/api/runs')) as z.infer<typeof RunList>;
    const run = (await open.json('GET', `/api/runs/${runs[0]?.id}`)) as z.infer<typeof RunDetail>;
    const response = await open.ask('GET', `/api/runs/${run.id}/original/${run.sources[0]?.id}`);
    assert.equal(response.status, 200);
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), packed);
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="monday.gpx.gz"/);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(response.headers.get('content-type'), 'application/octet-stream');
    assert.equal((await open.ask('GET', `/api/runs/${run.id}/original/nothing`)).status, 404);
  });

  it('takes no file once the import was ended, and none for an import that never was', async () => {
    const { id } = await begin(1);
    await open.json('POST', `/api/imports/${id}/end`);
    assert.equal((await put(id, 'late.gpx', monday)).status, 409);
    assert.equal((await put('nothing', 'late.gpx', monday)).status, 404);
    assert.equal((await open.ask('PUT', `/api/imports/${id}/files`, monday)).status, 400);
    assert.equal((await open.ask('GET', '/api/imports/nothing')).status, 404);
    assert.equal((await through(id)).state, 'done');
  });

  it('names a file by what it was sent as, and never uses that as a path', async () => {
    const state = await importAll({
      '../../../etc/monday.gpx': monday,
      'C:\\runs\\wed\u0007nesday.gpx': wednesday,
    });
    assert.deepEqual(Object.keys(outcomes(state)).sort(), [
      '../../../etc/monday.gpx',
      'C:/runs/wednesday.gpx',
    ]);
    assert.equal(state.added, 2);
  });

  it('stops on request: what was stored stays, what was not read is dropped', async () => {
    const { id } = await begin(2);
    await put(id, 'monday.gpx', monday);
    await open.json('POST', `/api/imports/${id}/stop`);
    const state = await through(id);
    assert.equal(state.state, 'stopped');
    // Read before the stop or dropped unread: it stays in the count.
    assert.equal(state.filesFound, 1);
    assert.equal(state.filesDone + state.unread, 1);
    assert.equal((await put(id, 'wednesday.gpx', wednesday)).status, 409);
    assert.deepEqual(await open.house.store.inboxPending('me'), []);
  });

  it('is listed while it goes on, and names itself in the status', async () => {
    const { id } = await begin(1);
    const status = (await open.json('GET', '/api/status')) as z.infer<typeof Status>;
    assert.equal(status.importing, id);
    await put(id, 'monday.gpx', monday);
    await open.json('POST', `/api/imports/${id}/end`);
    await through(id);
    const { imports } = (await open.json('GET', '/api/imports')) as {
      imports: { id: string; state: string }[];
    };
    assert.deepEqual(
      imports.map((one) => [one.id, one.state]),
      [[id, 'done']],
    );
    assert.equal(((await open.json('GET', '/api/status')) as z.infer<typeof Status>).importing, null);
  });

  it('erases everything on request, files that wait included', async () => {
    await importAll({ 'monday.gpx': monday });
    const { id } = await begin(1);
    await open.json('DELETE', '/api/data');
    const status = (await open.json('GET', '/api/status')) as z.infer<typeof Status>;
    assert.deepEqual([status.empty, status.runs, status.importing], [true, 0, null]);
    assert.equal((await put(id, 'wednesday.gpx', wednesday)).status, 404);
  });
});

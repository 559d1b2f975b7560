import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { z } from '@hono/zod-openapi';
import {
  Cadence,
  type CheckIn,
  Form,
  Load,
  Plan,
  RunDetail,
  RunForm,
  RunList,
  Settings,
  Status,
  Streams,
  Strength,
  TodayShape,
} from '../api.ts';
import { importFound } from '../imports/import-paths.ts';
import { gpx } from '../testing/gpx.ts';
import { type OpenHouse, openHouse } from '../testing/open-house.ts';

/** Three runs a week for eight weeks up to the day the tests speak as of. */
const runs = Array.from({ length: 24 }, (_, i) => ({
  path: `run-${i}.gpx`,
  bytes: gpx({
    start: new Date(Date.UTC(2026, 8, 22 + Math.floor(i / 3) * 7 + (i % 3) * 2, 8)).toISOString(),
    minutes: i === 23 ? 60 : 25,
  }),
}));

async function* found() {
  for (const { path, bytes } of runs)
    yield {
      kind: 'file' as const,
      file: {
        path,
        sizeBytes: bytes.length,
        open: async function* () {
          yield bytes;
        },
      },
    };
}

describe('API', () => {
  let open: OpenHouse;
  before(async () => {
    open = await openHouse({ day: '2026-11-17' });
    const { store, runnerId, clock, importer } = open.house;
    await importFound(store, runnerId, { again: found }, { label: 'test', clock, pool: importer.pool });
  });
  after(async () => {
    assert.deepEqual(open.errors, []);
    await open.close();
  });

  it('describes itself: every route of the API, with its answers', async () => {
    const doc = (await open.json('GET', '/api/openapi.json')) as { paths: Record<string, object> };
    assert.deepEqual(
      Object.entries(doc.paths)
        .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
        .sort(),
      [
        'DELETE /api/cadence/counts/last',
        'DELETE /api/check-ins/{id}',
        'DELETE /api/data',
        'DELETE /api/diary/pain/{id}',
        'DELETE /api/diary/taken/{id}',
        'DELETE /api/events/{id}',
        'DELETE /api/quarantine/{id}',
        'DELETE /api/questionnaires/{id}',
        'DELETE /api/sample',
        'DELETE /api/strength/sessions/{id}',
        'DELETE /api/trials/{id}',
        'GET /api/backup',
        'GET /api/cadence',
        'GET /api/check',
        'GET /api/check-ins',
        'GET /api/check/result',
        'GET /api/diary',
        'GET /api/events',
        'GET /api/export',
        'GET /api/form',
        'GET /api/imports',
        'GET /api/imports/{id}',
        'GET /api/load',
        'GET /api/plan',
        'GET /api/plan.ics',
        'GET /api/plan/workouts/{id}',
        'GET /api/quarantine',
        'GET /api/quarantine/{id}/original',
        'GET /api/questionnaires',
        'GET /api/runs',
        'GET /api/runs/{id}',
        'GET /api/runs/{id}/form',
        'GET /api/runs/{id}/original/{sourceId}',
        'GET /api/runs/{id}/streams',
        'GET /api/settings',
        'GET /api/status',
        'GET /api/strength',
        'GET /api/today',
        'GET /api/trials/{id}',
        'POST /api/cadence/counts',
        'POST /api/check-ins',
        'POST /api/check/answer',
        'POST /api/check/back',
        'POST /api/check/begin',
        'POST /api/check/next',
        'POST /api/check/self-test',
        'POST /api/diary/pain',
        'POST /api/diary/taken',
        'POST /api/events',
        'POST /api/imports',
        'POST /api/imports/{id}/end',
        'POST /api/imports/{id}/stop',
        'POST /api/imports/{id}/undo',
        'POST /api/plan/move',
        'POST /api/quarantine/retry',
        'POST /api/questionnaires',
        'POST /api/sample',
        'POST /api/strength/sessions',
        'POST /api/trials',
        'POST /api/trials/{id}/read',
        'PUT /api/cadence/programme',
        'PUT /api/imports/{id}/files',
        'PUT /api/plan/race',
        'PUT /api/restore',
        'PUT /api/settings',
        'PUT /api/strength/said',
        'PUT /api/trials/{id}/files',
      ],
    );
  });

  it('answers in the shapes it promises', async () => {
    const status = Status.strict().parse(await open.json('GET', '/api/status'));
    assert.deepEqual(
      [status.runs, status.empty, status.sample, status.date],
      [24, false, false, '2026-11-17'],
    );
    TodayShape.strict().parse(await open.json('GET', '/api/today'));
    Load.strict().parse(await open.json('GET', '/api/load'));
    const { runs: rows } = RunList.strict().parse(await open.json('GET', '/api/runs'));
    assert.equal(rows.length, 24);
    const id = rows[0]?.id ?? '';
    RunDetail.strict().parse(await open.json('GET', `/api/runs/${id}`));
    Streams.strict().parse(await open.json('GET', `/api/runs/${id}/streams`));
    RunForm.strict().parse(await open.json('GET', `/api/runs/${id}/form`));
    Form.strict().parse(await open.json('GET', '/api/form'));
    Cadence.strict().parse(await open.json('GET', '/api/cadence'));
    Strength.strict().parse(await open.json('GET', '/api/strength'));
    Plan.strict().parse(await open.json('GET', '/api/plan'));
    Settings.strict().parse(await open.json('GET', '/api/settings'));
  });

  it('shows a long run after short ones as a jump beyond 100 %, with what came before', async () => {
    const { runs: rows } = (await open.json('GET', '/api/runs')) as z.infer<typeof RunList>;
    assert.equal(rows[0]?.spike, 'over-100');
    assert.equal(rows[1]?.spike, null);
    const run = (await open.json('GET', `/api/runs/${rows[0]?.id}`)) as z.infer<typeof RunDetail>;
    assert.ok(Math.abs((run.ratio ?? 0) - 60 / 25) < 0.01, String(run.ratio));
    assert.ok(Math.abs((run.longestBeforeM ?? 0) - 4_500) < 45, String(run.longestBeforeM));
    assert.equal(run.cadenceSpm, 170);
    assert.ok(run.shareOfUsualWeek !== null && run.shareOfUsualWeek > 0.5);
  });

  it('loads a usual week with shares near 1', async () => {
    const load = (await open.json('GET', '/api/load?date=2026-11-10')) as z.infer<typeof Load>;
    assert.ok(load.usualWeek.known);
    assert.equal(load.days.at(-1)?.date, '2026-11-10');
    const last = load.days.find(({ date }) => date === '2026-11-07');
    assert.ok(Math.abs((last?.weekShare ?? 0) - 1) < 0.05, String(last?.weekShare));
  });

  it('answers for a day within a year from now, and for none beyond or before 1970', async () => {
    for (const [date, status] of [
      ['2027-11-18', 200],
      ['2027-11-19', 400],
      ['9999-12-31', 400],
      ['1970-01-01', 200],
      ['1969-12-31', 400],
      ['0000-01-01', 400],
    ] as const)
      await open.json('GET', `/api/load?date=${date}`, undefined, status);
    await open.json('GET', '/api/today?date=9999-12-31', undefined, 400);
    await open.json('GET', '/api/load?onset=0000-01-01', undefined, 400);
  });

  it('keeps no answer whose moment, offset or place no run can have', async () => {
    const said = {
      runId: null,
      side: 'right',
      when: 'evening',
      atMs: Date.parse('2026-11-14T19:00:00Z'),
      utcOffsetMin: 60,
      pain: 3,
      onsetM: null,
      stopSign: null,
      painkiller: null,
    };
    const keep = async (change: object, status: number): Promise<void> => {
      const answer = (await open.json('POST', '/api/check-ins', { ...said, ...change }, status)) as {
        id: string;
      };
      if (status === 201) await open.json('DELETE', `/api/check-ins/${answer.id}`);
    };
    for (const change of [
      { atMs: -1 },
      { atMs: -1e15 },
      { atMs: 1e300 },
      { atMs: Date.parse('2100-01-01') },
      { atMs: 1.5 },
      { utcOffsetMin: 1_081 },
      { utcOffsetMin: -1_081 },
      { utcOffsetMin: 1e9 },
      { onsetM: 1_000_001 },
      { onsetM: 1e308 },
      { onsetM: -1 },
    ])
      await keep(change, 400);
    for (const change of [
      { atMs: 0 },
      { atMs: Date.parse('2100-01-01') - 1 },
      { utcOffsetMin: 1_080 },
      { utcOffsetMin: -1_080 },
      { onsetM: 1_000_000 },
    ])
      await keep(change, 201);
    await open.json('POST', '/api/events', { kind: 'flag-raised', date: '2100-01-01' }, 400);
    await open.json('PUT', '/api/settings', { onset: { date: '9999-12-31', side: 'left' } }, 400);
  });

  it('keeps an answer bound to its run, lets it be taken back, and takes none for a run that is not there', async () => {
    const { runs: rows } = (await open.json('GET', '/api/runs')) as z.infer<typeof RunList>;
    const id = rows[0]?.id ?? '';
    const said = {
      runId: id,
      side: 'right',
      when: 'evening',
      atMs: Date.parse('2026-11-14T19:00:00Z'),
      utcOffsetMin: 60,
      pain: 3,
      onsetM: 4_100,
      stopSign: null,
      painkiller: false,
    };
    const kept = (await open.json('POST', '/api/check-ins', said, 201)) as z.infer<typeof CheckIn>;
    const run = (await open.json('GET', `/api/runs/${id}`)) as z.infer<typeof RunDetail>;
    assert.deepEqual(run.checkIns, [{ ...said, eased: null, id: kept.id }]);
    await open.json('DELETE', `/api/check-ins/${kept.id}`);
    await open.json('DELETE', `/api/check-ins/${kept.id}`, undefined, 404);
    assert.deepEqual(await open.json('GET', '/api/check-ins'), { checkIns: [] });
    const easing = (await open.json('POST', '/api/check-ins', { ...said, eased: true }, 201)) as typeof kept;
    assert.equal(easing.eased, true);
    await open.json('DELETE', `/api/check-ins/${easing.id}`);
    await open.json('POST', '/api/check-ins', { ...said, eased: 'yes' }, 400);
    await open.json('POST', '/api/check-ins', { ...said, runId: 'nothing' }, 404);
    for (const pain of [-1, 11, 2.5, '3', null])
      await open.json('POST', '/api/check-ins', { ...said, pain }, 400);
    for (const pain of [0, 10]) await open.json('POST', '/api/check-ins', { ...said, pain }, 201);
  });

  it('changes the part of the settings that is given and lets nobody claim the sample', async () => {
    await open.json('PUT', '/api/settings', { onset: { date: '2026-10-01', side: 'right' } });
    const settings = await open.json('PUT', '/api/settings', { family: 'PF', sample: true });
    assert.deepEqual(settings, {
      onset: { date: '2026-10-01', side: 'right' },
      family: 'PF',
      flags: 'unanswered',
      sample: false,
    });
    await open.json('PUT', '/api/settings', { family: 'XX' }, 400);
    await open.json('PUT', '/api/settings', { onset: { date: '2026-02-30', side: 'right' } }, 400);
    const load = (await open.json('GET', '/api/load')) as z.infer<typeof Load>;
    assert.equal(load.audit.onset, '2026-10-01');
  });

  it('refuses a day that is none and a run that is not there', async () => {
    await open.json('GET', '/api/today?date=2026-02-30', undefined, 400);
    await open.json('GET', '/api/load?onset=yesterday', undefined, 400);
    await open.json('GET', '/api/runs/nothing', undefined, 404);
    await open.json('GET', '/api/runs/nothing/streams', undefined, 404);
  });

  it('never mixes the simulated runner with somebody’s own runs', async () => {
    await open.json('POST', '/api/sample', undefined, 409);
    await open.json('DELETE', '/api/sample', undefined, 409);
    assert.equal(((await open.json('GET', '/api/status')) as z.infer<typeof Status>).runs, 24);
  });

  it('reads only what is JSON', async () => {
    const answer = await open.ask('PUT', '/api/settings', new TextEncoder().encode('{"family'), {
      'content-type': 'application/json',
    });
    assert.equal(answer.status, 400);
  });
});

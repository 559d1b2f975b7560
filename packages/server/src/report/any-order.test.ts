/** The order in which files come changes no answer: report, audit, today and what was learnt. */
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { isoDay, learntForToday, parseIsoDay } from '@kneewise/engine';
import { IN_MEMORY, openStore } from '@kneewise/store';
import { importPaths } from '../imports/import-paths.ts';
import { auditFor } from '../load/audit-for.ts';
import { gpx } from '../testing/gpx.ts';
import { sharedPool as pool, standingClock, withFolder } from '../testing/open-house.ts';
import { todayFor } from '../today/today-for.ts';
import { reportFromStore } from './report-from-store.ts';

const FIRST = parseIsoDay('2026-07-06');
const WEEKS = 18;
const TODAY = isoDay(FIRST + 7 * WEEKS + 2);
const ONSET = isoDay(FIRST + 7 * WEEKS - 3);
const RUNNER = 'me';
const CHECK_INS = 4;

/** Eighteen weeks of three runs, longer in the last two; one run from two sources, one ride, one file that is none. */
function files(): Record<string, Uint8Array | string> {
  const all: Record<string, Uint8Array | string> = { 'broken.fit': 'not a FIT file at all' };
  for (let week = 0; week < WEEKS; week += 1) {
    for (const [place, day] of [0, 2, 5].entries()) {
      const start = `${isoDay(FIRST + 7 * week + day)}T07:00:00Z`;
      const minutes = (place === 2 ? 24 : 16) + (week % 3) + (week >= WEEKS - 2 ? 10 : 0);
      all[`run-${week}-${place}.gpx`] = gpx({ start, minutes, speedMps: 2.8 + 0.05 * place });
    }
  }
  const start = `${isoDay(FIRST + 7 * 4)}T07:00:00Z`;
  const again = gpx({ start, minutes: 17, speedMps: 2.8 });
  all['again-without-cadence.gpx'] = new TextDecoder()
    .decode(again)
    .replaceAll(/<extensions>.*?<\/extensions>/g, '');
  all['ride.gpx'] = gpx({ start: `${isoDay(FIRST + 10)}T17:00:00Z`, minutes: 20, type: 'cycling' });
  return all;
}

/** Ids are made up anew by every store: told apart by the run's start instead. */
function withoutIds(answer: unknown, startOf: ReadonlyMap<string, string>): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value: unknown) =>
      key === 'id' ? undefined : typeof value === 'string' ? (startOf.get(value) ?? value) : value,
    ),
  );
}

async function answersAfter(paths: readonly string[]): Promise<Record<string, unknown>> {
  const clock = standingClock(TODAY);
  const store = await openStore(IN_MEMORY);
  try {
    for (const path of paths) await importPaths(store, RUNNER, [path], { clock, pool });
    await store.saveSettings(RUNNER, {
      ...(await store.settings(RUNNER)),
      onset: { date: ONSET, side: 'right' },
    });
    const runs = await store.runs(RUNNER);
    for (const run of runs.toSorted((a, b) => a.startAtMs - b.startAtMs).slice(-CHECK_INS)) {
      await store.addCheckIn(RUNNER, {
        runId: run.id,
        side: 'right',
        when: 'during',
        atMs: run.startAtMs + 1_800_000,
        utcOffsetMin: 0,
        pain: 2,
        onsetM: null,
        stopSign: null,
        painkiller: null,
      });
    }
    const startOf = new Map(runs.map((run) => [run.id, new Date(run.startAtMs).toISOString()]));
    const checkIns = await store.checkIns(RUNNER);
    const answers = {
      report: await reportFromStore(store, RUNNER, { clock, date: TODAY }),
      audit: await auditFor(store, RUNNER, null, TODAY, clock),
      today: await todayFor(store, RUNNER, TODAY, clock),
      learnt: learntForToday({ runs, checkIns, date: TODAY, onset: ONSET, side: 'right', family: 'GN' }),
    };
    return withoutIds(answers, startOf) as Record<string, unknown>;
  } finally {
    await store.close();
  }
}

/** The same shuffle each time. */
function shuffled<T>(values: readonly T[], seed: number): T[] {
  let state = seed;
  return values
    .map((value) => {
      state = (state * 48_271) % 2_147_483_647;
      return { value, at: state };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

it('files in any order give the same report, audit, today and edge, to the last digit', () =>
  withFolder(async (folder) => {
    const here = join(folder, 'files');
    await mkdir(here);
    for (const [name, bytes] of Object.entries(files())) await writeFile(join(here, name), bytes);
    const paths = Object.keys(files()).map((name) => join(here, name));
    const expected = await answersAfter(paths);
    const { runs, refused } = expected.report as { runs: unknown[]; refused: unknown[] };
    assert.deepEqual([runs.length, refused.length], [3 * WEEKS, 1]);
    const { findings } = expected.audit as { findings: { known: boolean; value: unknown[] } };
    assert.ok(findings.known && findings.value.length > 0);
    assert.notEqual(expected.learnt, undefined);
    for (const order of [paths.toReversed(), shuffled(paths, 7), shuffled(paths, 2_026)]) {
      const answers = await answersAfter(order);
      for (const [name, answer] of Object.entries(answers)) assert.deepEqual(answer, expected[name], name);
    }
  }));

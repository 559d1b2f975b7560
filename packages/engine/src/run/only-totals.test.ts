import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { audit } from '../audit/audit.ts';
import { isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { known, missing } from '../measured.ts';
import type { Recording } from '../recording.ts';
import { at } from '../testing/histories.ts';
import { analyseRun } from './analyse-run.ts';
import type { Run } from './run.ts';

const ONSET = '2026-10-01';
const absent = (what: string) => missing({ reason: 'not-recorded', what });

/** As the list of an archive gives it: totals, and not one sample. */
const listed = (day: string, distanceM: number): Recording => ({
  startAtMs: at(day),
  utcOffsetMin: 0,
  sport: 'running',
  subSport: null,
  name: null,
  device: null,
  distanceM: known(distanceM),
  movingS: known(distanceM / 2.8),
  elapsedS: distanceM / 2.8,
  ascentM: known(40),
  descentM: absent('descent'),
  pauses: [],
  track: { timeS: new Float64Array(0) },
  listed: { file: null },
});

const run = (day: string, distanceM: number): Run => {
  const { track: _, ...recording } = listed(day, distanceM);
  return { ...recording, id: day, analysis: analyseRun(listed(day, distanceM), {}) };
};

describe('a run of which only totals are known', () => {
  it('has its mean speed and climb, and no figure that would need a stream', () => {
    const analysis = analyseRun(listed('2026-09-01', 8400), { heightM: 1.7 });
    assert.deepEqual([analysis.meanSpeedMps, analysis.ascentM], [known(2.8), known(40)]);
    assert.deepEqual(
      [analysis.cadenceSpm.known, analysis.kneeLoad.known, analysis.descentM.known, analysis.cadenceBins],
      [false, false, false, []],
    );
  });

  it('counts in the audit: distance, sessions, longest, days without a run', () => {
    const runs = Array.from({ length: 18 }, (_, week) => {
      const day = isoDay(parseIsoDay(ONSET) - 7 * (18 - week));
      const km = week < 14 ? 5 + (week % 3) / 2 : 11;
      return [run(day, km * 1000), ...(week < 14 ? [] : [run(isoDay(parseIsoDay(day) + 2), 4000)])];
    }).flat();
    const { findings, cannotTell } = audit({ runs, others: [], onset: ONSET, date: '2026-11-17' });
    const windowOf = (variable: string): readonly number[] | undefined =>
      findings.known
        ? findings.value.find((finding) => finding.variable === variable)?.windowWeeks
        : undefined;
    assert.deepEqual(windowOf('distance'), [5000, 5500, 15_000, 15_000, 15_000, 15_000]);
    assert.deepEqual(windowOf('sessions'), [1, 1, 2, 2, 2, 2]);
    assert.deepEqual(windowOf('longest'), [5000, 5500, 11_000, 11_000, 11_000, 11_000]);
    assert.deepEqual(windowOf('rest-days'), [6, 6, 5, 5, 5, 5]);
    assert.ok(cannotTell.some(({ variable }) => variable === 'knee-load'));
  });
});

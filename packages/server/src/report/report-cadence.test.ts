/** One cadence at easy pace, whichever page is asked. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { known, LINE_HISTORY_DAYS, parseIsoDay, type Run, today } from '@kneewise/engine';
import { runOf } from '../testing/run-of.ts';
import { cadenceAtEasyPace } from './report-cadence.ts';

const DATE = '2026-11-17';
const DAY_MS = 86_400_000;

/** Runs whose cadence rises by 6 steps/min in half a year: where a look back ends is to be seen in the line. */
const history = (fromDaysAgo: number): Run[] =>
  Array.from({ length: Math.floor(fromDaysAgo / 3) + 1 }, (_, i) => {
    const ageDays = 3 * i;
    const bare = runOf({
      startAtMs: (parseIsoDay(DATE) - ageDays) * DAY_MS,
      loadBws: 1000,
      distanceM: 5000,
    });
    const cadenceBins = Array.from({ length: 20 }, (_unused, j) => ({
      speedMps: 2.7 + 0.02 * j,
      cadenceSpm: 170 - ageDays / 30 + 0.22 * j,
      gradeRatio: 0,
    }));
    return { ...bare, analysis: { ...bare.analysis, meanSpeedMps: known(2.9), cadenceBins } };
  });

const inReport = (runs: readonly Run[]): number => {
  const cadence = cadenceAtEasyPace(runs, DATE);
  assert.ok(cadence.known);
  return cadence.value.easyCadenceSpm;
};
const inToday = (runs: readonly Run[]): number => {
  const { cadenceSpm } = today({
    date: DATE,
    runs,
    others: [],
    checkIns: [],
    flags: 'none-raised',
    onset: null,
    family: 'GN',
    side: null,
    ache: 'no',
  });
  assert.ok(cadenceSpm.known);
  return cadenceSpm.value;
};

it('the report and today tell the same cadence, and both look back as far', () => {
  for (const days of [30, 100, 140, LINE_HISTORY_DAYS, 400])
    assert.equal(inReport(history(days)), inToday(history(days)), `${days} days`);
  assert.notEqual(inReport(history(100)), inReport(history(160)));
  assert.equal(inReport(history(LINE_HISTORY_DAYS)), inReport(history(400)));
});

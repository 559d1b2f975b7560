/** Which weeks did the runner run, and how much? Monday to Sunday in each run's own offset, else UTC. */
import { DAYS_PER_WEEK, dayAt, isoDay, mondayOf } from '../calendar/civil-day.ts';
import { type Measured, known, mapMeasured, missing } from '../measured.ts';
import type { OtherActivity, Run } from '../run/run.ts';
import type { AuditWeek, WeekChange } from './audit-types.ts';

interface OpenWeek {
  readonly start: string;
  runs: number;
  distanceM: number;
  longestM: number;
  kneeLoadBws: number | null;
  runsWithoutDistance: number;
}

const emptyWeek = (monday: number): OpenWeek => ({
  start: isoDay(monday),
  runs: 0,
  distanceM: 0,
  longestM: 0,
  kneeLoadBws: 0,
  runsWithoutDistance: 0,
});

/** A figure that can be added up; null where it is not known, or a file gave a number no run has. */
const figureOf = (measured: Measured<number>): number | null =>
  measured.known && measured.value >= 0 && measured.value < Infinity ? measured.value : null;

/** Adds one run; a run without knee load makes the week's sum unknown rather than too small. */
function add(week: OpenWeek, run: Run): void {
  const distanceM = figureOf(run.distanceM);
  const loadBws = figureOf(mapMeasured(run.analysis.kneeLoad, ({ impulseRunBws }) => impulseRunBws));
  week.runs += 1;
  if (distanceM === null) {
    week.runsWithoutDistance += 1;
  } else {
    week.distanceM += distanceM;
    week.longestM = Math.max(week.longestM, distanceM);
  }
  week.kneeLoadBws = loadBws !== null && week.kneeLoadBws !== null ? week.kneeLoadBws + loadBws : null;
}

/**
 * The weeks of a history, oldest first. A week without any activity is left out: nothing says that the
 * recorder was in use. A week with a ride and no run is a week of zero running.
 * O(activities + weeks · log weeks).
 */
export function weeksOf(runs: readonly Run[], others: readonly OtherActivity[] = []): readonly AuditWeek[] {
  const weeks = new Map<number, OpenWeek>();
  const weekAt = (atMs: number, utcOffsetMin: number | null): OpenWeek => {
    const monday = mondayOf(dayAt(atMs, utcOffsetMin));
    const week = weeks.get(monday) ?? emptyWeek(monday);
    weeks.set(monday, week);
    return week;
  };
  for (const run of runs) add(weekAt(run.startAtMs, run.utcOffsetMin), run);
  for (const other of others) weekAt(other.startAtMs, other.utcOffsetMin);
  return [...weeks].sort(([a], [b]) => a - b).map(([, week]) => week);
}

/**
 * Distance of the last whole week up to `lastDay` against the week before it, in per cent.
 * Missing where either week holds no activity, or the earlier one no running.
 */
export function weekChange(weeks: readonly AuditWeek[], lastDay: number): Measured<WeekChange> {
  const lastMonday = mondayOf(lastDay + 1) - DAYS_PER_WEEK;
  const byStart = (monday: number): AuditWeek | undefined =>
    weeks.find((week) => week.start === isoDay(monday));
  const last = byStart(lastMonday);
  const before = byStart(lastMonday - DAYS_PER_WEEK);
  if (!last || !before) {
    const have = [last, before].filter((week) => week !== undefined).length;
    return missing({ reason: 'too-little-data', what: 'whole weeks with any activity', have, need: 2 });
  }
  if (last.runsWithoutDistance + before.runsWithoutDistance > 0) {
    return missing({ reason: 'not-recorded', what: 'distance of every run of both weeks' });
  }
  if (before.distanceM === 0) {
    return missing({ reason: 'does-not-apply', what: 'change from a week without running' });
  }
  return known({
    percent: (last.distanceM / before.distanceM - 1) * 100,
    week: last.start,
    fromM: before.distanceM,
    toM: last.distanceM,
    evidence: 'buist-2008',
    mark: 'randomised',
  });
}

/** A history as the learner sees it: loads, what was left of earlier ones, and what was said (models.md B). */
import { MS_PER_HOUR } from '../calendar/civil-day.ts';
import { METRES_PER_KM } from '../units.ts';
import type { CheckIn } from '../pain/check-in.ts';
import type { RunReport } from '../pain/grade.ts';
import { dayOfCheckIn, isMorning, type ReportedRun } from '../pain/reports.ts';
import type { Run } from '../run/run.ts';
import { type ObservedRun, type SaidInRun, teaches } from './observe.ts';
import { LEFTOVER_HOURS } from './settings.ts';

/** A run that teaches, and what it teaches. Loads in BW·s of one leg. */
export interface TeachingRun extends ObservedRun {
  readonly runId: string;
  readonly day: number;
  readonly startAtMs: number;
}

export interface ObservedHistory {
  /** Oldest first. */
  readonly runs: readonly TeachingRun[];
  /** What is left of all runs at a moment. BW·s */
  readonly leftoverAt: (atMs: number) => number;
}

/** Where pain reached the ceiling at once: a load of 0 has no logarithm. Our choice. */
const LEAST_SHARE = 0.01;

/** Load of a run: its own, or that of so many usual kilometres; null where not even the distance is known. */
export function loadOfRun({ analysis, distanceM }: Run, perKmBws: number): number | null {
  const load = analysis.kneeLoad.known
    ? analysis.kneeLoad.value.impulseRunBws
    : distanceM.known
      ? (perKmBws * distanceM.value) / METRES_PER_KM
      : 0;
  return load > 0 && Number.isFinite(load) ? load : null;
}

/**
 * What was said of the run itself. Pain that was there before is taken to be part of the worst pain: on simulated
 * runners that brings the error after 8 check-ins by the rule from 21 to 18 % (models.md B leaves it out). A quiet run under a painkiller says nothing, as in the pain rules.
 */
function saidIn(run: Run, load: number, report: RunReport, before: number, ceiling: number): SaidInRun {
  const { during, onsetM, painkiller } = report;
  const reached = during === null ? onsetM !== null : during >= ceiling;
  if (painkiller === true) return reached ? { kind: 'reached', reached } : { kind: 'nothing' };
  if (reached && onsetM !== null && run.distanceM.known && run.distanceM.value > 0) {
    const share = Math.min(1, Math.max(LEAST_SHARE, onsetM / run.distanceM.value));
    return { kind: 'onset', load: share * load };
  }
  // An ache that was worst at the start measures no load: it tells only that the ceiling was not reached (models.md B).
  if (report.eased === true && !reached && during !== null && during > 0) return { kind: 'reached', reached };
  if (during !== null) return { kind: 'pain', worst: during, ofBefore: before };
  return reached ? { kind: 'reached', reached } : { kind: 'nothing' };
}

/** A settled morning under a painkiller says nothing either. */
const unsettledAfter = ({ morning, painkiller }: RunReport, settled: number): boolean | null =>
  morning === null ? null : morning > settled ? true : painkiller === true ? null : false;

/** Pain before: the worst of the mornings told on the day of the run, before it. 0 where none was: that errs low. */
function painBefore(run: Run, mornings: readonly CheckIn[]): number {
  return mornings.reduce(
    (worst, { atMs, pain }) => (atMs <= run.startAtMs ? Math.max(worst, pain) : worst),
    0,
  );
}

/**
 * @param reported oldest first; @param checkIns of the same knee; @param perKmBws load of a usual kilometre
 * @param fromDay runs before this day only leave load behind
 */
export function observedHistory(
  reported: readonly ReportedRun[],
  checkIns: readonly CheckIn[],
  limits: { readonly ceiling: number; readonly settled: number },
  perKmBws: number,
  fromDay: number,
): ObservedHistory {
  const mornings = new Map<number, CheckIn[]>();
  for (const checkIn of checkIns.filter(isMorning)) {
    const day = dayOfCheckIn(checkIn);
    mornings.set(day, [...(mornings.get(day) ?? []), checkIn]);
  }
  const runs: TeachingRun[] = [];
  let left = 0;
  let leftAtMs = 0;
  const leftoverAt = (atMs: number): number =>
    left * Math.exp(-Math.max(0, atMs - leftAtMs) / (LEFTOVER_HOURS * MS_PER_HOUR));
  for (const { run, day, report } of reported) {
    const load = loadOfRun(run, perKmBws);
    if (load === null) continue;
    const leftover = leftoverAt(run.startAtMs);
    const before = painBefore(run, mornings.get(day) ?? []);
    const teaching: TeachingRun = {
      runId: run.id,
      day,
      startAtMs: run.startAtMs,
      load,
      leftover,
      painBefore: before,
      ceiling: limits.ceiling,
      said: saidIn(run, load, report, before, limits.ceiling),
      unsettled: unsettledAfter(report, limits.settled),
    };
    if (day >= fromDay && teaches(teaching)) runs.push(teaching);
    left = leftover + load;
    leftAtMs = run.startAtMs;
  }
  return { runs, leftoverAt };
}

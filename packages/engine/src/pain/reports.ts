/** Which check-in speaks of which run? Both knees, the worse counts. */
import { dayAt, parseIsoDay } from '../calendar/civil-day.ts';
import type { Run } from '../run/run.ts';
import { median } from '../stats/quantile.ts';
import type { CheckIn, Moment } from './check-in.ts';
import type { RunReport } from './grade.ts';

/** Days after the run on which a moment falls. [definition] */
const DAYS_AFTER: Readonly<Record<Moment, number>> = { during: 0, evening: 0, 'next-morning': 1, '48h': 2 };

export const dayOfRun = (run: Run): number => dayAt(run.startAtMs, run.utcOffsetMin);
export const dayOfCheckIn = (checkIn: CheckIn): number => dayAt(checkIn.atMs, checkIn.utcOffsetMin);

/** Mornings, whichever run they are bound to. */
export const isMorning = ({ when }: CheckIn): boolean => when === 'next-morning' || when === '48h';

const worse = (a: number | null, b: number): number => Math.max(a ?? 0, b);
const earlier = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);
/** yes wins over no, and either over not said. */
const either = (a: boolean | null, b: boolean | null): boolean | null =>
  a === true || b === true ? true : (a ?? b);

/** Where a moment stands in a report. */
export const FIELD = {
  during: 'during',
  evening: 'evening',
  'next-morning': 'morning',
  '48h': 'secondMorning',
} as const satisfies Record<Moment, keyof RunReport>;

export interface ReportedRun {
  readonly run: Run;
  readonly day: number;
  readonly report: RunReport;
  /** Check-ins this report is made of. */
  readonly checkIns: number;
}

const NOTHING_SAID: RunReport = {
  before: null,
  during: null,
  evening: null,
  morning: null,
  secondMorning: null,
  onsetM: null,
  stopSign: null,
  painkiller: null,
  eased: null,
};

const withCheckIn = (report: RunReport, checkIn: CheckIn): RunReport => {
  const field = FIELD[checkIn.when];
  return {
    ...report,
    [field]: worse(report[field], checkIn.pain),
    onsetM: earlier(report.onsetM, checkIn.onsetM),
    stopSign: either(report.stopSign, checkIn.stopSign),
    painkiller: checkIn.when === 'during' ? either(report.painkiller, checkIn.painkiller) : report.painkiller,
    eased: easedWith(report, checkIn),
  };
};

/** "It eased" holds for the run where every ache told of it eased: one that did not, or was not asked, outweighs it. */
function easedWith({ during, eased = null }: RunReport, said: CheckIn): boolean | null {
  if (said.when !== 'during' || said.pain === 0) return eased;
  const now = said.eased ?? null;
  if (during === null || during === 0) return now;
  return eased === false || now === false ? false : eased === true && now === true ? true : null;
}

/** A named run is believed so many days beside the day its moment falls on: midnight, a journey. Our choice. */
const DAYS_BESIDE = 1;

/**
 * The run each check-in speaks of: the one it names, where the day fits the moment, else the last run of the day
 * its moment belongs to (a next morning: of the day before). One that fits no run stands alone: a quiet morning
 * of today is no word on a run of last week. O(n + m).
 */
function bound(
  ordered: readonly Run[],
  checkIns: readonly CheckIn[],
): { readonly said: ReadonlyMap<string, readonly CheckIn[]>; readonly alone: readonly CheckIn[] } {
  const dayOf = new Map(ordered.map((run) => [run.id, dayOfRun(run)]));
  const lastOfDay = new Map(ordered.map((run) => [dayOfRun(run), run.id]));
  const said = new Map<string, CheckIn[]>();
  const alone: CheckIn[] = [];
  for (const checkIn of checkIns) {
    const day = dayOfCheckIn(checkIn) - DAYS_AFTER[checkIn.when];
    const named = checkIn.runId === null ? undefined : dayOf.get(checkIn.runId);
    const id =
      named !== undefined && Math.abs(day - named) <= DAYS_BESIDE
        ? (checkIn.runId ?? undefined)
        : lastOfDay.get(day);
    if (id === undefined) {
      alone.push(checkIn);
      continue;
    }
    const list = said.get(id) ?? [];
    list.push(checkIn);
    said.set(id, list);
  }
  return { said, alone };
}

/**
 * The run that something said now, of a moment, speaks of: the last whose moment falls on that day, else on a day
 * beside it; null where no run fits. What is not bound is heard by itself.
 * @param runs oldest first
 */
export function runSpokenOf(
  runs: readonly Run[],
  { when, atMs, utcOffsetMin }: Pick<CheckIn, 'when' | 'atMs' | 'utcOffsetMin'>,
): Run | null {
  const day = dayAt(atMs, utcOffsetMin) - DAYS_AFTER[when];
  return (
    runs.findLast((run) => dayOfRun(run) === day) ??
    runs.findLast((run) => Math.abs(dayOfRun(run) - day) <= DAYS_BESIDE) ??
    null
  );
}

const inOrder = (runs: readonly Run[]): readonly Run[] => runs.toSorted((a, b) => a.startAtMs - b.startAtMs);

/** Check-ins that speak of no run that is known (`reportedRuns` says how they are bound). */
export const aloneOf = (runs: readonly Run[], checkIns: readonly CheckIn[]): readonly CheckIn[] =>
  bound(inOrder(runs), checkIns).alone;

/** What was said on each day that speaks of no known run: the run may not have been imported, or there was none. */
export function reportsAlone(
  runs: readonly Run[],
  checkIns: readonly CheckIn[],
): readonly { readonly day: number; readonly report: RunReport }[] {
  const byDay = new Map<number, RunReport>();
  for (const checkIn of aloneOf(runs, checkIns)) {
    const day = dayOfCheckIn(checkIn);
    // Two days after nothing, a second morning is a morning.
    const said: CheckIn = checkIn.when === '48h' ? { ...checkIn, when: 'next-morning' } : checkIn;
    byDay.set(day, withCheckIn(byDay.get(day) ?? NOTHING_SAID, said));
  }
  return [...byDay].map(([day, report]) => ({ day, report }));
}

/** Runs with what was said of them, oldest first: a check-in counts for the run it names or whose day it is. O(n log n). */
export function reportedRuns(runs: readonly Run[], checkIns: readonly CheckIn[]): readonly ReportedRun[] {
  const ordered = inOrder(runs);
  const { said } = bound(ordered, checkIns);
  return ordered.map((run) => {
    const about = said.get(run.id) ?? [];
    return {
      run,
      day: dayOfRun(run),
      report: about.reduce(withCheckIn, NOTHING_SAID),
      checkIns: about.length,
    };
  });
}

/** So many mornings make a habit. Our choice. */
export const MORNINGS_FOR_USUAL = 14;
const USUAL_MOST = 2;

/**
 * b, the usual morning pain: median of the last 14 mornings before the episode began, at most 2; 0 where fewer
 * are known or no episode is named. Mornings of the episode itself never raise it.
 * @param onset local day the ache began, or null
 */
export function usualMorningPain(checkIns: readonly CheckIn[], onset: string | null): number {
  if (onset === null) return 0;
  const onsetDay = parseIsoDay(onset);
  const byDay = new Map<number, number>();
  for (const checkIn of checkIns) {
    const day = dayOfCheckIn(checkIn);
    if (isMorning(checkIn) && day < onsetDay) byDay.set(day, worse(byDay.get(day) ?? null, checkIn.pain));
  }
  const mornings = [...byDay].sort(([a], [b]) => a - b).map(([, pain]) => pain);
  if (mornings.length < MORNINGS_FOR_USUAL) return 0;
  return Math.min(USUAL_MOST, median(mornings.slice(-MORNINGS_FOR_USUAL)));
}

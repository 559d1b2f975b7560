/** Where does this runner stand on a day? The history played again through the rows, day by day. Pure; O(days + n log n). */
import { SECONDS_PER_MINUTE } from '../units.ts';
import { longestOf30Days, sessionSpikes } from '../audit/session-spikes.ts';
import { atHour, parseIsoDay } from '../calendar/civil-day.ts';
import { valueOrNull } from '../measured.ts';
import type { Run } from '../run/run.ts';
import type { CheckIn } from './check-in.ts';
import { type Family, type Limits, limitsFor } from './family.ts';
import { gradeOf } from './grade.ts';
import {
  type ReportedRun,
  dayOfCheckIn,
  isMorning,
  reportedRuns,
  reportsAlone,
  usualMorningPain,
} from './reports.ts';
import { type Ground, play } from './rows.ts';
import { type PainEvent, type PainState, type RecordedEvent, type RunEvent, startingState } from './state.ts';

export interface PainHistory {
  /** The runner's local day to speak as of; whatever came later is left out. */
  readonly date: string;
  readonly runs: readonly Run[];
  readonly checkIns: readonly CheckIn[];
  readonly events: readonly RecordedEvent[];
  readonly onset: string | null;
  /** At least one; with several the lowest numbers hold. */
  readonly families: readonly Family[];
  /** Whether the runner says the knee ached in the last 28 days. */
  readonly ache: 'yes' | 'no' | 'unsure';
  /** Plays a knee that is said not to ache as one, whatever was reported: the safer of both counts then. */
  readonly takeAtWord?: boolean;
  /** Easy speed, m/s; null: not known. */
  readonly easySpeedMps: number | null;
}

export interface Replay {
  readonly state: PainState;
  readonly limits: Limits;
  readonly ground: Ground;
  /** Runs up to the day, oldest first, with what was said of them. */
  readonly reported: readonly ReportedRun[];
  /** Whether the knee ached in the last 28 days, by what was said and reported. */
  readonly aching: 'yes' | 'no' | 'unsure';
}

/** Pain of 1/10 is noise; for a bone nothing is. Our choice. */
const NOISE = 1;
/** No ache for so long counts as none. Our choice. */
export const NO_ACHE_DAYS = 28;

/** By what the runner stated and reported. A few quiet answers are no 28 days without an ache: the rows count those. */
function achingOf({ onset, checkIns, ache }: PainHistory, limits: Limits): Replay['aching'] {
  const noise = Math.min(NOISE, limits.settled);
  const ached = checkIns.some((checkIn) => checkIn.pain > noise || checkIn.stopSign === true);
  return onset !== null || ached || ache === 'yes' ? 'yes' : ache;
}

/**
 * First day that the rows are played from: the first run that anything was said of, or, for a knee that does not
 * ache, since the answers last fell silent for 28 days. The day after today where nothing was said. The day named as
 * onset takes nothing away: a run that was too much stays one, whenever the ache is said to have begun.
 */
function firstDay(
  { events }: PainHistory,
  alone: readonly PainEvent[],
  reported: readonly ReportedRun[],
  aching: Replay['aching'],
  today: number,
): number {
  const spoken = [
    ...reported.filter(({ checkIns }) => checkIns > 0).map(({ day }) => day),
    ...events.map(({ date }) => parseIsoDay(date)),
    ...alone.map(({ day }) => day),
  ];
  if (aching !== 'no') return spoken.reduce((least, day) => Math.min(least, day), today + 1);
  return spoken
    .sort((a, b) => b - a)
    .reduce((start, day) => (start - day < NO_ACHE_DAYS ? Math.min(start, day) : start), today + 1);
}

/** Of one day: mornings first, then what was recorded, then runs, then the day itself. Order: our choice. */
const ORDER = { morning: 0, run: 2, day: 3 } as const;
const orderOf = ({ kind }: PainEvent): number =>
  kind === 'morning' || kind === 'run' || kind === 'day' ? ORDER[kind] : 1;

function mornings(checkIns: readonly CheckIn[]): PainEvent[] {
  const worst = new Map<number, number>();
  for (const checkIn of checkIns.filter(isMorning)) {
    const day = dayOfCheckIn(checkIn);
    worst.set(day, Math.max(worst.get(day) ?? 0, checkIn.pain));
  }
  return [...worst].map(([day, pain]): PainEvent => ({ kind: 'morning', day, pain }));
}

function onItsDay(event: RecordedEvent): PainEvent {
  const day = parseIsoDay(event.date);
  return event.kind === 'walked-30-min'
    ? { kind: event.kind, day, pain: event.pain }
    : { kind: event.kind, day };
}

function began(onset: string | null, start: number, today: number): PainEvent[] {
  if (onset === null) return [];
  const day = parseIsoDay(onset);
  return day >= start && day <= today ? [{ kind: 'ache-began', day }] : [];
}

/** A knee without an ache: the longest run of thirty days is the distance in force, and grows as any other. */
export function quietState({ longest30M }: Ground, day: number): PainState {
  const longestM = longest30M(day - 1);
  return {
    ...startingState('CLEAR', 'GO', day),
    limit: longestM === null ? null : { metres: longestM, code: 'longest-of-30-days', figures: { longestM } },
  };
}

/** Plays a history up to the end of its day. */
export function replay(given: PainHistory): Replay {
  const today = parseIsoDay(given.date);
  const checkIns = given.checkIns.filter((checkIn) => dayOfCheckIn(checkIn) <= today);
  const events = given.events.filter(({ date }) => parseIsoDay(date) <= today);
  const history: PainHistory = { ...given, checkIns, events };
  const reported = reportedRuns(given.runs, checkIns).filter(({ day }) => day <= today);
  const runs = reported.map(({ run }) => run);
  const limits = limitsFor(given.families, usualMorningPain(checkIns, given.onset));
  const ground: Ground = {
    limits,
    oneRunSteps: !given.families.includes('BS'),
    easySpeedMps: given.easySpeedMps,
    longest30M: (day) => valueOrNull(longestOf30Days(runs, atHour(day + 1, 0, null))),
  };
  const aching = given.takeAtWord === true ? given.ache : achingOf(history, limits);
  const alone = reportsAlone(given.runs, checkIns)
    .map(({ day, report }): PainEvent => ({ kind: 'ache-alone', day, grade: gradeOf(report, limits) }))
    .filter((event) => event.kind === 'ache-alone' && event.grade !== 'CLEAN' && event.grade !== 'UNKNOWN');
  const start = firstDay(history, alone, reported, aching, today);
  const longestBefore = new Map(
    sessionSpikes(runs).map(({ runId, longestBeforeM }) => [runId, valueOrNull(longestBeforeM)]),
  );
  const runEvent = ({ run, day, report }: ReportedRun): RunEvent => ({
    kind: 'run',
    day,
    runId: run.id,
    report,
    grade: gradeOf(report, limits),
    runM: valueOrNull(run.distanceM),
    movingMin: run.movingS.known ? run.movingS.value / SECONDS_PER_MINUTE : null,
    longest30M: longestBefore.get(run.id) ?? null,
  });
  const days: PainEvent[] = [];
  for (let day = start; day <= today; day += 1) days.push({ kind: 'day', day });
  const played: PainEvent[] = [
    ...mornings(checkIns).filter(({ day }) => day >= start),
    ...events.map(onItsDay),
    ...began(history.onset, start, today),
    ...alone,
    ...reported.filter(({ day }) => day >= start).map(runEvent),
    ...days,
  ].sort((a, b) => a.day - b.day || orderOf(a) - orderOf(b));
  const before = reported.findLast(({ day }) => day < start);
  const opening: PainState = {
    ...(aching === 'no' ? quietState(ground, start) : startingState('CALM', 'GO', start)),
    lastRunDay: before?.day ?? null,
    lastRunM: before ? valueOrNull(before.run.distanceM) : null,
  };
  const state = played.reduce((now, event) => play(now, event, ground), opening);
  return {
    state,
    limits,
    ground,
    reported,
    // Row 14 has counted 28 days of runs whose every answer was quiet.
    aching: aching === 'unsure' && state.stage === 'CLEAR' ? 'no' : aching,
  };
}

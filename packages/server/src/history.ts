/** Gathers what questions over a runner's history need, and says which day they speak as of. */
import { type CheckIn, dayAt, type OtherActivity, parseIsoDay, type Run } from '@kneewise/engine';
import type { HistoryStore, KneeCheck, Settings, StoredEvent } from '@kneewise/store';
import type { Clock } from './clock.ts';
import { isOnCalendar, isoDayWithin } from './days.ts';
import { heardEntries, withTaken } from './diary/heard.ts';
import { sampleDay } from './sample/sample-day.ts';

export interface History {
  /** Oldest first. */
  readonly runs: readonly Run[];
  readonly others: readonly OtherActivity[];
  /** Answers about the knee, and what is heard of the diary. */
  readonly checkIns: readonly CheckIn[];
  /** Everything said about the ache of a day, the diary's quiet places too. */
  readonly pains: readonly Pick<CheckIn, 'atMs' | 'utcOffsetMin' | 'pain'>[];
  readonly events: readonly StoredEvent[];
  readonly settings: Settings;
  /** Newest first, the one under way before the finished. */
  readonly checks: readonly KneeCheck[];
}

const dated = (activity: Pick<OtherActivity, 'startAtMs' | 'utcOffsetMin'>): boolean =>
  isOnCalendar(activity.startAtMs, activity.utcOffsetMin);

export async function gatherHistory(store: HistoryStore, runnerId: string): Promise<History> {
  const [runs, others, checkIns, events, settings, entries, taken, checks] = await Promise.all([
    store.runs(runnerId),
    store.others(runnerId),
    store.checkIns(runnerId),
    store.events(runnerId),
    store.settings(runnerId),
    store.painEntries(runnerId),
    store.taken(runnerId),
    store.kneeChecks(runnerId),
  ]);
  const said = checkIns.filter(({ atMs, utcOffsetMin }) => isOnCalendar(atMs, utcOffsetMin));
  // What an earlier version kept without looking at its date ends no answer.
  const datedRuns = runs.every(dated) ? runs : runs.filter(dated);
  return {
    runs: datedRuns,
    others: others.every(dated) ? others : others.filter(dated),
    checkIns: [...withTaken(said, taken, datedRuns), ...heardEntries(entries, datedRuns)].sort(
      (a, b) => a.atMs - b.atMs,
    ),
    pains: [...said, ...entries],
    events,
    settings,
    checks,
  };
}

/** A watch may be a day ahead of this machine, by its offset and by a little; more is a wrong clock. Our choice. */
const DAYS_AHEAD = 2;

/**
 * The day after the last run, in its own offset; null where there is no run. Runs that a wrong clock dated beyond
 * `today` and two days do not count: one of them would make every answer speak of a day far off.
 */
export function dayAfterLastRun(
  runs: readonly Pick<Run, 'startAtMs' | 'utcOffsetMin'>[],
  today: string,
): string | null {
  const latest = parseIsoDay(today) + DAYS_AHEAD;
  let last = Number.NEGATIVE_INFINITY;
  for (const { startAtMs, utcOffsetMin } of runs) {
    const day = dayAt(startAtMs, utcOffsetMin);
    if (day <= latest) last = Math.max(last, day);
  }
  return last === Number.NEGATIVE_INFINITY ? null : isoDayWithin(last + 1);
}

/** Today; while the store holds the simulated runner, the day its story is told. */
export const spokenDay = (history: Pick<History, 'settings'>, clock: Clock): string =>
  history.settings.sample ? sampleDay() : clock.today();

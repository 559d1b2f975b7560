/** The part of a report that is answers: one day, one history, everything the engine says about them. */
import { audit, type CheckIn, type OtherActivity, type Run, type TodayInput } from '@kneewise/engine';
import type { Clock } from '../clock.ts';
import { dayAfterLastRun } from '../history.ts';
import { todayOf } from '../today/today-of.ts';
import { cadenceAtEasyPace } from './report-cadence.ts';
import type { Report } from './report-types.ts';

export interface ReportQuestion {
  /** The day to speak as of; else the day after the last run that is not ahead of the clock. */
  readonly date?: string;
  /** The day the ache began. */
  readonly onset?: string;
}

export interface ReportHistory {
  readonly runs: readonly Run[];
  readonly others: readonly OtherActivity[];
  readonly checkIns: readonly CheckIn[];
  readonly onset: string | null;
  /** What was said of the knee besides, as of a day. */
  readonly heeded: (
    date: string,
  ) => Pick<TodayInput, 'flags' | 'family' | 'side' | 'otherFamilies' | 'ache' | 'events'>;
}

/** What files alone say of pain: nothing. `GN` is the family for "unsure". */
export const NO_ANSWERS = {
  checkIns: [],
  onset: null,
  heeded: () => ({ flags: 'unanswered', family: 'GN', side: null, events: [] }),
} as const satisfies Omit<ReportHistory, 'runs' | 'others'>;

type Answers = Omit<Report, 'schema'>;

/** @throws {RangeError} where `date` or `onset` is no day */
export function answersOf(
  history: ReportHistory,
  question: ReportQuestion,
  clock: Clock,
  files: Pick<Report, 'runs' | 'other' | 'refused' | 'duplicates'>,
): Answers {
  const asOf = speaksAsOf(history.runs, question, clock);
  const onset = question.onset ?? history.onset;
  const { runs, others, checkIns } = history;
  const audited = audit({ runs, others, onset, date: asOf.date });
  return {
    asOf,
    ...files,
    weeks: audited.weeks.map(({ start, runs: count, distanceM, longestM, kneeLoadBws }) => ({
      start,
      runs: count,
      distanceM,
      longestM,
      kneeLoadBws,
    })),
    cadence: cadenceAtEasyPace(runs, asOf.date),
    audit: audited,
    today: todayOf({
      date: asOf.date,
      runs,
      others,
      checkIns,
      onset,
      ...history.heeded(asOf.date),
    }),
  };
}

function speaksAsOf(runs: readonly Run[], question: ReportQuestion, clock: Clock): Report['asOf'] {
  if (question.date !== undefined) return { date: question.date, because: 'asked' };
  const after = dayAfterLastRun(runs, clock.today());
  return after === null
    ? { date: clock.today(), because: 'today' }
    : { date: after, because: 'day-after-last-run' };
}

/** Which answers about the last runs are still to come, and when? */
import { MS_PER_S } from '../units.ts';
import { atHour, dayAt } from '../calendar/civil-day.ts';
import { MOMENTS, type Moment, type Side } from '../pain/check-in.ts';
import { FIELD, type ReportedRun } from '../pain/reports.ts';
import type { DueCheckIn } from './today-types.ts';

// Hours of the runner's day. Our choices.
const EVENING_HOUR = 20;
const MORNING_HOUR = 8;
/** The second morning is over three days after the run. */
const ASKED_FOR_DAYS = 3;

/** A recording of more than so many seconds is a clock that slipped: its end is not known. Our choice: ten days. */
const LONGEST_RECORDING_S = 864_000;

/** End of the recording, epoch ms. */
export const endOf = ({ run: { startAtMs, elapsedS } }: ReportedRun): number =>
  Math.round(startAtMs + (elapsedS > 0 && elapsedS < LONGEST_RECORDING_S ? elapsedS : 0) * MS_PER_S);

/** When a moment of a run falls. An evening run's evening is its end. */
export function dueAt(reported: ReportedRun, when: Moment): number {
  const endMs = endOf(reported);
  const offset = reported.run.utcOffsetMin;
  const endDay = dayAt(endMs, offset);
  switch (when) {
    case 'during':
      return endMs;
    case 'evening':
      return Math.max(endMs, atHour(endDay, EVENING_HOUR, offset));
    case 'next-morning':
      return atHour(endDay + 1, MORNING_HOUR, offset);
    case '48h':
      return atHour(endDay + 2, MORNING_HOUR, offset);
  }
}

/** Unanswered moments of the runs of the last three days, and of the last run whenever it was, in order of time. */
export function dueCheckIns(
  reported: readonly ReportedRun[],
  today: number,
  side: Side | null,
): readonly DueCheckIn[] {
  const last = reported.at(-1);
  return reported
    .filter((each) => today - each.day < ASKED_FOR_DAYS || each === last)
    .flatMap((each) =>
      MOMENTS.filter((when) => each.report[FIELD[when]] === null).map((when) => ({
        runId: each.run.id,
        side,
        when,
        dueAtMs: dueAt(each, when),
      })),
    )
    .sort((a, b) => a.dueAtMs - b.dueAtMs);
}

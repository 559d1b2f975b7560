/** The cadence line of a runner's history on a day: one window and one way for every page that speaks of it. */
import { dayAt } from '../calendar/civil-day.ts';
import type { Run } from '../run/run.ts';
import { type CadenceLine, cadenceLine, LINE_HISTORY_DAYS } from './cadence-line.ts';

type OfLine = Pick<Run, 'startAtMs' | 'utcOffsetMin'> & {
  readonly analysis: Pick<Run['analysis'], 'cadenceBins'>;
};

/**
 * The line as of a day, from the runs of the `LINE_HISTORY_DAYS` up to it. Half minutes of older and later runs are
 * not even read.
 * @param today day number; runs of that day count
 */
export const ownCadenceLine = (runs: readonly OfLine[], today: number): CadenceLine =>
  cadenceLine(
    // In order of time, so that sums come out the same to the last digit whatever order runs were read in.
    runs
      .toSorted((a, b) => a.startAtMs - b.startAtMs)
      .flatMap((run) => {
        const ageDays = today - dayAt(run.startAtMs, run.utcOffsetMin);
        return ageDays >= 0 && ageDays <= LINE_HISTORY_DAYS
          ? [{ ageDays, bins: run.analysis.cadenceBins }]
          : [];
      }),
  );

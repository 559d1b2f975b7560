/** Runs gathered under the month they were run in, in the order they come. */
import { dayOf } from '../format/format.ts';

interface Dated {
  readonly startAtMs: number;
  readonly utcOffsetMin: number | null;
}

export function byMonth<R extends Dated>(
  runs: readonly R[],
): readonly { readonly month: string; readonly runs: readonly R[] }[] {
  const months = new Map<string, R[]>();
  for (const run of runs) {
    const month = dayOf(run.startAtMs, run.utcOffsetMin).slice(0, 7);
    const some = months.get(month);
    if (some === undefined) months.set(month, [run]);
    else some.push(run);
  }
  return [...months].map(([month, some]) => ({ month, runs: some }));
}

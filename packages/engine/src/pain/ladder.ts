/** The walk-run ladder back to running (training.md §4): running minutes never fall and rise by at most 4. Steps: our choice. */
import { SECONDS_PER_MINUTE } from '../units.ts';

export interface LadderStep {
  readonly step: number;
  readonly repeats: number;
  readonly runMin: number;
  /** Walking between, minutes; 0: one piece. */
  readonly walkMin: number;
}

const rung = (step: number, repeats: number, runMin: number, walkMin: number): LadderStep => ({
  step,
  repeats,
  runMin,
  walkMin,
});

/** Repeats and minutes of each step. Our choice: running minutes grow by at most 4 from step to step. */
export const LADDER: readonly LadderStep[] = [
  rung(1, 6, 1, 3),
  rung(2, 8, 1, 2),
  rung(3, 8, 1.5, 1.5),
  rung(4, 7, 2, 1.5),
  rung(5, 6, 3, 1.5),
  rung(6, 5, 4, 1),
  rung(7, 4, 5, 1),
  rung(8, 3, 8, 1),
  rung(9, 2, 12, 1),
  rung(10, 1, 25, 0),
  rung(11, 1, 28, 0),
  rung(12, 1, 30, 0),
];

export const LAST_STEP = LADDER.length;

/** The rung of a step, drawn into 1–12. @throws RangeError where `step` is not a number */
export function rungOf(step: number): LadderStep {
  const found = LADDER[Math.min(LAST_STEP, Math.max(1, Math.round(step))) - 1];
  if (!found) throw new RangeError(`step must be a number, got ${step}`);
  return found;
}

export const runningMinutes = ({ repeats, runMin }: LadderStep): number => repeats * runMin;

/** The last step of at most so many running minutes; step 1 where even that is longer. */
export const stepWithin = (minutes: number): number =>
  LADDER.findLast((each) => runningMinutes(each) <= minutes)?.step ?? 1;

/** The ladder step that fits into so many metres of easy running; step 1 where the speed is not known. */
export const stepFor = (metres: number, easySpeedMps: number | null): number =>
  easySpeedMps === null ? 1 : stepWithin(metres / easySpeedMps / SECONDS_PER_MINUTE);

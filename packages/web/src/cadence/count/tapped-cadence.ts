/** Steps a minute from taps, one for each landing of the same foot. A tap missed or doubled does not spoil the count. */

/** Fewer taps say too little. Our choice: ten steps of one foot. */
export const ENOUGH_TAPS = 10;
/** A tap this soon after another, as a share of the usual time between two, is the same one twice. Our choice. */
const DOUBLE_BELOW = 0.5;
const MS_PER_MIN = 60_000;
const FEET = 2;

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (low + (sorted[Math.floor(middle)] ?? low)) / 2;
};

/** @param tapsMs rising times, ms; @returns steps/min of both feet, or null with too few taps */
export function tappedCadence(tapsMs: readonly number[]): number | null {
  if (tapsMs.length < ENOUGH_TAPS) return null;
  const apart = tapsMs.slice(1).map((at, i) => at - (tapsMs[i] ?? at));
  const usual = median(apart);
  let strides = 0;
  let counted = 0;
  let carried = 0;
  for (const gap of apart) {
    carried += gap;
    if (carried < DOUBLE_BELOW * usual) continue;
    // Twice the usual time holds a tap that was missed.
    strides += Math.max(1, Math.round(carried / usual));
    counted += carried;
    carried = 0;
  }
  return counted === 0 ? null : (FEET * strides * MS_PER_MIN) / counted;
}

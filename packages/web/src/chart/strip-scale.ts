/** The strip of a finding: usual weeks as ticks, those before onset as rings, the last one filled. */

export interface StripScale {
  readonly low: number;
  readonly high: number;
  /** Share of the strip's width, 0–1. */
  readonly at: (value: number) => number;
  /** Where most usual weeks lie: between their quarter marks. */
  readonly usual: readonly [number, number];
}

/** Room left and right of the outermost week, as a share of the span. */
const MARGIN = 0.08;

const quantile = (sorted: readonly number[], q: number): number => {
  const position = (sorted.length - 1) * q;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
};

/** @param usualWeeks at least one */
export function stripScale(usualWeeks: readonly number[], windowWeeks: readonly number[]): StripScale {
  const all = [...usualWeeks, ...windowWeeks];
  if (usualWeeks.length === 0) throw new RangeError('usualWeeks must hold at least one week, got none');
  const least = Math.min(...all);
  const most = Math.max(...all);
  // All weeks alike: any span will do, with the one value in its middle.
  const span = most > least ? most - least : Math.max(Math.abs(most), 1);
  const low = least - span * MARGIN;
  const high = least + span * (1 + MARGIN);
  const sorted = [...usualWeeks].sort((a, b) => a - b);
  return {
    low,
    high,
    at: (value) => (value - low) / (high - low),
    usual: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
  };
}

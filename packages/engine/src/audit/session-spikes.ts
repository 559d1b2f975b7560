/**
 * How far beyond the last month's longest run was each run?
 *
 * Bins and hazard ratios of Frandsen 2025 (BJSM 59:1203): 5,205 runners with a sports watch followed
 * for 18 months, 1,820 of whom reported an injury. Observational; an injury of any place, not of the
 * knee alone. A ratio says what went with more injuries in a crowd, not what this run does to this knee.
 */
import { MS_PER_DAY } from '../calendar/civil-day.ts';
import { type Measured, known, mapMeasured, missing } from '../measured.ts';
import type { OtherActivity, Run } from '../run/run.ts';
import type { HazardRatio, SessionSpike, SpikeBin } from './audit-types.ts';

/** Runs that started in the 30 days before this run's start, its own start left out. [frandsen-2025] */
export const LOOK_BACK_DAYS = 30;

interface Bin {
  readonly bin: SpikeBin;
  /** Largest share of the longest that still belongs here (1.1 = +10 %). */
  readonly upTo: number;
  readonly hazardRatio: HazardRatio;
}

/** Upper edges +10, +30, +100 %, hazard rate ratios with 95 % intervals. [frandsen-2025] */
export const SPIKE_BINS: readonly Bin[] = [
  { bin: 'up-to-10', upTo: 1.1, hazardRatio: { value: 1, low: 1, high: 1 } },
  { bin: '10-to-30', upTo: 1.3, hazardRatio: { value: 1.64, low: 1.31, high: 2.05 } },
  { bin: '30-to-100', upTo: 2, hazardRatio: { value: 1.52, low: 1.16, high: 2 } },
  { bin: 'over-100', upTo: Infinity, hazardRatio: { value: 2.28, low: 1.5, high: 3.48 } },
];

/** 11,000 m over 10,000 m must count as +10 %, although 11000/10000 in binary may land a hair beside 1.1: a share.
 * [definition: binary fractions] */
const EDGE_TOLERANCE = 1e-9;

/** The bin of a ratio of distances. @param ratio above 0 */
export function spikeBin(ratio: number): Bin {
  const found = SPIKE_BINS.find(({ upTo }) => ratio <= upTo + EDGE_TOLERANCE);
  if (!(ratio > 0) || !found) throw new RangeError(`ratio must be above 0, got ${ratio}`);
  return found;
}

interface Measurable {
  readonly run: Run;
  readonly distanceM: number;
}

const measurable = (runs: readonly Run[]): Measurable[] =>
  runs
    .flatMap((run) =>
      run.distanceM.known && run.distanceM.value > 0 && run.distanceM.value < Infinity
        ? [{ run, distanceM: run.distanceM.value }]
        : [],
    )
    .sort((a, b) => a.run.startAtMs - b.run.startAtMs);

function spikeOf(
  { run, distanceM }: Measurable,
  longestBeforeM: Measured<number>,
  windowCovered: boolean,
): SessionSpike {
  const ratio = mapMeasured(longestBeforeM, (longestM) => distanceM / longestM);
  const found = ratio.known ? spikeBin(ratio.value) : null;
  return {
    runId: run.id,
    startAtMs: run.startAtMs,
    utcOffsetMin: run.utcOffsetMin,
    distanceM,
    longestBeforeM,
    ratio,
    bin: found?.bin ?? null,
    hazardRatio: found?.hazardRatio ?? null,
    windowCovered,
  };
}

/**
 * Every run of known distance against the longest of the 30 days before it, oldest first. O(n log n).
 * @param others tell since when the recorder was in use
 */
export function sessionSpikes(
  runs: readonly Run[],
  others: readonly OtherActivity[] = [],
): readonly SessionSpike[] {
  const ordered = measurable(runs);
  const historyFromMs = [...runs, ...others].reduce(
    (first, { startAtMs }) => Math.min(first, startAtMs),
    Infinity,
  );
  // Candidates for "longest so far in the window": distances fall from head to tail, starts rise.
  const falling: Measurable[] = [];
  let head = 0;
  let entering = 0;
  return ordered.map((measured) => {
    const { run } = measured;
    const fromMs = run.startAtMs - LOOK_BACK_DAYS * MS_PER_DAY;
    for (
      let next = ordered[entering];
      next && next.run.startAtMs < run.startAtMs;
      next = ordered[++entering]
    ) {
      while (falling.length > head && (falling.at(-1)?.distanceM ?? Infinity) <= next.distanceM)
        falling.pop();
      falling.push(next);
    }
    while (head < falling.length && (falling[head]?.run.startAtMs ?? Infinity) < fromMs) head += 1;
    const longest = falling[head];
    const longestBeforeM = longest
      ? known(longest.distanceM)
      : missing({ reason: 'too-little-data', what: 'runs in the 30 days before', have: 0, need: 1 });
    return spikeOf(measured, longestBeforeM, historyFromMs <= fromMs);
  });
}

/** Longest run that started in the 30 days up to `toMs` (itself left out); missing where there is none. */
export function longestOf30Days(runs: readonly Run[], toMs: number): Measured<number> {
  const fromMs = toMs - LOOK_BACK_DAYS * MS_PER_DAY;
  const longestM = measurable(runs)
    .filter(({ run }) => run.startAtMs >= fromMs && run.startAtMs < toMs)
    .reduce((longest, { distanceM }) => Math.max(longest, distanceM), 0);
  return longestM > 0
    ? known(longestM)
    : missing({ reason: 'too-little-data', what: 'runs in the last 30 days', have: 0, need: 1 });
}

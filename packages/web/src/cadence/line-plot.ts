/** Cadence against speed: where the line, its band, the target and the runs lie. Pace runs faster to the right. */
import type { Cadence } from '../api/types.ts';

export interface LinePlot {
  /** Speeds at the ends of the axis, m/s. */
  readonly speeds: readonly [number, number];
  /** Steps a minute at the ends of the axis. */
  readonly spm: readonly [number, number];
  /** Straight edges at both ends of the axis. */
  readonly own: { readonly low: Edge; readonly middle: Edge; readonly high: Edge } | null;
  readonly target: { readonly low: Edge; readonly high: Edge } | null;
}
type Edge = readonly [number, number];

/** The picture is never narrower than this, m/s and steps a minute. Our choice. */
const LEAST_SPEEDS = 0.6;
const LEAST_SPM = 12;
const ROOM_SPM = 2;
/** Half an 80 % interval in standard errors. */
const SE_PER_80 = 1.28;
/** The band that the target page speaks of: +5 to +10 %. [training.md 5] */
const TARGET_SHARES = [1.05, 1.1] as const;

const widened = (low: number, high: number, least: number): Edge => {
  const short = Math.max(0, least - (high - low)) / 2;
  return [low - short, high + short];
};

/** @returns null where there is neither a run with cadence nor a target */
export function linePlot({
  line,
  runs,
  target,
  ownFrom,
}: Pick<Cadence, 'line' | 'runs' | 'target' | 'ownFrom'>): LinePlot | null {
  const speeds = runs.map(({ speedMps }) => speedMps);
  if (target.known) speeds.push(target.value.speedMps);
  if (speeds.length === 0) return null;
  const ends = widened(Math.min(...speeds), Math.max(...speeds), LEAST_SPEEDS);
  const at = (speed: number): number => line.centreSpm + line.slope * (speed - line.centreMps);
  const se = (speed: number): number =>
    SE_PER_80 * Math.hypot(line.centreSe, (speed - line.centreMps) * line.slopeSe);
  const edge = (of: (speed: number) => number): Edge => [of(ends[0]), of(ends[1])];
  const hasLine = ownFrom === 'line';
  const own = hasLine
    ? { low: edge((v) => at(v) - se(v)), middle: edge(at), high: edge((v) => at(v) + se(v)) }
    : null;
  const [least, most] = TARGET_SHARES;
  const band =
    hasLine && target.known ? { low: edge((v) => least * at(v)), high: edge((v) => most * at(v)) } : null;
  const all = [
    ...runs.map(({ cadenceSpm }) => cadenceSpm),
    ...(own === null ? [] : [...own.low, ...own.high]),
    ...(band === null ? [] : band.high),
    ...(target.known ? [target.value.own.cadenceSpm, target.value.targetSpm] : []),
  ];
  return {
    speeds: ends,
    spm: widened(Math.min(...all) - ROOM_SPM, Math.max(...all) + ROOM_SPM, LEAST_SPM),
    own,
    target: band,
  };
}

/** Whole-minute or half-minute paces within the speeds, slowest first, seconds a unit of distance. */
export function paceTicks([slow, fast]: Edge, metresPerUnit: number, most: number): number[] {
  const slowS = metresPerUnit / slow;
  const fastS = metresPerUnit / fast;
  const STEPS_S = [15, 30, 60, 120];
  for (const step of STEPS_S) {
    const first = Math.floor(slowS / step);
    const last = Math.ceil(fastS / step);
    const count = first - last + 1;
    if (count <= most) return Array.from({ length: Math.max(0, count) }, (_, i) => (first - i) * step);
  }
  return [];
}

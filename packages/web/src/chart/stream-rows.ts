/** One run's streams as rows on one x axis: values, soft band, range and at most three lines each. */
import type { Streams } from '../api/types.ts';
import { roundTicks } from './ticks.ts';

export type StreamKey = 'pace' | 'cadence' | 'kneeLoad' | 'contact' | 'heartRate' | 'altitude';

export interface StreamRow {
  readonly key: StreamKey;
  readonly values: readonly (number | null)[];
  readonly band: {
    readonly low: readonly (number | null)[];
    readonly high: readonly (number | null)[];
  } | null;
  readonly range: readonly [number, number];
  /** Pace runs faster upwards, so its small values stand at the top. */
  readonly inverted: boolean;
}

export interface StreamPicture {
  /** Metres where the run has distances, else seconds. */
  readonly along: 'distance' | 'time';
  readonly x: readonly number[];
  readonly rows: readonly StreamRow[];
  /** Stretches that were not running, on the x axis. */
  readonly shaded: readonly (readonly [number, number])[];
}

/** Pace and cadence are averaged over this long: a step is no pace. Our choice. Seconds */
export const SMOOTH_S = 15;
/** Slower is no pace a person would read. m/s */
const LEAST_SPEED_MPS = 0.5;
const M_PER_KM = 1000;
/** Share of values at each end that may leave the picture: a lost satellite must not flatten the run. Our choice. */
const CUT = 0.01;
/** Room above and below, as a share of the range. */
const PAD = 0.12;
/** Smallest height of a row's range, so that noise looks like noise: s/km, steps/min, %, ms, beats/min, m. Our choice. */
const LEAST_RANGE: Readonly<Record<StreamKey, number>> = {
  pace: 60,
  cadence: 12,
  kneeLoad: 20,
  contact: 30,
  heartRate: 30,
  altitude: 20,
};
const ORDER: readonly StreamKey[] = ['pace', 'cadence', 'kneeLoad', 'contact', 'heartRate', 'altitude'];

/** Mean over `seconds` round each sample; what is null stays null and weighs nothing. */
export function smooth(
  timeS: readonly number[],
  values: readonly (number | null)[],
  seconds: number,
): (number | null)[] {
  const half = seconds / 2;
  let from = 0;
  let to = 0;
  let sum = 0;
  let count = 0;
  const weigh = (index: number, sign: 1 | -1): void => {
    const value = values[index] ?? null;
    if (value !== null) {
      sum += sign * value;
      count += sign;
    }
  };
  return values.map((value, index) => {
    const at = timeS[index] ?? 0;
    for (; to < values.length && (timeS[to] ?? 0) <= at + half; to += 1) weigh(to, 1);
    for (; (timeS[from] ?? 0) < at - half; from += 1) weigh(from, -1);
    return value === null || count === 0 ? null : sum / count;
  });
}

/** Never falls and has no holes: where distance is unknown, the last one holds. */
export function monotone(values: readonly (number | null)[]): number[] {
  let last = 0;
  return values.map((value) => {
    if (value !== null && value > last) last = value;
    return last;
  });
}

function rangeOf(values: readonly (number | null)[], least: number): readonly [number, number] | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * CUT)];
  const high = sorted[Math.max(0, Math.ceil(sorted.length * (1 - CUT)) - 1)];
  if (low === undefined || high === undefined) return null;
  const short = Math.max(0, least - (high - low)) / 2;
  const pad = (high - low + 2 * short) * PAD;
  return [low - short - pad, high + short + pad];
}

const scaled = (values: readonly (number | null)[], factor: number): (number | null)[] =>
  values.map((value) => (value === null ? null : value * factor));

/** Rows for what was recorded; a stream that is absent or empty has none. */
export function streamPicture(streams: Streams): StreamPicture {
  const { timeS, distanceM, kneeLoadSdRatio } = streams;
  const along = distanceM !== null && distanceM.some((value) => (value ?? 0) > 0) ? 'distance' : 'time';
  const x = along === 'distance' && distanceM !== null ? monotone(distanceM) : timeS;
  const share =
    streams.kneeLoadShare === null ? null : scaled(smooth(timeS, streams.kneeLoadShare, SMOOTH_S), 100);
  const columns: Readonly<Record<StreamKey, readonly (number | null)[] | null>> = {
    pace:
      streams.speedMps === null
        ? null
        : smooth(timeS, streams.speedMps, SMOOTH_S).map((speed) =>
            speed === null || speed < LEAST_SPEED_MPS ? null : M_PER_KM / speed,
          ),
    cadence: streams.cadenceSpm === null ? null : smooth(timeS, streams.cadenceSpm, SMOOTH_S),
    kneeLoad: share,
    contact: streams.contactMs === null ? null : smooth(timeS, streams.contactMs, SMOOTH_S),
    heartRate: streams.heartRateBpm,
    altitude: streams.altitudeM,
  };
  const rows = ORDER.flatMap((key): StreamRow[] => {
    const values = columns[key];
    if (values === null) return [];
    const band =
      key === 'kneeLoad' && kneeLoadSdRatio !== null
        ? { low: scaled(values, 1 - kneeLoadSdRatio), high: scaled(values, 1 + kneeLoadSdRatio) }
        : null;
    const range = rangeOf(band === null ? values : [...band.low, ...band.high], LEAST_RANGE[key]);
    if (range === null) return [];
    return [
      {
        key,
        values,
        band,
        range,
        inverted: key === 'pace',
      },
    ];
  });
  const place = (seconds: number): number => x[indexAt(timeS, seconds)] ?? 0;
  const shaded = streams.notRunning
    .map(({ fromS, toS }) => [place(fromS), place(toS)] as const)
    .filter(([from, to]) => to > from);
  return { along, x, rows, shaded };
}

/** Metres along the way that were running; null where the run has no distances. */
export const runningOf = ({ along, x, shaded }: StreamPicture): number | null =>
  along === 'time'
    ? null
    : shaded.reduce((left, [from, to]) => left - (to - from), (x.at(-1) ?? 0) - (x[0] ?? 0));

/**
 * At most three lines of a row, at round figures of the unit they are shown in.
 * @param perUnit row units in one shown unit (0.3048 m in a foot); 1 where both are the same
 */
export const rowTicks = ({ key, range: [low, high] }: StreamRow, perUnit: number): readonly number[] =>
  roundTicks([low / perUnit, high / perUnit], key === 'pace' ? 'time' : 'number').map(
    (tick) => tick * perUnit,
  );

/** Index of the value nearest to `at` in a column that never falls. */
export function indexAt(column: readonly number[], at: number): number {
  let low = 0;
  let high = column.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const before = Math.max(0, low - 1);
  return Math.abs((column[before] ?? 0) - at) <= Math.abs((column[low] ?? 0) - at) ? before : low;
}

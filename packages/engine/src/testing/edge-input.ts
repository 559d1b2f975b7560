/** For tests: input at and beyond every edge, and a look through whole answers for numbers that are none. */
import { known, missing } from '../measured.ts';
import type { Recording } from '../recording.ts';
import { CHANNELS, type Track } from '../track.ts';

export const EDGES: readonly number[] = [
  Number.NaN,
  Infinity,
  -Infinity,
  0,
  -0,
  -1,
  -1e9,
  1e-300,
  1e300,
  0.5,
  1,
  2.9,
  12,
  60,
  170,
  240,
];

/** Fewer for tracks, of which there are many. */
const TRACK_EDGES: readonly number[] = [Number.NaN, Infinity, -Infinity, 0, -1, 1e300];

/** Every pair, triple … of edges, or of what else is given. */
export const edgesOf = (count: number, edges: readonly number[] = EDGES): number[][] =>
  count === 0 ? [[]] : edgesOf(count - 1, edges).flatMap((before) => edges.map((edge) => [...before, edge]));

/** Numbers above 0 and of a size that something measured may have. */
export const SANE: readonly number[] = EDGES.filter((edge) => edge >= 0.5 && edge <= 240);

/** Where in an answer a number is none or has no end: `a.b[2]`. Typed arrays are looked through too. */
export function notNumbers(answer: unknown, at = ''): string[] {
  if (typeof answer === 'number') return Number.isFinite(answer) ? [] : [`${at || 'it'} is ${answer}`];
  if (ArrayBuffer.isView(answer)) return notNumbers([...(answer as Float64Array)], at);
  if (Array.isArray(answer)) return answer.flatMap((each, i) => notNumbers(each, `${at}[${i}]`));
  if (answer instanceof Map) return notNumbers([...answer], at);
  if (typeof answer === 'object' && answer !== null)
    return Object.entries(answer).flatMap(([key, value]) => notNumbers(value, `${at}.${key}`));
  return [];
}

/** The answer's faults where an answer there must be: nothing thrown is one. */
export function faultsIfAny(ask: () => unknown): string[] {
  try {
    return notNumbers(ask());
  } catch (error) {
    return [String(error)];
  }
}

/** The answer's faults; a RangeError is an answer too. */
export function faults(ask: () => unknown): string[] {
  try {
    return notNumbers(ask());
  } catch (error) {
    return error instanceof RangeError ? [] : [String(error)];
  }
}

const column = (length: number, value: (i: number) => number): Float64Array =>
  Float64Array.from({ length }, (_, i) => value(i));

/** So many samples, every three seconds, with every sensor at 3 m/s. */
export function fullTrack(length = 601): Track {
  const usual: Readonly<Record<(typeof CHANNELS)[number], (i: number) => number>> = {
    distanceM: (i) => 9 * i,
    speedMps: () => 3,
    altitudeM: (i) => 50 + 5 * Math.sin(i / 20),
    gradeRatio: () => 0.01,
    cadenceSpm: (i) => 170 + Math.sin(i / 9),
    heartRateBpm: () => 150,
    contactMs: () => 240,
    oscillationMm: () => 90,
    stepLengthM: () => 1.06,
    balancePct: () => 50,
    powerW: () => 220,
    latDeg: (i) => -48.8 + i * 1e-5,
    lonDeg: () => -123.4,
  };
  const columns = CHANNELS.map((channel) => [channel, column(length, usual[channel])] as const);
  return { timeS: column(length, (i) => 3 * i), ...Object.fromEntries(columns) };
}

/** Tracks that no recorder should write and some do: empty, of one sample, every sensor at an edge, in part or wholly. */
export function edgeTracks(): Track[] {
  const whole = fullTrack();
  const spoilt = CHANNELS.flatMap((channel) =>
    TRACK_EDGES.map((edge): Track => ({
      ...whole,
      [channel]: whole[channel]?.map((value, i) => (i % 7 === 0 ? edge : value)),
    })),
  );
  const lone = CHANNELS.map((channel): Track => ({ timeS: whole.timeS, [channel]: whole[channel] }));
  const all = TRACK_EDGES.map(
    (edge): Track =>
      Object.assign(
        { timeS: whole.timeS },
        ...CHANNELS.map((channel) => ({ [channel]: column(whole.timeS.length, () => edge) })),
      ) as Track,
  );
  return [
    { timeS: new Float64Array(0) },
    fullTrack(0),
    fullTrack(1),
    fullTrack(2),
    { ...whole, timeS: whole.timeS.map(() => 0) },
    { ...whole, timeS: whole.timeS.map((t) => t * 1e7) },
    ...lone,
    ...all,
    ...spoilt,
  ];
}

/** A recording of a track, its own totals at an edge. */
export function recordingOf(track: Track, total: number | null = null): Recording {
  const figure = total === null ? missing({ reason: 'not-recorded', what: 'test' }) : known(total);
  return {
    startAtMs: 1_770_000_000_000,
    utcOffsetMin: 60,
    sport: 'running',
    subSport: null,
    name: null,
    device: null,
    distanceM: figure,
    movingS: figure,
    elapsedS: total ?? track.timeS.at(-1) ?? 0,
    ascentM: figure,
    descentM: figure,
    pauses: [],
    track,
  };
}

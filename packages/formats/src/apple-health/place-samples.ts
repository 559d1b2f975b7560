/**
 * Readings onto the time of one workout: a second of it is a sample where at least one reading says something about it.
 * A reading over a stretch holds for the whole stretch, as it says; an instant holds until the next, for a few seconds.
 */
import type { Channel, Track } from '@kneewise/engine';
import { type Kind, KINDS, type Sample, type Samples } from './samples.ts';

/** A heart rate stands until the next one, no longer than this: a watch takes one every five seconds. Our choice. s */
export const HOLDS_S = 10;
/** Steps over a longer stretch say little of a cadence: it may hold a halt. Our choice. s */
export const LONGEST_STEPS_S = 60;
/** Distance between the ends of a longer stretch is not spread over it. Our choice. s */
const LONGEST_SPREAD_S = 60;
/** Longer than any run that a watch of this maker lasts. Our choice. s */
const LONGEST_TRACK_S = 3 * 86_400;
const STEPS_PER_MIN = 60;
/** Distance of the readings against that of the workout: beyond it they are of another device. Our choice. */
const DISTANCE_WITHIN = 0.1;

export interface Placed {
  readonly startS: number;
  readonly elapsedS: number;
  /** Metres of the whole workout, or NaN. */
  readonly distanceM: number;
  /** Index of the workout's own source. */
  readonly source: number;
}

/** Readings of one source: the workout's own where it has any of this kind, else the one with most. */
function ofOneSource(samples: Samples, kind: Kind, indices: Uint32Array, own: number): Sample[] {
  const counts = new Map<number, number>();
  for (const index of indices) {
    const { source } = samples.at(kind, index);
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  const most = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
  const source = counts.has(own) ? own : most;
  const found: Sample[] = [];
  for (const index of indices) {
    const sample = samples.at(kind, index);
    if (sample.source === source) found.push(sample);
  }
  return found.sort((a, b) => a.startS - b.startS || a.lengthS - b.lengthS);
}

type Column = Float64Array;

/** Writes a value into the seconds that a reading covers; an instant covers its own. */
function fill(column: Column, from: number, to: number, value: number): void {
  const first = Math.max(0, Math.ceil(from));
  const last = Math.min(column.length - 1, from === to ? Math.floor(from) : Math.ceil(to) - 1);
  for (let at = first; at <= last; at++) column[at] = value;
}

const held = (column: Column, all: readonly Sample[], startS: number): void =>
  all.forEach(({ startS: from, lengthS, value }, i) => {
    const next = all[i + 1]?.startS ?? Infinity;
    const to = lengthS > 0 ? from + lengthS : Math.min(next, from + HOLDS_S);
    fill(column, from - startS, to - startS, value);
  });

const covered = (column: Column, all: readonly Sample[], startS: number): void => {
  for (const { startS: from, lengthS, value } of all)
    fill(column, from - startS, from - startS + lengthS, value);
};

function cadenceFromSteps(column: Column, all: readonly Sample[], startS: number): void {
  for (const { startS: from, lengthS, value } of all) {
    if (lengthS < 1 || lengthS > LONGEST_STEPS_S) continue;
    fill(column, from - startS, from - startS + lengthS, (value / lengthS) * STEPS_PER_MIN);
  }
}

/** The way covered so far, at both ends of each reading and evenly between them where it is short. @returns metres in all */
function distanceSoFar(column: Column, all: readonly Sample[], startS: number): number {
  let metres = 0;
  let reached = -Infinity;
  for (const { startS: from, lengthS, value } of all) {
    // What overlaps was counted.
    if (from < reached) continue;
    reached = from + lengthS;
    const [first, last] = [from - startS, reached - startS];
    const spread = lengthS <= LONGEST_SPREAD_S;
    for (let at = Math.max(0, first); at <= Math.min(column.length - 1, last); at++) {
      const share = lengthS === 0 ? 1 : (at - first) / lengthS;
      if (spread || share === 0 || share === 1) column[at] = metres + value * share;
    }
    metres += value;
  }
  return metres;
}

const filled = (column: Column): number =>
  column.reduce((sum, value) => sum + Number(!Number.isNaN(value)), 0);

/** @param indices of each kind's readings that touch the workout */
export function placeSamples(
  samples: Samples,
  indices: Readonly<Record<Kind, Uint32Array>>,
  { startS, elapsedS, distanceM, source }: Placed,
): Track {
  const empty: Track = { timeS: new Float64Array(0) };
  if (!(elapsedS >= 0 && elapsedS <= LONGEST_TRACK_S)) return empty;
  const seconds = Math.floor(elapsedS) + 1;
  const columns: { [C in Channel]?: Column } = {};
  const column = (channel: Channel): Column =>
    (columns[channel] = new Float64Array(seconds).fill(Number.NaN));
  const of = (kind: Kind): Sample[] => ofOneSource(samples, kind, indices[kind], source);
  const has = (kind: Kind): boolean => indices[kind].length > 0;
  if (!KINDS.some(has)) return empty;

  if (has('heartRate')) held(column('heartRateBpm'), of('heartRate'), startS);
  if (has('speed')) covered(column('speedMps'), of('speed'), startS);
  if (has('stepLength')) covered(column('stepLengthM'), of('stepLength'), startS);
  if (has('contact')) covered(column('contactMs'), of('contact'), startS);
  if (has('oscillation')) covered(column('oscillationMm'), of('oscillation'), startS);
  if (has('power')) covered(column('powerW'), of('power'), startS);
  if (has('distance')) {
    const metres = distanceSoFar(column('distanceM'), of('distance'), startS);
    if (!(Math.abs(metres - distanceM) <= DISTANCE_WITHIN * distanceM)) delete columns.distanceM;
  }
  const cadence = bestCadence(columns, has('steps') ? of('steps') : [], startS, seconds);
  if (cadence !== null) columns.cadenceSpm = cadence;
  return compact(columns, seconds);
}

/** From speed and step, or from counted steps: whichever says more of the run speaks for the whole channel. */
function bestCadence(
  columns: { readonly [C in Channel]?: Column },
  steps: readonly Sample[],
  startS: number,
  seconds: number,
): Column | null {
  const counted = new Float64Array(seconds).fill(Number.NaN);
  cadenceFromSteps(counted, steps, startS);
  const { speedMps, stepLengthM } = columns;
  const derived = new Float64Array(seconds).fill(Number.NaN);
  if (speedMps !== undefined && stepLengthM !== undefined)
    for (let at = 0; at < seconds; at++) {
      const step = stepLengthM[at] ?? Number.NaN;
      if (step > 0) derived[at] = ((speedMps[at] ?? Number.NaN) / step) * STEPS_PER_MIN;
    }
  const [fromSpeed, fromSteps] = [filled(derived), filled(counted)];
  if (fromSpeed === 0 && fromSteps === 0) return null;
  return fromSpeed >= fromSteps ? derived : counted;
}

/** Only the seconds that something was read in, and only the channels that hold anything. */
function compact(columns: { readonly [C in Channel]?: Column }, seconds: number): Track {
  const kept = Object.entries(columns).filter(([, column]) => column.some((value) => !Number.isNaN(value)));
  const rows: number[] = [];
  for (let at = 0; at < seconds; at++)
    if (kept.some(([, column]) => !Number.isNaN(column[at]))) rows.push(at);
  const picked = kept.map(([channel, column]) => [
    channel,
    Float64Array.from(rows, (at) => column[at] ?? Number.NaN),
  ]);
  return {
    timeS: Float64Array.from(rows),
    ...(Object.fromEntries(picked) as { readonly [C in Channel]?: Float64Array }),
  };
}

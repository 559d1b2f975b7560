/** A leg's rows as a track in our units: enhanced fields first, both feet counted, absent sensors absent. */
import type { Channel, Track } from '@kneewise/engine';
import type { RecordColumns } from './columns.ts';
import { ON_FOOT, type RawColumn } from './profile.ts';

/** Sensors that some watches write as 0 throughout when they are not there (COROS does). */
const ZERO_IS_ABSENT: ReadonlySet<Channel> = new Set([
  'heartRateBpm',
  'cadenceSpm',
  'contactMs',
  'oscillationMm',
  'stepLengthM',
  'balancePct',
  'powerW',
]);
const BOTH_FEET = 2;
const PERCENT = 100;

type Pick = (row: number) => number;

/** The first of the raw columns that holds a value; a developer's field stands in where the native one is empty. */
function firstOf(records: RecordColumns, names: readonly RawColumn[]): Pick | null {
  const columns = [
    ...names.map((name) => records.read(name)),
    ...names.map((name) => records.read(name, true)),
  ].filter((column) => column !== undefined);
  const [only, second] = columns;
  if (only === undefined) return null;
  if (second === undefined) return (row) => only[row] as number;
  return (row) => {
    for (const column of columns) {
      const value = column[row] as number;
      if (value === value) return value;
    }
    return Number.NaN;
  };
}

function cadence(records: RecordColumns): Pick | null {
  const whole = firstOf(records, ['cadencePerLeg']);
  const fraction = records.read('fractionalCadence');
  if (whole === null) return null;
  return (row) => {
    const part = fraction?.[row] ?? Number.NaN;
    return BOTH_FEET * (whole(row) + (part === part ? part : 0));
  };
}

/** A latitude without its longitude is no place. */
function position(records: RecordColumns, which: 'latDeg' | 'lonDeg'): Pick | null {
  const [lat, lon] = [records.read('latDeg'), records.read('lonDeg')];
  if (lat === undefined || lon === undefined) return null;
  const wanted = which === 'latDeg' ? lat : lon;
  return (row) => {
    const [y, x] = [lat[row] as number, lon[row] as number];
    return Math.abs(y) <= 90 && Math.abs(x) <= 180 ? (wanted[row] as number) : Number.NaN;
  };
}

const scaled = (pick: Pick | null, factor: number): Pick | null =>
  pick === null ? null : (row) => pick(row) * factor;

function picksFor(records: RecordColumns, sport: string): Readonly<Partial<Record<Channel, Pick | null>>> {
  return {
    distanceM: firstOf(records, ['distanceM', 'packedDistanceM']),
    speedMps: firstOf(records, ['enhancedSpeedMps', 'speedMps', 'packedSpeedMps']),
    altitudeM: firstOf(records, ['enhancedAltitudeM', 'altitudeM']),
    gradeRatio: scaled(firstOf(records, ['gradePct']), 1 / PERCENT),
    ...(ON_FOOT.has(sport) ? { cadenceSpm: cadence(records) } : {}),
    heartRateBpm: firstOf(records, ['heartRateBpm']),
    contactMs: firstOf(records, ['contactMs']),
    oscillationMm: firstOf(records, ['oscillationMm']),
    stepLengthM: firstOf(records, ['stepLengthM']),
    balancePct: firstOf(records, ['balancePct']),
    powerW: firstOf(records, ['powerW']),
    latDeg: position(records, 'latDeg'),
    lonDeg: position(records, 'lonDeg'),
  };
}

/**
 * @param rows rows of one leg in time order; several of one second become one moment, the later value counting
 * @param startFitS FIT seconds of the leg's start
 */
export function trackOf(records: RecordColumns, rows: Int32Array, startFitS: number, sport: string): Track {
  const { timeS } = records;
  const slots = new Int32Array(rows.length);
  let moments = 0;
  for (let at = 0; at < rows.length; at++) {
    if (at > 0 && timeS[rows[at] as number] !== timeS[rows[at - 1] as number]) moments += 1;
    slots[at] = moments;
  }
  const length = rows.length === 0 ? 0 : moments + 1;
  const time = new Float64Array(length);
  for (let at = 0; at < rows.length; at++)
    time[slots[at] as number] = (timeS[rows[at] as number] as number) - startFitS;
  const track: { timeS: Float64Array } & { -readonly [C in Channel]?: Float64Array } = { timeS: time };
  for (const [channel, pick] of Object.entries(picksFor(records, sport)) as [Channel, Pick | null][]) {
    if (pick === null) continue;
    const column = new Float64Array(length).fill(Number.NaN);
    let seen = false;
    let nonZero = false;
    for (let at = 0; at < rows.length; at++) {
      const value = pick(rows[at] as number);
      if (value !== value) continue;
      column[slots[at] as number] = value;
      seen = true;
      if (value !== 0) nonZero = true;
    }
    if (seen && (nonZero || !ZERO_IS_ABSENT.has(channel))) track[channel] = column;
  }
  return track;
}

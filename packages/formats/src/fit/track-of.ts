/** A leg's rows as a track in our units: enhanced fields first, both feet counted, absent sensors absent. */
import type { Channel, Track } from '@kneewise/engine';
import type { RawValues, RecordColumns } from './columns.ts';
import type { HeartBeats } from './heart-beats.ts';
import type { RawColumn } from './profile.ts';
import { ON_FOOT } from '../read/on-foot.ts';

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

type Column = Float64Array;
type Read = (name: RawColumn, fromDeveloper?: boolean) => RawValues | undefined;

/** One source's columns, the first that is filled in counting for each record: enhanced fields before short ones. */
function ofSource(read: Read, names: readonly RawColumn[], fromDeveloper: boolean): RawValues | undefined {
  let merged: RawValues | undefined;
  for (const name of names) {
    const column = read(name, fromDeveloper);
    if (column === undefined) continue;
    if (merged === undefined) merged = column;
    else {
      const { values } = merged;
      let { filled } = merged;
      for (let row = 0; row < values.length; row++) {
        const value = column.values[row] as number;
        if (!Number.isNaN(values[row]) || Number.isNaN(value)) continue;
        values[row] = value;
        filled += 1;
      }
      merged = { values, filled };
    }
    if (merged.filled === merged.values.length) return merged;
  }
  return merged;
}

/**
 * The watch's own field, or a developer's where that one covers more records. Never both: two sensors measure the
 * same step differently (57 ms of contact time in one run), and a change of sensor would look like a change of form.
 */
function firstOf(read: Read, names: readonly RawColumn[]): Column | undefined {
  const native = ofSource(read, names, false);
  if (native !== undefined && native.filled === native.values.length) return native.values;
  const developer = ofSource(read, names, true);
  if (developer === undefined || (native !== undefined && native.filled >= developer.filled))
    return native?.values;
  return developer.values;
}

function bothFeet(read: Read): Column | undefined {
  const whole = firstOf(read, ['cadencePerLeg']);
  const fraction = read('fractionalCadence')?.values;
  if (whole === undefined) return undefined;
  for (let row = 0; row < whole.length; row++) {
    const part = fraction === undefined ? 0 : (fraction[row] as number);
    whole[row] = BOTH_FEET * ((whole[row] as number) + (Number.isNaN(part) ? 0 : part));
  }
  return whole;
}

/** Heart rate of the records, else of a strap that kept its own. */
function heartRate(read: Read, { timeS, rows }: RecordColumns, beats: HeartBeats): Column | undefined {
  const own = firstOf(read, ['heartRateBpm']);
  if (beats.length === 0) return own;
  const filled = own ?? new Float64Array(rows).fill(Number.NaN);
  beats.fillIn(timeS, filled);
  return filled;
}

/** Some recorders write 0, 0 until they have a fix: exactly there, in the open sea, nobody runs. */
const isPlace = (lat: number, lon: number): boolean =>
  Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0);

/** A latitude without its longitude is no place. */
function positions(read: Read): { latDeg?: Column; lonDeg?: Column } {
  const [latDeg, lonDeg] = [read('latDeg')?.values, read('lonDeg')?.values];
  if (latDeg === undefined || lonDeg === undefined) return {};
  for (let row = 0; row < latDeg.length; row++)
    if (!isPlace(latDeg[row] as number, lonDeg[row] as number)) latDeg[row] = lonDeg[row] = Number.NaN;
  return { latDeg, lonDeg };
}

function ratio(percent: Column | undefined): Column | undefined {
  if (percent === undefined) return undefined;
  for (let row = 0; row < percent.length; row++) percent[row] = (percent[row] as number) / PERCENT;
  return percent;
}

/** Every channel of all records of a file, in our units. */
export type FileColumns = Readonly<Partial<Record<Channel, Column | undefined>>>;

export function fileColumns(records: RecordColumns, beats: HeartBeats): FileColumns {
  const read: Read = (name, fromDeveloper) => records.read(name, fromDeveloper);
  return {
    distanceM: firstOf(read, ['distanceM', 'packedDistanceM']),
    speedMps: firstOf(read, ['enhancedSpeedMps', 'speedMps', 'packedSpeedMps']),
    altitudeM: firstOf(read, ['enhancedAltitudeM', 'altitudeM']),
    gradeRatio: ratio(firstOf(read, ['gradePct'])),
    cadenceSpm: bothFeet(read),
    heartRateBpm: heartRate(read, records, beats),
    contactMs: firstOf(read, ['contactMs']),
    oscillationMm: firstOf(read, ['oscillationMm']),
    stepLengthM: firstOf(read, ['stepLengthM']),
    balancePct: firstOf(read, ['balancePct']),
    powerW: firstOf(read, ['powerW']),
    ...positions(read),
  };
}

/** Rows of one second become one moment, the later value counting: for each row, which moment it belongs to. */
function momentOf(
  rows: Int32Array,
  timeS: Float64Array,
): { readonly slots: Int32Array; readonly length: number } {
  const slots = new Int32Array(rows.length);
  let moment = 0;
  for (let at = 1; at < rows.length; at++) {
    if (timeS[rows[at] as number] !== timeS[rows[at - 1] as number]) moment += 1;
    slots[at] = moment;
  }
  return { slots, length: rows.length === 0 ? 0 : moment + 1 };
}

/** The rows of a leg, those of one moment together. */
function oneAMoment(column: Column, rows: Int32Array, slots: Int32Array, length: number): Column {
  const cut = new Float64Array(length).fill(Number.NaN);
  for (let at = 0; at < rows.length; at++) {
    const value = column[rows[at] as number] as number;
    if (value === value) cut[slots[at] as number] = value;
  }
  return cut;
}

/** Does a leg hold anything in this column, and anything but 0? */
function holds(column: Column, zeroIsAbsent: boolean): boolean {
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number;
    if (!Number.isNaN(value) && (value !== 0 || !zeroIsAbsent)) return true;
  }
  return false;
}

/**
 * @param rows rows of one leg in time order
 * @param startFitS FIT seconds of the leg's start
 */
export function trackOf(
  columns: FileColumns,
  allTimes: Float64Array,
  rows: Int32Array,
  startFitS: number,
  sport: string,
): Track {
  const { slots, length } = momentOf(rows, allTimes);
  const time = new Float64Array(length);
  for (let at = 0; at < rows.length; at++)
    time[slots[at] as number] = (allTimes[rows[at] as number] as number) - startFitS;
  const track: { timeS: Float64Array } & { -readonly [C in Channel]?: Float64Array } = { timeS: time };
  // Most legs are unbroken seconds in the order of the file: then a piece of the column is its own answer.
  const first = rows[0] ?? 0;
  const unbroken = length === rows.length && (rows.at(-1) ?? first - 1) - first + 1 === rows.length;
  for (const [channel, column] of Object.entries(columns) as [Channel, Column | undefined][]) {
    // On a bicycle FIT's cadence counts turns, which are no steps at all.
    if (column === undefined || (channel === 'cadenceSpm' && !ON_FOOT.has(sport))) continue;
    const cut = !unbroken
      ? oneAMoment(column, rows, slots, length)
      : length === allTimes.length
        ? column
        : column.slice(first, first + length);
    if (holds(cut, ZERO_IS_ABSENT.has(channel))) track[channel] = cut;
  }
  return track;
}

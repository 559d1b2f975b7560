/** One point while its elements are being heard: a row that is filled, pushed and emptied again. */
import type { Refusal } from '../read-result.ts';
import { MOST_POINTS } from './limits.ts';
import { FIELD, POINT_FIELDS, type PointColumns } from './point-columns.ts';
import { refusal } from './refuse.ts';
import { XmlStop } from './xml-feed.ts';
import { xmlNumber } from './xml-number.ts';
import { statedOffsetMin, statesZone, xmlDateMs } from './xml-time.ts';

export const tooManyPoints = (): Refusal =>
  refusal('too-large', `The file holds more than ${MOST_POINTS} points; split it into its activities.`);

/** What all points of one activity have in common, found while they are pushed. */
export interface PointTally {
  /** Dropped for want of a usable time. */
  untimed: number;
  /** Minutes east of UTC, by the first time that states it. */
  utcOffsetMin: number | null;
  zoneless: boolean;
  /** Positions that are written down and nowhere on Earth; the rest of the point is kept. */
  offEarth: number;
}

export const newTally = (): PointTally => ({ untimed: 0, utcOffsetMin: null, zoneless: false, offEarth: 0 });

export interface PointRow {
  readonly values: Float64Array;
  clear(): void;
  time(text: string, tally: PointTally): void;
  position(lat: string, lon: string): void;
  set(field: keyof typeof FIELD, text: string): void;
  /** Adds the row to `columns`, unless it has no time. @returns whether it did */
  push(columns: PointColumns, tally: PointTally): boolean;
}

export function pointRow(): PointRow {
  const values = new Float64Array(POINT_FIELDS.length);
  let pushed = 0;
  let offEarth = false;
  return {
    values,
    clear() {
      values.fill(Number.NaN);
      offEarth = false;
    },
    time(text, tally) {
      const ms = xmlDateMs(text);
      values[FIELD.timeMs] = ms;
      const last = text.charCodeAt(text.length - 1);
      if (last === 90 || Number.isNaN(ms)) return;
      tally.utcOffsetMin ??= statedOffsetMin(text);
      tally.zoneless ||= !statesZone(text);
    },
    position(lat, lon) {
      const latDeg = xmlNumber(lat);
      const lonDeg = xmlNumber(lon);
      // Nobody runs in the Gulf of Guinea at 0° 0': receivers without a fix write it.
      const onEarth = Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180;
      const sound = onEarth && !(latDeg === 0 && lonDeg === 0);
      offEarth = !onEarth && (lat.trim() !== '' || lon.trim() !== '');
      values[FIELD.latDeg] = sound ? latDeg : Number.NaN;
      values[FIELD.lonDeg] = sound ? lonDeg : Number.NaN;
    },
    set(field, text) {
      values[FIELD[field]] = xmlNumber(text);
    },
    push(columns, tally) {
      if (Number.isNaN(values[FIELD.timeMs])) {
        tally.untimed++;
        return false;
      }
      if (++pushed > MOST_POINTS) throw new XmlStop(tooManyPoints());
      if (offEarth) tally.offEarth++;
      columns.push(values);
      return true;
    },
  };
}

/** What the tally has to say about an activity that has points. */
export function tallyWarnings(tally: PointTally): { readonly code: string; readonly text: string }[] {
  return [
    ...(tally.untimed > 0
      ? [
          {
            code: 'points-without-time',
            text: `${tally.untimed} points without a usable time were left out.`,
          },
        ]
      : []),
    ...(tally.offEarth > 0
      ? [
          {
            code: 'positions-impossible',
            text: `${tally.offEarth} positions are nowhere on Earth; those points count without them.`,
          },
        ]
      : []),
    ...(tally.zoneless
      ? [{ code: 'no-time-zone', text: 'Times state no zone; they were read as UTC.' }]
      : []),
  ];
}

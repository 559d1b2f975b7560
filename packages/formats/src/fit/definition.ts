/** A definition message, made ready: where each field of the data messages lies, and what it means. */
import {
  BASE_TYPES,
  type BaseType,
  COMPRESSED_SPEED_DISTANCE,
  DEVELOPER_NAMES,
  KEPT_FIELDS,
  MESSAGE,
  RAW_COLUMNS,
  type RawColumn,
  RECORD_FIELDS,
  TIMESTAMP_FIELD,
  UNIT_FACTORS,
} from './profile.ts';

export interface FieldAt {
  readonly number: number;
  readonly offset: number;
  readonly size: number;
  readonly type: BaseType;
}

/** Native columns first, then the same again as developers' fields give them. */
export const columnIndex = (column: RawColumn, fromDeveloper: boolean): number =>
  RAW_COLUMNS.indexOf(column) + (fromDeveloper ? RAW_COLUMNS.length : 0);

/** A field of a record that goes straight into a column: value = raw ÷ scale − shift. */
export interface ColumnField {
  readonly column: number;
  readonly offset: number;
  readonly read: Reader;
  readonly invalid: number;
  readonly scale: number;
  readonly shift: number;
}

/** Which of DataView's readings: 1, 2, 4 bytes, signed or not, or a float; or a half of the packed three bytes. */
export type Reader =
  | 'u8'
  | 's8'
  | 'u16'
  | 's16'
  | 'u32'
  | 's32'
  | 'f32'
  | 'f64'
  | 'packed-speed'
  | 'packed-distance';

export interface Definition {
  readonly message: number;
  readonly littleEndian: boolean;
  readonly size: number;
  /** The fields that we keep of a message that is no record. */
  readonly fields: readonly FieldAt[];
  /** By `columnIndex`; empty for all messages but records. */
  readonly columns: readonly (ColumnField | undefined)[];
  /** Offset of the timestamp, or -1 where the header carries it. */
  readonly timeOffset: number;
  /** False where no field of it is any of ours: such a message says nothing here. */
  readonly tells: boolean;
}

/** What a developer's field description says: `field_description`, message 206. */
export interface DeveloperField {
  readonly type: BaseType | null;
  readonly name: string;
  readonly unit: string;
  readonly nativeField: number | null;
}
export const developerKey = (developer: number, field: number): number => developer * 256 + field;

const INVALID: Readonly<Record<Reader, number>> = {
  u8: 0xff,
  s8: 0x7f,
  u16: 0xff_ff,
  s16: 0x7f_ff,
  u32: 0xff_ff_ff_ff,
  s32: 0x7f_ff_ff_ff,
  f32: Number.NaN,
  f64: Number.NaN,
  'packed-speed': -1,
  'packed-distance': -1,
};

/** How to read the first element; null where the size is no whole number of elements (some watches write such). */
function readerOf({ size, kind }: BaseType, bytes: number): Reader | null {
  if (bytes < size || bytes % size !== 0) return null;
  if (kind === 'float') return size === 4 ? 'f32' : 'f64';
  if (kind === 'text' || kind === 'bytes' || size > 4) return null;
  const sign = kind === 'signed' ? 's' : 'u';
  return `${sign}${(size * 8) as 8 | 16 | 32}`;
}

const invalidOf = (reader: Reader, { kind }: BaseType): number =>
  kind === 'zero-absent' ? 0 : INVALID[reader];

function recordColumns(field: FieldAt): ColumnField[] {
  if (field.number === COMPRESSED_SPEED_DISTANCE && field.size === 3)
    return [
      packedColumn('packedSpeedMps', 'packed-speed', field),
      packedColumn('packedDistanceM', 'packed-distance', field),
    ];
  const known = RECORD_FIELDS[field.number];
  const read = readerOf(field.type, field.size);
  if (known === undefined || read === null) return [];
  const { column, scale, offset: shift } = known;
  return [
    {
      column: columnIndex(column, false),
      offset: field.offset,
      read,
      invalid: invalidOf(read, field.type),
      scale,
      shift,
    },
  ];
}

const packedColumn = (column: RawColumn, read: Reader, { offset }: FieldAt): ColumnField => ({
  column: columnIndex(column, false),
  offset,
  read,
  invalid: -1,
  scale: 1,
  shift: 0,
});

/** Steps counted for both feet are halved: the column counts one leg, as FIT does. */
const scaleFor = (column: RawColumn, unit: string): number => {
  const plain = unit.trim().toLowerCase();
  if (column === 'cadencePerLeg') return /spm|steps/.test(plain) ? 2 : 1;
  if (column === 'stepLengthM') return plain === 'm' ? 1 : 1000 / (UNIT_FACTORS[plain] ?? 1);
  return 1 / (UNIT_FACTORS[plain] ?? 1);
};

function developerColumn(offset: number, size: number, said: DeveloperField | undefined): ColumnField | null {
  if (said?.type === undefined || said.type === null) return null;
  const native = said.nativeField === null ? undefined : RECORD_FIELDS[said.nativeField]?.column;
  const column = native ?? DEVELOPER_NAMES[said.name.trim().toLowerCase()];
  const read = readerOf(said.type, size);
  if (column === undefined || read === null || ['latDeg', 'lonDeg', 'distanceM'].includes(column))
    return null;
  return {
    column: columnIndex(column, true),
    offset,
    read,
    invalid: invalidOf(read, said.type),
    scale: scaleFor(column, said.unit),
    shift: 0,
  };
}

const HEAD_BYTES = 5;
const TRIPLE_BYTES = 3;

/**
 * Where a definition message ends.
 * @param at first byte after the record header
 * @returns null where the bytes end before it does
 */
export function definitionEnd(
  bytes: Uint8Array,
  at: number,
  limit: number,
  withDeveloperFields: boolean,
): number | null {
  if (at + HEAD_BYTES > limit) return null;
  let end = at + HEAD_BYTES + (bytes[at + 4] as number) * TRIPLE_BYTES;
  if (withDeveloperFields) {
    if (end >= limit) return null;
    end += 1 + (bytes[end] as number) * TRIPLE_BYTES;
  }
  return end > limit ? null : end;
}

/** Some writers leave out the bit that says a type has a byte order. */
const ORDERED = 0x80;
const baseType = (code: number): BaseType =>
  BASE_TYPES[code] ?? BASE_TYPES[code | ORDERED] ?? { size: 1, kind: 'bytes' };

/**
 * Reads a definition message whose bytes are all there (`definitionEnd`).
 * @param at first byte after the record header
 */
export function readDefinition(
  bytes: Uint8Array,
  at: number,
  withDeveloperFields: boolean,
  developerFields: ReadonlyMap<number, DeveloperField>,
): Definition {
  const littleEndian = bytes[at + 1] === 0;
  const [low, high] = littleEndian ? [bytes[at + 2], bytes[at + 3]] : [bytes[at + 3], bytes[at + 2]];
  const message = ((high as number) << 8) | (low as number);
  const isRecord = message === MESSAGE.record;
  const kept = KEPT_FIELDS[message];
  const fields: FieldAt[] = [];
  const columns: (ColumnField | undefined)[] = isRecord ? Array.from({ length: 2 * RAW_COLUMNS.length }) : [];
  let filled = 0;
  let offset = 0;
  let timeOffset = -1;
  let triple = at + HEAD_BYTES;
  for (let left = bytes[at + 4] as number; left > 0; left--, triple += TRIPLE_BYTES) {
    const [number, size] = [bytes[triple] as number, bytes[triple + 1] as number];
    if (number === TIMESTAMP_FIELD && size === 4) timeOffset = offset;
    else if (isRecord || kept?.has(number) === true) {
      const field: FieldAt = { number, offset, size, type: baseType(bytes[triple + 2] as number) };
      if (!isRecord) fields.push(field);
      else
        for (const each of recordColumns(field)) {
          columns[each.column] = each;
          filled += 1;
        }
    }
    offset += size;
  }
  if (withDeveloperFields) {
    const first = triple + 1;
    for (let index = 0; index < (bytes[triple] as number); index++) {
      const own = first + index * TRIPLE_BYTES;
      const size = bytes[own + 1] as number;
      const said = developerFields.get(developerKey(bytes[own + 2] as number, bytes[own] as number));
      const column = isRecord ? developerColumn(offset, size, said) : null;
      if (column !== null) {
        columns[column.column] = column;
        filled += 1;
      }
      offset += size;
    }
  }
  const tells = timeOffset >= 0 || filled > 0 || fields.length > 0;
  return { message, littleEndian, size: offset, fields, columns, timeOffset, tells };
}

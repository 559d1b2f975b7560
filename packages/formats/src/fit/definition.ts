/** A definition message, made ready: where each field of the data messages lies, and what it means. */
import {
  BASE_TYPES,
  type BaseType,
  COMPRESSED_SPEED_DISTANCE,
  DEVELOPER_NAMES,
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
  readonly fields: readonly FieldAt[];
  /** By `columnIndex`; empty for all messages but records. */
  readonly columns: readonly (ColumnField | undefined)[];
  /** Offset of the timestamp, or -1 where the header carries it. */
  readonly timeOffset: number;
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

/**
 * Reads a definition message.
 * @param at first byte after the record header
 * @returns the definition and where the next message begins, or null where the bytes end before it does
 */
export function readDefinition(
  bytes: Uint8Array,
  at: number,
  end: number,
  hasDeveloperFields: boolean,
  developerFields: ReadonlyMap<number, DeveloperField>,
): { readonly definition: Definition; readonly next: number } | null {
  if (at + 5 > end) return null;
  const littleEndian = bytes[at + 1] === 0;
  const [low, high] = littleEndian ? [bytes[at + 2], bytes[at + 3]] : [bytes[at + 3], bytes[at + 2]];
  const message = ((high as number) << 8) | (low as number);
  const count = bytes[at + 4] as number;
  let next = at + 5 + count * 3;
  if (next > end) return null;
  const fields: FieldAt[] = [];
  const columns: (ColumnField | undefined)[] =
    message === MESSAGE.record ? Array.from({ length: 2 * RAW_COLUMNS.length }) : [];
  let offset = 0;
  let timeOffset = -1;
  for (let index = 0; index < count; index++) {
    const triple = at + 5 + index * 3;
    const [number, size, code] = [
      bytes[triple] as number,
      bytes[triple + 1] as number,
      bytes[triple + 2] as number,
    ];
    const field: FieldAt = { number, offset, size, type: BASE_TYPES[code] ?? { size: 1, kind: 'bytes' } };
    if (number === TIMESTAMP_FIELD && size === 4) timeOffset = offset;
    else if (message === MESSAGE.record) for (const each of recordColumns(field)) columns[each.column] = each;
    fields.push(field);
    offset += size;
  }
  if (hasDeveloperFields) {
    if (next >= end) return null;
    const developerCount = bytes[next] as number;
    const first = next + 1;
    next = first + developerCount * 3;
    if (next > end) return null;
    for (let index = 0; index < developerCount; index++) {
      const triple = first + index * 3;
      const size = bytes[triple + 1] as number;
      const said = developerFields.get(developerKey(bytes[triple + 2] as number, bytes[triple] as number));
      const column = message === MESSAGE.record ? developerColumn(offset, size, said) : null;
      if (column !== null) columns[column.column] = column;
      offset += size;
    }
  }
  return { definition: { message, littleEndian, size: offset, fields, columns, timeOffset }, next };
}

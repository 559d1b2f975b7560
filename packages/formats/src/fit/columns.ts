/**
 * Record messages by column: the first pass over a file only notes where each record lies and by which definition,
 * the second reads one field at a time in a loop that does nothing else. NaN where a record lacks the field.
 */
import { type ColumnField, columnIndex, type Definition, type Reader } from './definition.ts';
import type { RawColumn } from './profile.ts';

const FIRST_ROWS = 4096;

/** The rows that share one definition: watches switch between a few of them from record to record. */
interface Group {
  readonly definition: Definition;
  rows: Int32Array;
  length: number;
}

/** Readers as small whole numbers, which a loop can switch on without looking at text. */
const KINDS: Readonly<Record<Exclude<Reader, `packed-${string}`>, number>> = {
  u8: 0,
  u16: 1,
  u32: 2,
  s32: 3,
  s16: 4,
  s8: 5,
  f32: 6,
  f64: 7,
};

/** Speed in 12 bits of 1/100 m/s; distance in 12 bits of 1/16 m, which starts again at 256 m. */
const PACKED_SPEED_SCALE = 100;
const PACKED_DISTANCE_SCALE = 16;
const PACKED_TURN = 4096;

export class RecordColumns {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #groups = new Map<Definition, Group>();
  #last: Group | null = null;
  #at = new Uint32Array(FIRST_ROWS);
  #timeS = new Float64Array(FIRST_ROWS);
  rows = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Seconds since FIT's epoch, one a record; may be changed in place. */
  get timeS(): Float64Array {
    return this.#timeS.subarray(0, this.rows);
  }

  /** @param at first byte of its data */
  add(definition: Definition, at: number, fitS: number): void {
    const row = this.rows;
    if (row === this.#at.length) this.#grow();
    this.#at[row] = at;
    this.#timeS[row] = fitS;
    this.rows = row + 1;
    let group = this.#last;
    if (group?.definition !== definition) {
      group = this.#groups.get(definition) ?? { definition, rows: new Int32Array(FIRST_ROWS), length: 0 };
      this.#groups.set(definition, group);
      this.#last = group;
    }
    if (group.length === group.rows.length) {
      const wider = new Int32Array(group.length * 2);
      wider.set(group.rows);
      group.rows = wider;
    }
    group.rows[group.length] = row;
    group.length += 1;
  }

  dropLast(): void {
    if (this.#last === null || this.rows === 0) return;
    this.rows -= 1;
    this.#last.length -= 1;
  }

  #grow(): void {
    const length = this.#at.length * 2;
    const [at, timeS] = [new Uint32Array(length), new Float64Array(length)];
    at.set(this.#at);
    timeS.set(this.#timeS);
    [this.#at, this.#timeS] = [at, timeS];
  }

  /** What a column holds, native or as a developer's field; undefined where no record defines it. */
  read(name: RawColumn, fromDeveloper = false): Float64Array | undefined {
    const column = columnIndex(name, fromDeveloper);
    let values: Float64Array | undefined;
    let packed = false;
    for (const group of this.#groups.values()) {
      const field = group.definition.columns[column];
      if (field === undefined) continue;
      values ??=
        group.length === this.rows
          ? new Float64Array(this.rows)
          : new Float64Array(this.rows).fill(Number.NaN);
      if (field.read === 'packed-speed' || field.read === 'packed-distance')
        this.#readPacked(field, group, values);
      else this.#readRaw(field, field.read, group, values);
      packed ||= field.read === 'packed-distance';
    }
    if (packed && values !== undefined) unwind(values);
    return values;
  }

  /** One loop a field: the switch takes the same way every time, which a processor learns at once. */
  #readRaw(
    { offset, invalid, scale, shift }: ColumnField,
    read: keyof typeof KINDS,
    { definition, rows, length }: Group,
    out: Float64Array,
  ): void {
    const [bytes, view, at] = [this.#bytes, this.#view, this.#at];
    const little = definition.littleEndian;
    const kind = KINDS[read];
    for (let each = 0; each < length; each++) {
      const row = rows[each] as number;
      const from = (at[row] as number) + offset;
      let raw: number;
      switch (kind) {
        case 0:
          raw = bytes[from] as number;
          break;
        case 1:
          raw = view.getUint16(from, little);
          break;
        case 2:
          raw = view.getUint32(from, little);
          break;
        case 3:
          raw = view.getInt32(from, little);
          break;
        case 4:
          raw = view.getInt16(from, little);
          break;
        case 5:
          raw = view.getInt8(from);
          break;
        case 6:
          raw = view.getFloat32(from, little);
          break;
        default:
          raw = view.getFloat64(from, little);
      }
      // Infinity minus itself is NaN too: only finite numbers pass.
      out[row] = raw === invalid || raw - raw !== 0 ? Number.NaN : raw / scale - shift;
    }
  }

  /** Speed comes out as it is; distance as its 12 bits, to be unwound over all records. */
  #readPacked({ read, offset }: ColumnField, { rows, length }: Group, out: Float64Array): void {
    const bytes = this.#bytes;
    for (let each = 0; each < length; each++) {
      const row = rows[each] as number;
      const from = (this.#at[row] as number) + offset;
      const [b0, b1, b2] = [bytes[from] as number, bytes[from + 1] as number, bytes[from + 2] as number];
      if (b0 === 0xff && b1 === 0xff && b2 === 0xff) out[row] = Number.NaN;
      else
        out[row] =
          read === 'packed-speed' ? (b0 | ((b1 & 0x0f) << 8)) / PACKED_SPEED_SCALE : (b1 >> 4) | (b2 << 4);
    }
  }
}

/** Packed distance starts again at 256 m: counts the turns, in place. */
function unwind(distance: Float64Array): void {
  let last = 0;
  let turns = 0;
  for (let row = 0; row < distance.length; row++) {
    const bits = distance[row] as number;
    if (Number.isNaN(bits)) continue;
    if (bits < last) turns += 1;
    last = bits;
    distance[row] = (turns * PACKED_TURN + bits) / PACKED_DISTANCE_SCALE;
  }
}

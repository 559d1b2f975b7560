/**
 * Record messages by column: the first pass over a file only notes where each record lies and by which definition,
 * the second reads one field at a time in a loop that does nothing else. NaN where a record lacks the field.
 */
import { columnIndex, type Definition } from './definition.ts';
import type { RawColumn } from './profile.ts';
import { readColumn, unwind } from './read-column.ts';

/** Room is made for as many records of the first one's size as the bytes could hold, within these. */
const FEWEST_ROWS = 64;
const FIRST_ROWS_AT_MOST = 1 << 16;

export interface RawValues {
  readonly values: Float64Array;
  /** How many records have a value. */
  readonly filled: number;
}

export class RecordColumns {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** Watches switch between a few definitions from record to record; each row notes the number of its own. */
  readonly #definitions: Definition[] = [];
  readonly #numbers = new Map<Definition, number>();
  #last: Definition | null = null;
  #lastNumber = 0;
  #at = new Uint32Array(0);
  #timeS = new Float64Array(0);
  #by = new Uint16Array(0);
  #rowsBy: Int32Array[] | null = null;
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
    if (row === this.#at.length) this.#grow(at, definition.size);
    if (this.#last !== definition) this.#turnTo(definition);
    this.#at[row] = at;
    this.#timeS[row] = fitS;
    this.#by[row] = this.#lastNumber;
    this.rows = row + 1;
  }

  dropLast(): void {
    if (this.rows > 0) this.rows -= 1;
  }

  #turnTo(definition: Definition): void {
    let number = this.#numbers.get(definition);
    if (number === undefined) {
      number = this.#definitions.length;
      this.#numbers.set(definition, number);
      this.#definitions.push(definition);
    }
    this.#last = definition;
    this.#lastNumber = number;
  }

  #grow(at: number, size: number): void {
    const fitting = Math.ceil((this.#bytes.length - at) / (size + 1));
    const first = Math.min(Math.max(fitting, FEWEST_ROWS), FIRST_ROWS_AT_MOST);
    const length = this.rows === 0 ? first : this.rows * 2;
    const [places, times, by] = [new Uint32Array(length), new Float64Array(length), new Uint16Array(length)];
    places.set(this.#at);
    times.set(this.#timeS);
    by.set(this.#by);
    [this.#at, this.#timeS, this.#by] = [places, times, by];
  }

  /** The rows of each definition, in order. */
  #groups(): Int32Array[] {
    if (this.#rowsBy !== null) return this.#rowsBy;
    const counts = new Int32Array(this.#definitions.length);
    for (let row = 0; row < this.rows; row++) {
      const number = this.#by[row] as number;
      counts[number] = (counts[number] as number) + 1;
    }
    const groups = Array.from(counts, (count) => new Int32Array(count));
    counts.fill(0);
    for (let row = 0; row < this.rows; row++) {
      const number = this.#by[row] as number;
      const next = counts[number] as number;
      (groups[number] as Int32Array)[next] = row;
      counts[number] = next + 1;
    }
    this.#rowsBy = groups;
    return groups;
  }

  /** What a column holds, native or as a developer's field; undefined where no record defines it. */
  read(name: RawColumn, fromDeveloper = false): RawValues | undefined {
    const column = columnIndex(name, fromDeveloper);
    const groups = this.#groups();
    const defines = ({ columns }: Definition): boolean => columns[column] !== undefined;
    const covered = this.#definitions.reduce(
      (rows, definition, number) => rows + (defines(definition) ? (groups[number]?.length ?? 0) : 0),
      0,
    );
    if (covered === 0) return undefined;
    const values = new Float64Array(this.rows);
    if (covered < this.rows) values.fill(Number.NaN);
    let filled = 0;
    for (const [number, { columns, littleEndian }] of this.#definitions.entries()) {
      const [field, rows] = [columns[column], groups[number]];
      if (field === undefined || rows === undefined || rows.length === 0) continue;
      const places = { bytes: this.#bytes, view: this.#view, at: this.#at, rows, littleEndian };
      filled += readColumn(field, places, values);
    }
    if (name === 'packedDistanceM') unwind(values);
    return { values, filled };
  }
}

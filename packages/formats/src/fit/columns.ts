/** Record messages as growing columns of numbers: no object a record, NaN where a record lacks the field. */
import { RAW_COLUMNS, type RawColumn } from './profile.ts';

/** Native columns first, then the same again as developer fields gave them. */
const NATIVE = RAW_COLUMNS.length;
const FIRST_ROWS = 1024;

export const columnIndex = (column: RawColumn, fromDeveloper: boolean): number =>
  RAW_COLUMNS.indexOf(column) + (fromDeveloper ? NATIVE : 0);

export class RecordColumns {
  /** FIT seconds. */
  timeS = new Float64Array(FIRST_ROWS);
  rows = 0;
  readonly #columns: (Float64Array<ArrayBuffer> | undefined)[] = Array.from({ length: 2 * NATIVE });

  /** Opens a row and says which it is. */
  open(fitS: number): number {
    if (this.rows === this.timeS.length) this.#grow();
    this.timeS[this.rows] = fitS;
    this.rows += 1;
    return this.rows - 1;
  }

  #grow(): void {
    const length = this.timeS.length * 2;
    const wider = (column: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
      const grown = new Float64Array(length).fill(Number.NaN, column.length);
      grown.set(column);
      return grown;
    };
    this.timeS = wider(this.timeS);
    for (const [index, column] of this.#columns.entries())
      if (column !== undefined) this.#columns[index] = wider(column);
  }

  /** The column to write to; made on first use. Valid until the next `open`. */
  column(index: number): Float64Array {
    return (this.#columns[index] ??= new Float64Array(this.timeS.length).fill(Number.NaN));
  }

  /** What a column holds, native or as a developer field; undefined where no record had it. */
  read(name: RawColumn, fromDeveloper = false): Float64Array | undefined {
    return this.#columns[columnIndex(name, fromDeveloper)]?.subarray(0, this.rows);
  }
}

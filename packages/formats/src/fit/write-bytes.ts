/** Bytes of a FIT file being written: little-endian numbers, definitions, data messages. */

/** How a field is written: FIT base type, bytes, and the value that says "not filled in". */
export interface FieldType {
  readonly code: number;
  readonly size: number;
  readonly invalid: number;
}
export const ENUM: FieldType = { code: 0x00, size: 1, invalid: 0xff };
export const UINT8: FieldType = { code: 0x02, size: 1, invalid: 0xff };
export const UINT16: FieldType = { code: 0x84, size: 2, invalid: 0xff_ff };
export const SINT16: FieldType = { code: 0x83, size: 2, invalid: 0x7f_ff };
export const UINT32: FieldType = { code: 0x86, size: 4, invalid: 0xff_ff_ff_ff };
export const SINT32: FieldType = { code: 0x85, size: 4, invalid: 0x7f_ff_ff_ff };
export const UINT32Z: FieldType = { code: 0x8c, size: 4, invalid: 0 };
export const text = (bytes: number): FieldType => ({ code: 0x07, size: bytes, invalid: 0 });

export interface FieldSpec {
  readonly number: number;
  readonly type: FieldType;
}

const FIRST_BYTES = 1 << 16;

export class FitBytes {
  #bytes = new Uint8Array(FIRST_BYTES);
  #view = new DataView(this.#bytes.buffer);
  length = 0;

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    wider.set(this.#bytes.subarray(0, this.length));
    this.#bytes = wider;
    this.#view = new DataView(wider.buffer);
  }

  /** A little-endian whole number of 1, 2 or 4 bytes; negative ones in two's complement. */
  number(value: number, size: number): void {
    this.#room(size);
    if (size === 1) this.#view.setUint8(this.length, value);
    else if (size === 2) this.#view.setUint16(this.length, value, true);
    else this.#view.setUint32(this.length, value, true);
    this.length += size;
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  define(local: number, message: number, fields: readonly FieldSpec[]): void {
    this.number(0x40 | local, 1);
    this.number(0, 1);
    this.number(0, 1);
    this.number(message, 2);
    this.number(fields.length, 1);
    for (const { number, type } of fields) {
      this.number(number, 1);
      this.number(type.size, 1);
      this.number(type.code, 1);
    }
  }

  /** A whole number out of its type's range is written as "not filled in": a wrong number would be worse. */
  value(value: number, { size, invalid, code }: FieldType): void {
    const signed = code === SINT16.code || code === SINT32.code;
    const [low, high] = signed ? [-(2 ** (size * 8 - 1)), 2 ** (size * 8 - 1) - 2] : [0, 2 ** (size * 8) - 2];
    const rounded = Math.round(value);
    this.number(rounded >= low && rounded <= high ? rounded : invalid, size);
  }

  /** UTF-8, cut at a whole code point, with the zero that ends it. */
  string(words: string, size: number): void {
    const bytes = new Uint8Array(size);
    new TextEncoder().encodeInto(words, bytes.subarray(0, size - 1));
    this.raw(bytes);
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}

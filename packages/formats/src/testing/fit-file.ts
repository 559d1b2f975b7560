/** FIT files built message by message, for tests about what is odd in them. */
import { crc16 } from '../fit/crc.ts';

export interface FieldOf {
  readonly number: number;
  readonly type: number;
  /** Raw whole numbers, one an element; or bytes of a text. */
  readonly values: readonly number[] | string;
  /** Bytes of one element. */
  readonly size: number;
}
export const u8 = (number: number, ...values: number[]): FieldOf => ({ number, type: 0x02, values, size: 1 });
export const enumOf = (number: number, value: number): FieldOf => ({
  number,
  type: 0x00,
  values: [value],
  size: 1,
});
export const u16 = (number: number, ...values: number[]): FieldOf => ({
  number,
  type: 0x84,
  values,
  size: 2,
});
export const u32 = (number: number, ...values: number[]): FieldOf => ({
  number,
  type: 0x86,
  values,
  size: 4,
});
export const s32 = (number: number, ...values: number[]): FieldOf => ({
  number,
  type: 0x85,
  values,
  size: 4,
});
export const textOf = (number: number, words: string): FieldOf => ({
  number,
  type: 0x07,
  values: words,
  size: 1,
});
export const bytesOf = (number: number, ...values: number[]): FieldOf => ({
  number,
  type: 0x0d,
  values,
  size: 1,
});

/** 1 January 2026, noon UTC, in FIT's seconds. */
export const NOON = Date.UTC(2026, 0, 1, 12) / 1000 - 631_065_600;

const elements = ({ values }: FieldOf): readonly number[] =>
  typeof values === 'string' ? [...new TextEncoder().encode(values), 0] : values;

const whole = (value: number, size: number, bigEndian: boolean): number[] => {
  const bytes = Array.from(
    { length: size },
    (_, at) => Math.floor((value < 0 ? value + 2 ** (size * 8) : value) / 256 ** at) % 256,
  );
  return bigEndian ? bytes.toReversed() : bytes;
};

export interface MessageOptions {
  readonly local?: number;
  readonly bigEndian?: boolean;
  /** Fields a developer described: number, developer index, raw bytes. */
  readonly developer?: readonly {
    readonly number: number;
    readonly index: number;
    readonly bytes: readonly number[];
  }[];
}

export function definition(
  message: number,
  fields: readonly FieldOf[],
  { local = 0, bigEndian = false, developer = [] }: MessageOptions = {},
): number[] {
  const head = [
    0x40 | (developer.length > 0 ? 0x20 : 0) | local,
    0,
    bigEndian ? 1 : 0,
    ...whole(message, 2, bigEndian),
    fields.length,
  ];
  const triples = fields.flatMap((field) => [field.number, elements(field).length * field.size, field.type]);
  const own =
    developer.length === 0
      ? []
      : [developer.length, ...developer.flatMap(({ number, bytes, index }) => [number, bytes.length, index])];
  return [...head, ...triples, ...own];
}

export const data = (
  fields: readonly FieldOf[],
  { local = 0, bigEndian = false, developer = [] }: MessageOptions = {},
): number[] => [
  local,
  ...fields.flatMap((field) => elements(field).flatMap((value) => whole(value, field.size, bigEndian))),
  ...developer.flatMap(({ bytes }) => bytes),
];

/** Definition and data in one. */
export const message = (
  number: number,
  fields: readonly FieldOf[],
  options: MessageOptions = {},
): number[] => [...definition(number, fields, options), ...data(fields, options)];

export function fitFile(...messages: readonly (readonly number[])[]): Uint8Array {
  const body = messages.flat();
  const head = [
    14,
    0x20,
    ...whole(2194, 2, false),
    ...whole(body.length, 4, false),
    ...new TextEncoder().encode('.FIT'),
  ];
  const headCrc = whole(crc16(Uint8Array.from(head), 0, head.length), 2, false);
  const all = Uint8Array.from([...head, ...headCrc, ...body]);
  return Uint8Array.from([...all, ...whole(crc16(all, 0, all.length), 2, false)]);
}

export const FILE_ID = message(0, [enumOf(0, 4), u16(1, 255)]);
/** A session of one hour and 10 km that begins at noon. */
export const session = (...more: readonly FieldOf[]): number[] =>
  message(18, [
    u32(253, NOON + 3600),
    u32(2, NOON),
    enumOf(5, 1),
    u32(7, 3_600_000),
    u32(8, 3_500_000),
    u32(9, 1_000_000),
    ...more,
  ]);

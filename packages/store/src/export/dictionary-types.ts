import type { Tables } from '../schema/tables.ts';

/** `—` for what has no unit: names, codes, ids. `JSON` for a text that is JSON (in the .json files it is JSON itself). */
export type Unit =
  | '—'
  | 'JSON'
  | 's'
  | 'm'
  | 'min'
  | 'ms since 1970, UTC'
  | 'bytes'
  | 'count'
  | '0–10'
  | '1 or 0'
  | 'day';

export interface TableMeaning<Row> {
  readonly is: string;
  readonly columns: { readonly [C in keyof Row & string]: readonly [is: string, unit: Unit] };
}
export type Dictionary = { readonly [T in keyof Tables]: TableMeaning<Tables[T]> };

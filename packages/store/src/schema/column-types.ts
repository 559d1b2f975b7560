/** The few column types the store uses, by their name in each database. */
import { type RawBuilder, sql } from 'kysely';

export interface ColumnTypes {
  readonly text: RawBuilder<unknown>;
  /** Whole numbers up to 2^53: epoch milliseconds, counts, sizes; also yes and no as 1 and 0. */
  readonly whole: RawBuilder<unknown>;
  readonly real: RawBuilder<unknown>;
  readonly bytes: RawBuilder<unknown>;
  /** What follows the closing bracket of `create table`. */
  readonly tableEnd: RawBuilder<unknown>;
}

/** STRICT tables refuse every other name, `bigint` and `double precision` among them. */
export const SQLITE_TYPES: ColumnTypes = {
  text: sql`text`,
  whole: sql`integer`,
  real: sql`real`,
  bytes: sql`blob`,
  tableEnd: sql`strict`,
};

/** Brings a store to the newest tables when it is opened, whoever else opens it at that moment. */
import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StoreError } from '../store-error.ts';
import type { ColumnTypes } from './column-types.ts';
import type { Tables } from './tables.ts';
import { migrations } from './migrations.ts';

/** @throws {StoreError} `newer-store` where a later Kneewise has already changed the tables */
export async function migrate(db: Kysely<Tables>, types: ColumnTypes, place: string): Promise<void> {
  const steps = migrations(types);
  const done = await stepsDone(db);
  const unknown = done.filter((name) => !(name in steps));
  if (unknown.length > 0) {
    throw new StoreError(
      'newer-store',
      `${place} was written by a newer Kneewise (it has ${unknown.join(', ')}). Update Kneewise to open it.`,
    );
  }
  if (done.length === Object.keys(steps).length) return;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => steps } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Names of the steps this store has been through; none where it is new. */
async function stepsDone(db: Kysely<Tables>): Promise<string[]> {
  const table = await sql<{ n: number }>`
    select count(*) as n from sqlite_master where type = 'table' and name = 'kysely_migration'`.execute(db);
  if ((table.rows[0]?.n ?? 0) === 0) return [];
  const steps = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return steps.rows.map(({ name }) => name);
}

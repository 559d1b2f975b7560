/**
 * What was read last is answered again without reading it, for as long as nobody has written: a page asks several
 * questions over the same ten years one after the other.
 */
import { sql } from 'kysely';
import type { Database } from '../sqlite/open-database.ts';

type Read<T> = (db: Database, runnerId: string) => Promise<T>;

/** Changes with every commit of another connection (the first) and with every row this one writes (the second). */
async function versionOf(db: Database): Promise<string> {
  const { rows } = await sql<{ others: number; own: number }>`
    select data_version as others, total_changes() as own from pragma_data_version`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('SQLite does not tell the version of its data.');
  return `${row.others} ${row.own}`;
}

/** The same reading, remembered for one runner at a time. */
export function remembered<T>(db: Database, read: Read<T>): (runnerId: string) => Promise<T> {
  let last: { readonly runnerId: string; readonly version: string; readonly found: T } | null = null;
  return async (runnerId) => {
    // Asked before reading: what is written in between is read again next time.
    const version = await versionOf(db);
    if (last?.runnerId === runnerId && last.version === version) return last.found;
    const found = await read(db, runnerId);
    last = { runnerId, version, found };
    return found;
  };
}

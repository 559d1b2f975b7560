/**
 * What was read last is answered again without reading it, for as long as nobody has written to it: a page asks
 * several questions over the same ten years one after the other, and again after every answer about the knee.
 */
import { sql } from 'kysely';
import type { Database } from '../sqlite/open-database.ts';

type Read<T> = (db: Database, runnerId: string) => Promise<T>;

export interface Memory {
  /** The same reading, remembered for one runner at a time. */
  remembered<T>(read: Read<T>): (runnerId: string) => Promise<T>;
  /** Work of this connection that may change what is remembered; what it changed is read anew once it is done. */
  changing<T>(work: Promise<T>): Promise<T>;
}

/** Changes with every commit of another connection, whatever it wrote. */
async function versionOfOthers(db: Database): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select data_version as version from pragma_data_version`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('SQLite does not tell the version of its data.');
  return row.version;
}

export function memoryOf(db: Database): Memory {
  let ownChanges = 0;
  return {
    remembered: (read) => {
      let last: {
        readonly runnerId: string;
        readonly version: string;
        readonly found: Awaited<ReturnType<typeof read>>;
      } | null = null;
      return async (runnerId) => {
        // Asked before reading: what is written in between is read again next time.
        const version = `${await versionOfOthers(db)} ${ownChanges}`;
        if (last?.runnerId === runnerId && last.version === version) return last.found;
        const found = await read(db, runnerId);
        last = { runnerId, version, found };
        return found;
      };
    },
    changing: async (work) => {
      try {
        return await work;
      } finally {
        ownChanges++;
      }
    },
  };
}

/** The contents of every table of a store, byte for byte, to compare. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const asText = (value: unknown): unknown =>
  value instanceof Uint8Array ? `x'${Buffer.from(value).toString('hex')}'` : value;

export function everyTable(folder: string): Record<string, string[]> {
  const database = new DatabaseSync(join(folder, 'kneewise.db'));
  try {
    const names = database
      .prepare(
        `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
      )
      .all()
      .map(({ name }) => String(name));
    return Object.fromEntries(
      names.map((name) => [
        name,
        database
          .prepare(`select * from "${name}"`)
          .all()
          .map((row) => JSON.stringify(Object.entries(row).map(([column, value]) => [column, asText(value)])))
          .sort(),
      ]),
    );
  } finally {
    database.close();
  }
}

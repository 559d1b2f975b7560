/** What lists of archives say: which recordings come from one, which file each speaks of, which shoe was worn. */
import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/** Beside `recording`, for those from a list, and those that a list says something about. */
export interface ListingTable {
  runner_id: string;
  source_id: string;
  position: number;
  /** 1 for a recording that comes from a list. */
  listed: number;
  /** `fileKey` of the file with its samples, where the list names one. */
  refers_to: string | null;
  shoe: string | null;
  /** JSON: the recording's own columns, where it speaks for an activity and a list says otherwise. */
  own: string | null;
}

/** Every name a file's content came by, as `fileKey` has it. */
export interface SourceNameTable {
  runner_id: string;
  source_id: string;
  file_key: string;
}

/** Samples of a list's recording together with those of the file it names. */
export interface JoinedTrackTable {
  runner_id: string;
  source_id: string;
  position: number;
  packed: Uint8Array;
}

/** A pair of shoes from a list. */
export interface ListedShoeTable {
  runner_id: string;
  source_id: string;
  position: number;
  name: string;
  brand: string | null;
  model: string | null;
}

export interface ListingTables {
  listing: ListingTable;
  source_name: SourceNameTable;
  joined_track: JoinedTrackTable;
  listed_shoe: ListedShoeTable;
}

export const LISTING_TABLE_NAMES = ['listed_shoe', 'joined_track', 'listing', 'source_name'] as const;

export async function listingTables(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const { text, whole, bytes, tableEnd } = types;
  const ofRecording = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn('runner_id', text, (c) => c.notNull())
      .addColumn('source_id', text, (c) => c.notNull())
      .addColumn('position', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint(`${name}_pk`, ['runner_id', 'source_id', 'position'])
      .modifyEnd(tableEnd);
  await ofRecording('listing')
    .addColumn('listed', whole, (c) => c.notNull())
    .addColumn('refers_to', text)
    .addColumn('shoe', text)
    .addColumn('own', text)
    .execute();
  await db.schema.createIndex('listing_file').on('listing').columns(['runner_id', 'refers_to']).execute();
  await ofRecording('joined_track')
    .addColumn('packed', bytes, (c) => c.notNull())
    .execute();
  await ofRecording('listed_shoe')
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('brand', text)
    .addColumn('model', text)
    .execute();
  await db.schema
    .createTable('source_name')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('source_id', text, (c) => c.notNull())
    .addColumn('file_key', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('source_name_pk', ['runner_id', 'source_id', 'file_key'])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createIndex('source_name_key')
    .on('source_name')
    .columns(['runner_id', 'file_key'])
    .execute();
  await namesOfOldSources(db.withTables<Old>());
}

interface OldSource {
  runner_id: string;
  source_id: string;
  path: string;
  content_hash: string;
}
interface OldFile {
  runner_id: string;
  path: string;
  content_hash: string | null;
}

/** No interface: Kysely asks for something that could have more tables. */
type Old = Record<'source', OldSource> &
  Record<'import_file', OldFile> &
  Record<'source_name', SourceNameTable>;

/** Frozen as it was when this step was released: `fileKey` may change, a step never does. */
const keyOf = (path: string): string =>
  path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.gz$/, '');

/** What came before lists were read gets its names too, so that a list may come later. */
async function namesOfOldSources(db: Kysely<Old>): Promise<void> {
  const own = await db.selectFrom('source').select(['runner_id', 'source_id', 'path']).execute();
  const copies = await db
    .selectFrom('import_file')
    .innerJoin('source', (join) =>
      join
        .onRef('source.runner_id', '=', 'import_file.runner_id')
        .onRef('source.content_hash', '=', 'import_file.content_hash'),
    )
    .select(['source.runner_id', 'source.source_id', 'import_file.path'])
    .execute();
  for (const { runner_id, source_id, path } of [...own, ...copies]) {
    await db
      .insertInto('source_name')
      .values({ runner_id, source_id, file_key: keyOf(path) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

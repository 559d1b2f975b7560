/** What lists show beside figures: names, files, remarks. Each a single look, however long the history is. */
import type { Refusal, Warning } from '@kneewise/formats';
import type { NamedActivity } from '../history-store.ts';
import type { Database } from '../sqlite/open-database.ts';

/** One long text is parsed in half the time of thousands of short ones. */
const parseAll = <T>(texts: readonly string[]): T[] => JSON.parse(`[${texts.join(',')}]`) as T[];

export async function names(db: Database, runnerId: string): Promise<readonly NamedActivity[]> {
  const rows = await db
    .selectFrom('recording')
    .innerJoin('source', (join) =>
      join
        .onRef('source.runner_id', '=', 'recording.runner_id')
        .onRef('source.source_id', '=', 'recording.source_id'),
    )
    .select([
      'recording.activity_id as id',
      'recording.sport',
      'recording.name',
      'recording.device',
      'recording.start_at_ms as startAtMs',
      'recording.utc_offset_min as utcOffsetMin',
      'recording.channels',
      'recording.warnings',
      'source.path',
    ])
    .where('recording.runner_id', '=', runnerId)
    .where('recording.used', '=', 1)
    .orderBy('recording.start_at_ms')
    .orderBy('recording.activity_id')
    .execute();
  const channels = parseAll<string[]>(rows.map((row) => row.channels));
  const warnings = parseAll<Warning[]>(rows.map((row) => row.warnings));
  return rows.map((row, i) =>
    Object.assign(row, { channels: channels[i] ?? [], warnings: warnings[i] ?? [] }),
  );
}

export async function duplicates(db: Database, runnerId: string): Promise<{ path: string; of: string }[]> {
  return [...(await sameBytes(db, runnerId)), ...(await sameActivity(db, runnerId))];
}

/** The same bytes under another name. */
const sameBytes = async (db: Database, runnerId: string): Promise<{ path: string; of: string }[]> => {
  const rows = await db
    .selectFrom('import_file')
    .innerJoin('source', (join) =>
      join
        .onRef('source.runner_id', '=', 'import_file.runner_id')
        .onRef('source.content_hash', '=', 'import_file.content_hash'),
    )
    .select(['import_file.path', 'source.path as of'])
    .distinct()
    .where('import_file.runner_id', '=', runnerId)
    .where('import_file.outcome', '=', 'duplicate')
    .whereRef('import_file.path', '!=', 'source.path')
    .orderBy('source.arrival')
    .orderBy('import_file.path')
    .execute();
  return rows.map(({ path, of }) => ({ path, of }));
};

/** A recording that a richer one of the same activity speaks for. */
async function sameActivity(db: Database, runnerId: string): Promise<{ path: string; of: string }[]> {
  const rows = await db
    .selectFrom('recording')
    .innerJoin('source', (join) =>
      join
        .onRef('source.runner_id', '=', 'recording.runner_id')
        .onRef('source.source_id', '=', 'recording.source_id'),
    )
    .innerJoin('recording as speaker', (join) =>
      join
        .onRef('speaker.runner_id', '=', 'recording.runner_id')
        .onRef('speaker.activity_id', '=', 'recording.activity_id')
        .on('speaker.used', '=', 1),
    )
    .innerJoin('source as spoken', (join) =>
      join
        .onRef('spoken.runner_id', '=', 'speaker.runner_id')
        .onRef('spoken.source_id', '=', 'speaker.source_id'),
    )
    .leftJoin('listing', (join) =>
      join
        .onRef('listing.runner_id', '=', 'recording.runner_id')
        .onRef('listing.source_id', '=', 'recording.source_id')
        .onRef('listing.position', '=', 'recording.position'),
    )
    .select(['source.path', 'spoken.path as of'])
    .where('recording.runner_id', '=', runnerId)
    .where('recording.used', '=', 0)
    // An entry of a list is no second copy of the run it names.
    .where((eb) => eb.or([eb('listing.listed', 'is', null), eb('listing.listed', '=', 0)]))
    .orderBy('speaker.start_at_ms')
    .orderBy('source.arrival')
    .orderBy('recording.position')
    .execute();
  return rows.map(({ path, of }) => ({ path, of }));
}

/** A file that could be read some other time, by its path or its content, is not refused any more. */
export async function refused(db: Database, runnerId: string): Promise<{ path: string; refusal: Refusal }[]> {
  const rows = await db
    .selectFrom('import_file')
    .innerJoin('import_batch', (join) =>
      join
        .onRef('import_batch.runner_id', '=', 'import_file.runner_id')
        .onRef('import_batch.batch_id', '=', 'import_file.batch_id'),
    )
    .select(['import_file.path', 'import_file.refusal'])
    .where('import_file.runner_id', '=', runnerId)
    .where('import_file.outcome', '=', 'refused')
    .where('import_file.path', 'not in', (eb) =>
      eb
        .selectFrom('import_file as good')
        .select('good.path')
        .where('good.runner_id', '=', runnerId)
        .where('good.outcome', '!=', 'refused'),
    )
    .where((eb) =>
      eb.or([
        eb('import_file.content_hash', 'is', null),
        eb(
          'import_file.content_hash',
          'not in',
          eb
            .selectFrom('source')
            .select('source.content_hash')
            .where('source.runner_id', '=', runnerId)
            .where('source.outcome', '!=', 'refused'),
        ),
      ]),
    )
    .orderBy('import_batch.created_at_ms')
    .orderBy('import_file.row')
    .execute();
  const last = new Map<string, Refusal>();
  for (const { path, refusal } of rows) if (refusal !== null) last.set(path, JSON.parse(refusal) as Refusal);
  return [...last]
    .map(([path, refusal]) => ({ path, refusal }))
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

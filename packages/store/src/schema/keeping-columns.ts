/** What giving back and undoing needs to know: who refused a file, and which recording an answer was about. */
import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

export async function keepingColumns(db: Kysely<unknown>, { text, whole }: ColumnTypes): Promise<void> {
  await db.schema.alterTable('source').addColumn('refused_by', text).execute();
  await db.schema.alterTable('check_in').addColumn('about_hash', text).execute();
  await db.schema.alterTable('check_in').addColumn('about_position', whole).execute();
  // Answers from before are about the recording that speaks now.
  await sql`
    update check_in set (about_hash, about_position) = (
      select source.content_hash, recording.position
      from recording
      join source on source.runner_id = recording.runner_id and source.source_id = recording.source_id
      where recording.runner_id = check_in.runner_id
        and recording.activity_id = check_in.activity_id and recording.used = 1)
    where activity_id is not null`.execute(db);
  // Which imports brought the same bytes.
  await db.schema
    .createIndex('import_file_content')
    .on('import_file')
    .columns(['runner_id', 'content_hash'])
    .execute();
}

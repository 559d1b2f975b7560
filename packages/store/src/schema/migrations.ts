/** How the tables came to be, step by step. A step that has been released is never changed: add another. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { ColumnTypes } from './column-types.ts';
import { diaryTables } from './diary-tables.ts';
import { listingTables } from './listing-tables.ts';
import { keepingColumns } from './keeping-columns.ts';
import { strengthTable } from './strength-table.ts';
import { watchedTable } from './watched-table.ts';

type Step = (db: Kysely<unknown>, types: ColumnTypes) => Promise<void>;

const firstTables: Step = async (db, { text, whole, real, bytes, tableEnd }) => {
  await db.schema
    .createTable('runner')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('settings', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('runner_pk', ['runner_id'])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createTable('source')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('source_id', text, (c) => c.notNull())
    .addColumn('arrival', whole, (c) => c.notNull())
    .addColumn('path', text, (c) => c.notNull())
    .addColumn('content_hash', text, (c) => c.notNull())
    .addColumn('outcome', text, (c) => c.notNull())
    .addColumn('refusal', text)
    .addColumn('size_bytes', whole, (c) => c.notNull())
    .addColumn('original_sha256', text, (c) => c.notNull())
    .addColumn('chunks', whole, (c) => c.notNull())
    .addPrimaryKeyConstraint('source_pk', ['runner_id', 'source_id'])
    .addUniqueConstraint('source_content', ['runner_id', 'content_hash'])
    .addUniqueConstraint('source_arrival', ['runner_id', 'arrival'])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createTable('original_chunk')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('source_id', text, (c) => c.notNull())
    .addColumn('chunk', whole, (c) => c.notNull())
    .addColumn('codec', text, (c) => c.notNull())
    .addColumn('bytes', bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint('original_chunk_pk', ['runner_id', 'source_id', 'chunk'])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createTable('recording')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('source_id', text, (c) => c.notNull())
    .addColumn('position', whole, (c) => c.notNull())
    .addColumn('activity_id', text, (c) => c.notNull())
    .addColumn('used', whole, (c) => c.notNull())
    .addColumn('sport', text, (c) => c.notNull())
    .addColumn('sub_sport', text)
    .addColumn('name', text)
    .addColumn('device', text)
    .addColumn('start_at_ms', whole, (c) => c.notNull())
    .addColumn('utc_offset_min', whole)
    .addColumn('elapsed_s', real, (c) => c.notNull())
    .addColumn('distance_m', real)
    .addColumn('moving_s', real)
    .addColumn('ascent_m', real)
    .addColumn('descent_m', real)
    .addColumn('because', text)
    .addColumn('pauses', text, (c) => c.notNull())
    .addColumn('warnings', text, (c) => c.notNull())
    .addColumn('channels', text, (c) => c.notNull())
    .addColumn('samples', whole, (c) => c.notNull())
    .addColumn('engine_version', whole)
    .addColumn('analysis', text)
    // Last, because SQLite reads a row from its beginning and this is the largest.
    .addColumn('cadence_bins', bytes)
    .addPrimaryKeyConstraint('recording_pk', ['runner_id', 'source_id', 'position'])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createIndex('recording_start')
    .on('recording')
    .columns(['runner_id', 'start_at_ms'])
    .execute();
  // Runs in order of time, and how many there are, without a look at other rows.
  await db.schema
    .createIndex('recording_history')
    .on('recording')
    .columns(['runner_id', 'used', 'sport', 'start_at_ms'])
    .execute();
  await db.schema
    .createIndex('recording_activity')
    .on('recording')
    .columns(['runner_id', 'activity_id'])
    .execute();
  // One recording speaks for an activity.
  await db.schema
    .createIndex('recording_used')
    .unique()
    .on('recording')
    .columns(['runner_id', 'activity_id'])
    .where(sql<number>`used`, '=', 1)
    .execute();
  await db.schema
    .createTable('track')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('source_id', text, (c) => c.notNull())
    .addColumn('position', whole, (c) => c.notNull())
    .addColumn('packed', bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint('track_pk', ['runner_id', 'source_id', 'position'])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createTable('check_in')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('check_in_id', text, (c) => c.notNull())
    .addColumn('activity_id', text)
    .addColumn('side', text, (c) => c.notNull())
    .addColumn('moment', text, (c) => c.notNull())
    .addColumn('at_ms', whole, (c) => c.notNull())
    .addColumn('utc_offset_min', whole, (c) => c.notNull())
    .addColumn('pain', whole, (c) => c.notNull())
    .addColumn('onset_m', real)
    .addColumn('stop_sign', whole)
    .addColumn('painkiller', whole)
    .addPrimaryKeyConstraint('check_in_pk', ['runner_id', 'check_in_id'])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createTable('import_batch')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('batch_id', text, (c) => c.notNull())
    .addColumn('label', text, (c) => c.notNull())
    .addColumn('state', text, (c) => c.notNull())
    .addColumn('created_at_ms', whole, (c) => c.notNull())
    .addColumn('files_found', whole, (c) => c.notNull())
    .addPrimaryKeyConstraint('import_batch_pk', ['runner_id', 'batch_id'])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createTable('import_file')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('batch_id', text, (c) => c.notNull())
    .addColumn('row', whole, (c) => c.notNull())
    .addColumn('path', text, (c) => c.notNull())
    .addColumn('content_hash', text)
    .addColumn('outcome', text, (c) => c.notNull())
    .addColumn('activity_ids', text, (c) => c.notNull())
    .addColumn('warnings', text, (c) => c.notNull())
    .addColumn('refusal', text)
    .addColumn('duplicate_of', text)
    .addPrimaryKeyConstraint('import_file_pk', ['runner_id', 'batch_id', 'row'])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createIndex('import_file_path')
    .on('import_file')
    .columns(['runner_id', 'batch_id', 'path'])
    .execute();
  await db.schema
    .createTable('inbox')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('inbox_id', text, (c) => c.notNull())
    .addColumn('arrival', whole, (c) => c.notNull())
    .addColumn('batch_id', text, (c) => c.notNull())
    .addColumn('path', text, (c) => c.notNull())
    .addColumn('size_bytes', whole, (c) => c.notNull())
    .addPrimaryKeyConstraint('inbox_pk', ['runner_id', 'inbox_id'])
    .modifyEnd(tableEnd)
    .execute();
};

/** What takes a runner out of a rest or back into it, besides runs and check-ins. */
const events: Step = async (db, { text, whole, tableEnd }) => {
  await db.schema
    .createTable('event')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('event_id', text, (c) => c.notNull())
    .addColumn('arrival', whole, (c) => c.notNull())
    .addColumn('kind', text, (c) => c.notNull())
    .addColumn('date', text, (c) => c.notNull())
    .addColumn('pain', whole)
    .addPrimaryKeyConstraint('event_pk', ['runner_id', 'event_id'])
    .modifyEnd(tableEnd)
    .execute();
};

/** Who cleared a knee, and what they allowed. */
const clearances: Step = async (db, { text }) => {
  for (const column of ['who', 'allowed'])
    await db.schema.alterTable('event').addColumn(column, text).execute();
};

/** Whether an ache eased as the run went on. */
const eased: Step = async (db, { whole }) => {
  await db.schema.alterTable('check_in').addColumn('eased', whole).execute();
};

/** Knee checks, finished and under way. */
const kneeChecks: Step = async (db, { text, whole, tableEnd }) => {
  await db.schema
    .createTable('knee_check')
    .addColumn('runner_id', text, (c) => c.notNull())
    .addColumn('check_id', text, (c) => c.notNull())
    .addColumn('revision', whole, (c) => c.notNull())
    .addColumn('begun_at_ms', whole, (c) => c.notNull())
    .addColumn('finished_at_ms', whole)
    .addColumn('kept', text, (c) => c.notNull())
    .addPrimaryKeyConstraint('knee_check_pk', ['runner_id', 'check_id'])
    .modifyEnd(tableEnd)
    .execute();
  // One at a time is under way.
  await db.schema
    .createIndex('knee_check_under_way')
    .unique()
    .on('knee_check')
    .column('runner_id')
    .where(sql<number>`finished_at_ms`, 'is', null)
    .execute();
};

const STEPS: Readonly<Record<string, Step>> = {
  '0001-first-tables': firstTables,
  '0002-events': events,
  '0003-clearances': clearances,
  '0004-eased': eased,
  '0005-summary-runs': listingTables,
  '0006-knee-check': kneeChecks,
  '0007-questionnaires': diaryTables,
  '0008-keeping': keepingColumns,
  '0009-watched': watchedTable,
  '0010-strength': strengthTable,
};

/** By name, oldest first. */
export const migrations = (types: ColumnTypes): Record<string, Migration> =>
  Object.fromEntries(
    Object.entries(STEPS).map(([name, step]) => [name, { up: (db: Kysely<unknown>) => step(db, types) }]),
  );

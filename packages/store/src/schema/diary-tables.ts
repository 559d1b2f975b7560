/** Tables of the diary: pain by place, what may hide it, and questionnaires. */
import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

export interface PainEntryTable {
  runner_id: string;
  entry_id: string;
  side: 'left' | 'right';
  place: string;
  at_ms: number;
  utc_offset_min: number;
  pain: number;
  words: string | null;
}

export interface TakenTable {
  runner_id: string;
  entry_id: string;
  what: string;
  at_ms: number;
  utc_offset_min: number;
  words: string | null;
}

export interface FilledTable {
  runner_id: string;
  entry_id: string;
  questionnaire: string;
  at_ms: number;
  utc_offset_min: number;
  /** JSON: the place of the chosen option by item. */
  answers: string;
}

export async function diaryTables(
  db: Kysely<unknown>,
  { text, whole, tableEnd }: ColumnTypes,
): Promise<void> {
  const begun = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn('runner_id', text, (c) => c.notNull())
      .addColumn('entry_id', text, (c) => c.notNull())
      .addColumn('at_ms', whole, (c) => c.notNull())
      .addColumn('utc_offset_min', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint(`${name}_pk`, ['runner_id', 'entry_id'])
      .modifyEnd(tableEnd);
  await begun('pain_entry')
    .addColumn('side', text, (c) => c.notNull())
    .addColumn('place', text, (c) => c.notNull())
    .addColumn('pain', whole, (c) => c.notNull())
    .addColumn('words', text)
    .execute();
  await begun('taken')
    .addColumn('what', text, (c) => c.notNull())
    .addColumn('words', text)
    .execute();
  await begun('questionnaire')
    .addColumn('questionnaire', text, (c) => c.notNull())
    .addColumn('answers', text, (c) => c.notNull())
    .execute();
}

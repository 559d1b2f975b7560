/** The runner's diary. Typed by a person, so on the disk before it is answered. */
import { randomUUID } from 'node:crypto';
import { akpsScore, type AkpsAnswers } from '@kneewise/engine';
import type { DiaryStore, Filled, PainEntry, Taken } from '../diary-store.ts';
import type { FilledTable, PainEntryTable, TakenTable } from '../schema/diary-tables.ts';
import { type Database, durably } from '../sqlite/open-database.ts';
import { checkPain } from './check-ins.ts';

/** @throws {RangeError} where it is no number */
function moment({ atMs, utcOffsetMin }: Pick<PainEntry, 'atMs' | 'utcOffsetMin'>): {
  at_ms: number;
  utc_offset_min: number;
} {
  if (!Number.isFinite(atMs)) throw new RangeError(`atMs must be a number, got ${atMs}`);
  if (!Number.isFinite(utcOffsetMin))
    throw new RangeError(`utcOffsetMin must be a number, got ${utcOffsetMin}`);
  return { at_ms: Math.round(atMs), utc_offset_min: Math.round(utcOffsetMin) };
}

const remove = (
  db: Database,
  table: 'pain_entry' | 'taken' | 'questionnaire',
  runnerId: string,
  id: string,
): Promise<boolean> =>
  durably(db, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom(table)
      .where('runner_id', '=', runnerId)
      .where('entry_id', '=', id)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  });

const entryOf = (row: PainEntryTable): PainEntry => ({
  id: row.entry_id,
  side: row.side,
  place: row.place,
  atMs: row.at_ms,
  utcOffsetMin: row.utc_offset_min,
  pain: row.pain,
  words: row.words,
});
const takenOf = (row: TakenTable): Taken => ({
  id: row.entry_id,
  what: row.what as Taken['what'],
  atMs: row.at_ms,
  utcOffsetMin: row.utc_offset_min,
  words: row.words,
});
const filledOf = (row: FilledTable): Filled => ({
  id: row.entry_id,
  questionnaire: row.questionnaire as Filled['questionnaire'],
  atMs: row.at_ms,
  utcOffsetMin: row.utc_offset_min,
  answers: JSON.parse(row.answers) as AkpsAnswers,
});

/** @throws {RangeError} (each `add…`) for a pain that is not 0–10 whole, a time that is no number, answers that are none */
export const diaryOf = (db: Database): DiaryStore => ({
  painEntries: async (runnerId) => {
    const rows = db.selectFrom('pain_entry').selectAll().where('runner_id', '=', runnerId);
    return (await rows.orderBy('at_ms').orderBy('entry_id').execute()).map(entryOf);
  },
  addPainEntry: async (runnerId, { side, place, pain, words, ...when }) => {
    checkPain(pain);
    const row = { runner_id: runnerId, entry_id: randomUUID(), side, place, pain, words, ...moment(when) };
    await durably(db, (tx) => tx.insertInto('pain_entry').values(row).execute());
    return entryOf(row);
  },
  removePainEntry: (runnerId, id) => remove(db, 'pain_entry', runnerId, id),

  taken: async (runnerId) => {
    const rows = db.selectFrom('taken').selectAll().where('runner_id', '=', runnerId);
    return (await rows.orderBy('at_ms').orderBy('entry_id').execute()).map(takenOf);
  },
  addTaken: async (runnerId, { what, words, ...when }) => {
    const row = { runner_id: runnerId, entry_id: randomUUID(), what, words, ...moment(when) };
    await durably(db, (tx) => tx.insertInto('taken').values(row).execute());
    return takenOf(row);
  },
  removeTaken: (runnerId, id) => remove(db, 'taken', runnerId, id),

  filled: async (runnerId) => {
    const rows = db.selectFrom('questionnaire').selectAll().where('runner_id', '=', runnerId);
    return (await rows.orderBy('at_ms').orderBy('entry_id').execute()).map(filledOf);
  },
  addFilled: async (runnerId, { questionnaire, answers, ...when }) => {
    const { known } = akpsScore(answers);
    if (!known) throw new RangeError('answers must answer every item');
    const row = {
      runner_id: runnerId,
      entry_id: randomUUID(),
      questionnaire,
      answers: JSON.stringify(answers),
      ...moment(when),
    };
    await durably(db, (tx) => tx.insertInto('questionnaire').values(row).execute());
    return filledOf(row);
  },
  removeFilled: (runnerId, id) => remove(db, 'questionnaire', runnerId, id),
});

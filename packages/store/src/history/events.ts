/** What a runner tells besides runs and check-ins: clearances, way-in tests, walks. On the disk before it is answered. */
import { randomUUID } from 'node:crypto';
import { parseIsoDay, type RecordedEvent } from '@kneewise/engine';
import type { StoredEvent } from '../history-store.ts';
import type { EventTable } from '../schema/tables.ts';
import { type Database, durably } from '../sqlite/open-database.ts';
import { checkPain } from './check-ins.ts';

/** By date, then in the order kept. */
export async function events(db: Database, runnerId: string): Promise<readonly StoredEvent[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('runner_id', '=', runnerId)
    .orderBy('date')
    .orderBy('arrival')
    .execute();
  return rows.map(eventOf);
}

/** @throws {RangeError} for a date that is no day of the calendar, or a pain that is not 0–10 whole */
export async function addEvent(db: Database, runnerId: string, event: RecordedEvent): Promise<StoredEvent> {
  parseIsoDay(event.date);
  if (event.kind === 'walked-30-min') checkPain(event.pain);
  return durably(db, async (tx) => {
    const { last } = await tx
      .selectFrom('event')
      .select((eb) => eb.fn.coalesce(eb.fn.max('arrival'), eb.lit(-1)).as('last'))
      .where('runner_id', '=', runnerId)
      .executeTakeFirstOrThrow();
    const row: EventTable = {
      runner_id: runnerId,
      event_id: randomUUID(),
      arrival: last + 1,
      kind: event.kind,
      date: event.date,
      pain: event.kind === 'walked-30-min' ? event.pain : null,
      who: event.kind === 'cleared-by-professional' ? (event.who ?? null) : null,
      allowed: event.kind === 'cleared-by-professional' ? (event.allowed ?? null) : null,
    };
    await tx.insertInto('event').values(row).execute();
    return eventOf(row);
  });
}

/** @returns whether it was there */
export const removeEvent = (db: Database, runnerId: string, id: string): Promise<boolean> =>
  durably(db, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('event')
      .where('runner_id', '=', runnerId)
      .where('event_id', '=', id)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  });

function eventOf({ event_id: id, kind, date, pain, who, allowed }: EventTable): StoredEvent {
  if (kind === 'cleared-by-professional')
    return { id, kind, date, ...(who === null ? {} : { who }), ...(allowed === null ? {} : { allowed }) };
  if (kind !== 'walked-30-min') return { id, kind, date };
  if (pain === null) throw new Error(`The stored walk of ${date} is damaged: it has no pain.`);
  return { id, kind, date, pain };
}

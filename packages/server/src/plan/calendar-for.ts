/** The weeks ahead as a calendar: names that stay, sequences that count changes, what is gone struck out. */
import { randomUUID } from 'node:crypto';
import { planEvents, publishEvents, writeIcs } from '@kneewise/formats';
import type { HistoryStore } from '@kneewise/store';
import { say } from '@kneewise/words';
import type { Clock } from '../clock.ts';
import { planFor } from './plan-for.ts';
import { sessionWords } from './plan-words.ts';

/** Weeks a calendar holds. Our choice: what lies further ahead changes too often. */
const CALENDAR_WEEKS = 4;

export async function calendarFor(
  store: HistoryStore,
  runnerId: string,
  distance: 'km' | 'mi',
  clock: Clock,
): Promise<string> {
  const units = { distance, locale: distance === 'mi' ? 'en-US' : 'en-GB' };
  const { answer } = await planFor(store, runnerId, CALENDAR_WEEKS, clock);
  const atMs = clock.nowMs();
  const freshId = randomUUID();
  // What went out is looked at and kept in one step: two subscribers at once get the same sequences.
  const { plan } = await store.saveSettings(runnerId, ({ plan: kept = {} }) => {
    const before = kept.calendars?.[distance];
    const id = before?.id ?? freshId;
    const now = planEvents(answer, {
      calendarId: id,
      startMinute: null,
      say: (session) => sessionWords(session, units),
    });
    const events = publishEvents(before?.events ?? [], now, answer.date, atMs);
    return { plan: { ...kept, calendars: { ...kept.calendars, [distance]: { id, events } } } };
  });
  const events = plan?.calendars?.[distance]?.events ?? [];
  return writeIcs({ name: say('plan', 'calendar.name', {}, units), events }, atMs);
}

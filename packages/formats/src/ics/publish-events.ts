/** Which events changed since they last went out? Their uid stays, their sequence grows; what is gone is cancelled. */
import { isoDay, parseIsoDay } from '@kneewise/engine';
import type { CalendarEvent, PublishedEvent } from './calendar.ts';

/** Cancelled and past events are sent along for so long, so that every subscriber hears of them. Our choice. Days */
const KEPT_DAYS = 30;

const sameWhen = (a: CalendarEvent['when'], b: CalendarEvent['when']): boolean =>
  a.date === b.date &&
  (a.kind === 'local' && b.kind === 'local'
    ? a.startMinute === b.startMinute && a.durationMin === b.durationMin
    : a.kind === b.kind);

const isSame = (a: CalendarEvent, b: CalendarEvent): boolean =>
  a.summary === b.summary &&
  a.description === b.description &&
  a.cancelled === b.cancelled &&
  a.categories.join('\n') === b.categories.join('\n') &&
  sameWhen(a.when, b.when);

/**
 * The calendar as it goes out now.
 * @param before what went out last time, with its sequences: to be kept beside the plan
 * @param now the events of the plan as it stands
 * @param date the runner's local day: what lies before it is over and stays as it was
 * @param atMs epoch milliseconds
 */
export function publishEvents(
  before: readonly PublishedEvent[],
  now: readonly CalendarEvent[],
  date: string,
  atMs: number,
): readonly PublishedEvent[] {
  const known = new Map(before.map((event) => [event.uid, event]));
  const wanted = new Set(now.map(({ uid }) => uid));
  const oldest = isoDay(parseIsoDay(date) - KEPT_DAYS);
  const published = now.map((event): PublishedEvent => {
    const earlier = known.get(event.uid);
    if (!earlier) return { ...event, sequence: 0, changedAtMs: atMs };
    return isSame(earlier, event) ? earlier : { ...event, sequence: earlier.sequence + 1, changedAtMs: atMs };
  });
  const cancelled = (event: PublishedEvent): PublishedEvent => ({
    ...event,
    cancelled: true,
    sequence: event.sequence + 1,
    changedAtMs: atMs,
  });
  const gone = before
    .filter(({ uid, when }) => !wanted.has(uid) && when.date >= oldest)
    .map((event) => (event.cancelled || event.when.date < date ? event : cancelled(event)));
  return [...published, ...gone].toSorted(
    (a, b) =>
      (a.when.date < b.when.date ? -1 : a.when.date > b.when.date ? 1 : 0) || (a.uid < b.uid ? -1 : 1),
  );
}

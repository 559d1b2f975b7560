/** What the map shows of the last days: the worst of each place, and what was said there last. */
import { daysBetween } from '../format/format.ts';
import type { PainEntry } from './api.ts';
import { keyOf, type Spot } from './places.ts';
import { dayOfMoment } from './when.ts';

/** Our choice: as far as the picture of a week. */
const SHOWN_DAYS = 7;
/** Where the browser is, it may be a day later than where the server is. */
const DAYS_AHEAD = 1;

/** @returns worst pain of the last seven days by spot, 0 too */
export function worstPlaces(entries: readonly PainEntry[], today: string): ReadonlyMap<string, number> {
  const worst = new Map<string, number>();
  for (const entry of entries) {
    const days = daysBetween(dayOfMoment(entry), today);
    if (days < -DAYS_AHEAD || days >= SHOWN_DAYS) continue;
    const key = keyOf(entry);
    worst.set(key, Math.max(worst.get(key) ?? 0, entry.pain));
  }
  return worst;
}

/** The last entries of a spot, newest first. @param entries oldest first */
export const lastAt = (entries: readonly PainEntry[], spot: Spot, count: number): readonly PainEntry[] =>
  entries
    .filter((entry) => keyOf(entry) === keyOf(spot))
    .slice(-count)
    .reverse();

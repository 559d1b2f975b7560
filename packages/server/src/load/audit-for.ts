/** What changed before the ache began, for the runner of a store. */
import { audit, type Audit } from '@kneewise/engine';
import type { HistoryStore } from '@kneewise/store';
import { type Clock, systemClock } from '../clock.ts';
import { gatherHistory, spokenDay } from '../history.ts';

/**
 * @param onset the day the ache began, else the one in the settings
 * @param date the day to look back from where no onset is known, else the store's own today
 * @throws {RangeError} where either is no day
 */
export async function auditFor(
  store: HistoryStore,
  runnerId: string,
  onset: string | null = null,
  date: string | null = null,
  clock: Clock = systemClock,
): Promise<Audit> {
  const history = await gatherHistory(store, runnerId);
  const { runs, others, settings } = history;
  return audit({
    runs,
    others,
    onset: onset ?? settings.onset?.date ?? null,
    date: date ?? spokenDay(history, clock),
  });
}

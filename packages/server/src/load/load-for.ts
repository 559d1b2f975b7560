/** The Load page's answer: what changed, and the knee load of every day. */
import { audit, type Audit, type Measured } from '@kneewise/engine';
import type { HistoryStore } from '@kneewise/store';
import { type Clock, systemClock } from '../clock.ts';
import { gatherHistory, spokenDay } from '../history.ts';
import { type LoadDay, loadDays } from './load-days.ts';
import { type UsualWeek, usualWeek } from './usual-week.ts';

export interface Load {
  readonly audit: Audit;
  /** Oldest first, without a hole; the last is the day spoken as of. */
  readonly days: LoadDay[];
  /** What 1 stands for in every share. */
  readonly usualWeek: Measured<UsualWeek>;
}

/** As `auditFor`. @throws {RangeError} where `onset` or `date` is no day */
export async function loadFor(
  store: HistoryStore,
  runnerId: string,
  onset: string | null = null,
  date: string | null = null,
  clock: Clock = systemClock,
): Promise<Load> {
  const history = await gatherHistory(store, runnerId);
  const { runs, others, pains, settings } = history;
  const asOf = date ?? spokenDay(history, clock);
  const began = onset ?? settings.onset?.date ?? null;
  const usual = usualWeek(runs, others, began ?? asOf);
  return {
    audit: audit({ runs, others, onset: began, date: asOf }),
    days: loadDays(runs, pains, usual, asOf),
    usualWeek: usual,
  };
}

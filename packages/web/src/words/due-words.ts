/** Which check-ins are asked for, and how the strip of one run stands. */
import type { CheckIn, Moment, Side, Today } from '@kneewise/engine';
import { dayOf } from '../format/format.ts';

type Due = Today['due'][number];

const MOMENTS: readonly Moment[] = ['during', 'evening', 'next-morning', '48h'];

export type Dot =
  | { readonly moment: Moment; readonly state: 'answered'; readonly pain: number }
  | { readonly moment: Moment; readonly state: 'due' }
  | { readonly moment: Moment; readonly state: 'unknown' };

/** The four dots of a run for one knee. Of two answers for one moment the worse counts. */
export function strip(
  checkIns: readonly Pick<CheckIn, 'when' | 'side' | 'pain'>[],
  due: readonly Pick<Due, 'when'>[],
  side: Side | null,
): Dot[] {
  return MOMENTS.map((moment): Dot => {
    const pains = checkIns
      .filter((checkIn) => checkIn.when === moment && (side === null || checkIn.side === side))
      .map(({ pain }) => pain);
    if (pains.length > 0) return { moment, state: 'answered', pain: Math.max(...pains) };
    return { moment, state: due.some(({ when }) => when === moment) ? 'due' : 'unknown' };
  });
}

/** The worst said of one knee after a run, 0–10; null where nothing was said or the knee is not known. */
export function highestSaid(
  checkIns: readonly Pick<CheckIn, 'side' | 'pain'>[],
  side: Side | null,
): number | null {
  const pains = checkIns.filter((checkIn) => checkIn.side === side).map(({ pain }) => pain);
  return pains.length === 0 ? null : Math.max(...pains);
}

/**
 * The one further question an ache in the run brings: where it reached the ceiling, or, below it, whether it eased.
 * @param pain 0–10
 */
export const askedNext = (when: Moment, pain: number, ceiling: number): 'where' | 'eased' | null =>
  when !== 'during' || pain === 0 ? null : pain >= ceiling ? 'where' : 'eased';

/**
 * What to ask now: the latest run with anything due, as the next distance rests on it.
 * @param due in order of time
 * @param date the day spoken as of, `YYYY-MM-DD`; what falls due later is not asked yet
 */
export function dueNow(
  due: readonly Due[],
  date: string,
): { readonly runId: string; readonly due: readonly Due[] } | null {
  const open = due.filter(({ dueAtMs }) => dayOf(dueAtMs, null) <= date);
  const last = open.at(-1);
  return last === undefined
    ? null
    : { runId: last.runId, due: open.filter(({ runId }) => runId === last.runId) };
}

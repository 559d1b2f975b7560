/**
 * How one check-in, one run or one day moves a runner: rows 1–15 of training.md §7, as data.
 * Rows are tried in this order; every row that fits the event and the state applies.
 */
import { DAY_ROWS } from './day-rows.ts';
import { REFERRAL_ROWS } from './referral-rows.ts';
import type { Ground, Row } from './row.ts';
import { RUN_ROWS } from './run-rows.ts';
import type { PainEvent, PainState } from './state.ts';

export type { Ground, Row } from './row.ts';

export const ROWS: readonly Row[] = [...REFERRAL_ROWS, ...RUN_ROWS, ...DAY_ROWS];

/** Row 2: in REFER only 3 and 3b are heard. */
const HEARD_IN_REFER = new Set(['3', '3b']);

/** One event through all rows. While referred, the state before goes on underneath: a bad run still cuts it. */
export function play(state: PainState, event: PainEvent, ground: Ground): PainState {
  const referred = state.light === 'REFER';
  const from =
    referred && state.beforeRefer !== null && event.kind !== 'flag-raised'
      ? { ...state, beforeRefer: play(state.beforeRefer, event, ground) }
      : state;
  return ROWS.reduce(
    (now, row) =>
      (now.light !== 'REFER' || HEARD_IN_REFER.has(row.id)) && row.when(now, event, ground)
        ? row.to(now, event, ground)
        : now,
    from,
  );
}

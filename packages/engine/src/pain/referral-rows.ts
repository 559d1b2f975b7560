/**
 * Rows of those who are sent to a professional, come back, or begin to ache (training.md §7, rows 1–4).
 * Whom a flag sends on is nobody's but a professional's to clear. Our choice.
 */
import type { Row } from './row.ts';
import { startingState, toLight, toStage, worseLight } from './state.ts';

export const REFERRAL_ROWS: readonly Row[] = [
  {
    id: '1',
    title: 'A flag of level within-days or above: REFER, whatever else',
    when: (state, { kind }) => kind === 'flag-raised' && state.light !== 'REFER',
    to: (state, { day }) => ({ ...toLight(state, 'REFER', day), beforeRefer: state }),
  },
  {
    id: '3',
    title: 'Cleared by a professional: CALM, with the tests again',
    when: (state, { kind }) => kind === 'cleared-by-professional' && state.light === 'REFER',
    to: (state, { day }) => {
      const { lastRunDay, lastRunM } = state.beforeRefer ?? state;
      const lit = toLight(state, 'GO', day);
      return toStage(
        { ...lit, lastRunDay, lastRunM, limit: null, step: null, beforeRefer: null },
        'CALM',
        day,
      );
    },
  },
  {
    id: '3b',
    title: 'Answers corrected and no flag left: the state before, at best HOLD',
    when: (state, { kind }) => kind === 'answers-corrected' && state.light === 'REFER',
    to: (state, { day }) => {
      const before = state.beforeRefer ?? toStage(state, 'CALM', day);
      return toLight(before, worseLight(before.light, 'HOLD'), day);
    },
  },
  {
    id: '4o',
    title: 'The ache began: a knee that was in GO opens anew; whatever was wrong already stays as it is',
    when: (state, { kind }) =>
      kind === 'ache-began' && state.light === 'GO' && (state.stage === 'BUILD' || state.stage === 'CLEAR'),
    to: (state, { day }) => ({
      ...startingState('CALM', 'GO', day),
      limit: state.limit,
      noRaiseUntilDay: state.noRaiseUntilDay,
      lastRunDay: state.lastRunDay,
      lastRunM: state.lastRunM,
      lastCleanM: state.lastCleanM,
      troubleUntilDay: state.troubleUntilDay,
      pauseDays: state.pauseDays,
      easeDays: state.easeDays,
      notes: state.notes,
    }),
  },
];

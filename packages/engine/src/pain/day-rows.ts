/**
 * Rows of mornings, walks and days gone by (training.md §7, rows 9–11, 14, 15): out of a pause, standstill, in the clear.
 * Sources: the next morning tells [vincent-2017]; days and counts: our choice.
 */
import { morningOf } from './grade.ts';
import { rungOf, stepFor } from './ladder.ts';
import { isRun, note, NOTE_WITHIN_DAYS, type Row } from './row.ts';
import { daysOff, SHARE_AFTER_PAUSE, SHARE_AFTER_STANDSTILL } from './size.ts';
import { isRunning, type Limit, shorter, toLight, toStage } from './state.ts';

/** Settled mornings in a row out of a PAUSE, the steps back it costs, and the days after which it is CALM. Our choices. */
const SETTLED_MORNINGS_AFTER_PAUSE = 2;
const STEPS_BACK_PAUSE = 2;
const PAUSE_DAYS = 7;
/** Days of HOLD or EASE without getting on. Our choice. */
const STANDSTILL_DAYS = 21;
/** In the clear: so many days and runs, at most this pain of 10 in and after them. Our choices. */
const QUIET_DAYS_FOR_CLEAR = 28;
const QUIET_RUNS_FOR_CLEAR = 8;
const CLEAR_PAIN = 1;
/** What calls for a physiotherapist: pauses and easings in 28 days, days in CALM. Our choices: times and days. */
const NOTE_PAUSES = 2;
const NOTE_EASES = 3;
const NOTE_CALM_DAYS = 21;

export const DAY_ROWS: readonly Row[] = [
  {
    id: 'morning',
    title: 'A morning after the last run: settled or not',
    when: (state, { kind, day }) => kind === 'morning' && state.lastRunDay !== null && day > state.lastRunDay,
    to: (state, event, { limits }) => ({
      ...state,
      morningSettled: event.kind === 'morning' && event.pain <= limits.settled,
    }),
  },
  {
    id: '9a',
    title: 'PAUSE: settled mornings are counted day after day; one that is not takes the walk back too',
    when: (state, { kind }) => kind === 'morning' && state.light === 'PAUSE',
    to: (state, event, { limits }) =>
      event.kind === 'morning' && event.pain <= limits.settled
        ? {
            ...state,
            settledMornings: state.settledMorningDay === event.day - 1 ? state.settledMornings + 1 : 1,
            settledMorningDay: event.day,
          }
        : { ...state, settledMornings: 0, settledMorningDay: null, walkedClean: false },
  },
  {
    id: '9b',
    title: 'PAUSE: a brisk 30-minute walk is clean or not',
    when: (state, { kind }) => kind === 'walked-30-min' && state.light === 'PAUSE',
    to: (state, event, { limits }) => ({
      ...state,
      walkedClean: event.kind === 'walked-30-min' && event.pain <= limits.clean,
    }),
  },
  {
    id: '9',
    title: 'PAUSE: two settled mornings in a row and a clean walk lead to HOLD, at half the last clean run',
    when: (state, { day }) =>
      state.light === 'PAUSE' &&
      state.walkedClean &&
      state.settledMornings >= SETTLED_MORNINGS_AFTER_PAUSE &&
      // What was quiet days ago says nothing of today.
      state.settledMorningDay !== null &&
      day - state.settledMorningDay <= 1,
    to: (state, { day }, { easySpeedMps }) => {
      const from = Math.min(state.lastCleanM ?? Infinity, state.lastRunM ?? Infinity);
      const half: Limit = {
        metres: SHARE_AFTER_PAUSE * from,
        code: 'after-pause',
        figures: { fromM: from, share: SHARE_AFTER_PAUSE },
      };
      const lit = toLight(state, 'HOLD', day);
      const limit = Number.isFinite(from) ? shorter(lit.limit, half) : lit.limit;
      if (lit.step === null) return { ...lit, limit };
      const byHalf = Number.isFinite(from) ? stepFor(half.metres, easySpeedMps) : 1;
      return { ...lit, limit, step: rungOf(Math.min(lit.step - STEPS_BACK_PAUSE, byHalf)).step };
    },
  },
  {
    id: '10',
    title: 'PAUSE for seven days: CALM',
    when: (state, { day }) => state.light === 'PAUSE' && day - state.lightSinceDay >= PAUSE_DAYS,
    to: (state, { day }) => toStage(state, 'CALM', day),
  },
  {
    id: '11',
    title:
      'HOLD or EASE for 21 days of running: a fifth less or one step back; at step 1 CALM (a break has its own rows)',
    when: (state, { kind, day }) =>
      kind === 'day' &&
      isRunning(state) &&
      (state.light === 'HOLD' || state.light === 'EASE') &&
      state.standstillSinceDay !== null &&
      state.lastRunDay !== null &&
      daysOff(day - state.lastRunDay).kind !== 'ladder' &&
      day - state.standstillSinceDay >= STANDSTILL_DAYS,
    to: (state, { day }) => {
      const noted = note({ ...state, standstillSinceDay: day }, day, 'standstill');
      if (state.step === 1) return toStage(noted, 'CALM', day);
      if (state.step !== null) return { ...noted, step: state.step - 1, cleanAtStep: 0 };
      if (state.limit === null) return noted;
      const limit: Limit = {
        metres: SHARE_AFTER_STANDSTILL * state.limit.metres,
        code: 'after-standstill',
        figures: { fromM: state.limit.metres, share: SHARE_AFTER_STANDSTILL },
      };
      return { ...noted, limit };
    },
  },
  {
    id: '14a',
    title: 'BUILD·GO: a run above 1/10, or one nothing is known of, starts the 28 quiet days again',
    when: (state, event, { limits }) => {
      if (!isRun(event) || state.stage !== 'BUILD') return false;
      const morning = morningOf(event.report, limits);
      const { during } = event.report;
      return during === null || during > CLEAR_PAIN || morning === null || morning > CLEAR_PAIN;
    },
    to: (state, { day }) => ({ ...state, quietRuns: 0, quietSinceDay: day }),
  },
  {
    id: '14b',
    title: 'BUILD·GO: a morning above 1/10 starts the 28 quiet days again',
    when: (state, event) => event.kind === 'morning' && event.pain > CLEAR_PAIN && state.stage === 'BUILD',
    to: (state, { day }) => ({ ...state, quietRuns: 0, quietSinceDay: day }),
  },
  {
    id: '14',
    title: 'BUILD·GO: 28 days, eight runs, all at most 1/10 and mornings too, lead to CLEAR',
    when: (state, { day }) =>
      state.stage === 'BUILD' &&
      state.light === 'GO' &&
      day - state.quietSinceDay >= QUIET_DAYS_FOR_CLEAR &&
      state.quietRuns >= QUIET_RUNS_FOR_CLEAR,
    to: (state, { day }) => toStage(state, 'CLEAR', day),
  },
  {
    id: '15',
    title:
      'Two PAUSE or three EASE in 28 days, or CALM for more than 21: see a physiotherapist, nothing else changes',
    when: (state, { kind, day }) => {
      const recent = (days: readonly number[]) =>
        days.filter((began) => day - began < NOTE_WITHIN_DAYS).length;
      return (
        kind === 'day' &&
        (recent(state.pauseDays) >= NOTE_PAUSES ||
          recent(state.easeDays) >= NOTE_EASES ||
          (state.stage === 'CALM' && !state.waysInOpen && day - state.stageSinceDay > NOTE_CALM_DAYS))
      );
    },
    to: (state, { day }) => note(state, day, 'see-a-physio'),
  },
];

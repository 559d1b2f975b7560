/**
 * How one check-in, one run or one day moves a runner: rows 1–15 of training.md §7, as data.
 * Rows are tried in this order; every row that fits the event and the state applies.
 * Sources: a next-morning rule [vincent-2017], 48 hours and three quarters [popular-articles]; counts: our choice.
 */
import { afterDaysOff, isQuietEnough, withRun } from './effects.ts';
import type { Limits } from './family.ts';
import { morningOf } from './grade.ts';
import { LAST_STEP, rungOf, runningMinutes, stepFor } from './ladder.ts';
import {
  SHARE_AFTER_PAUSE,
  SHARE_AFTER_RED,
  SHARE_AFTER_STANDSTILL,
  SHARE_OF_EDGE,
  SHARE_OF_LONGEST,
  SHORTEST_RUN_M,
  daysOff,
  stepAfterCalm,
} from './size.ts';
import {
  type Light,
  type Limit,
  type NoteCode,
  type PainEvent,
  type PainState,
  type RunEvent,
  isRunning,
  shorter,
  startingState,
  toLight,
  toStage,
  worseLight,
} from './state.ts';

/** What the rows need to know besides state and event. */
export interface Ground {
  readonly limits: Limits;
  /** Whether the family lets a ladder step go up after one run (not bone stress). */
  readonly oneRunSteps: boolean;
  /** Easy speed to turn metres into running minutes, m/s; null: not known. */
  readonly easySpeedMps: number | null;
  /** Longest run of the 30 days up to a day, metres; null: none. */
  readonly longest30M: (day: number) => number | null;
}

export interface Row {
  readonly id: string;
  readonly title: string;
  readonly when: (state: PainState, event: PainEvent, ground: Ground) => boolean;
  readonly to: (state: PainState, event: PainEvent, ground: Ground) => PainState;
}

// Days and counts of the rows. Our choices.
const CLEAN_FOR_GO = 2;
const EASE_DAYS = 7;
const PAUSE_DAYS = 7;
const SETTLED_MORNINGS_AFTER_PAUSE = 2;
const STANDSTILL_DAYS = 21;
const OVER_CEILING_AT_STEP_ONE = 2;
const CLEAN_FOR_STEP = 2;
/** Up to this step one quite painless run is enough. */
const ONE_RUN_STEPS_TO = 8;
const CLEAR_DAYS = 28;
const CLEAR_RUNS = 8;
const CLEAR_PAIN = 1;
const NOTE_WITHIN_DAYS = 28;
const NOTE_PAUSES = 2;
const NOTE_EASES = 3;
const NOTE_CALM_DAYS = 21;
const SECONDS_PER_MINUTE = 60;

const note = (state: PainState, day: number, code: NoteCode): PainState =>
  state.notes.some((other) => other.code === code && day - other.day < NOTE_WITHIN_DAYS)
    ? state
    : { ...state, notes: [...state.notes, { day, code }] };

const LIGHT_OF: Readonly<Partial<Record<RunEvent['grade'], Light>>> = {
  STOP: 'PAUSE',
  '48H': 'PAUSE',
  RED: 'EASE',
  EDGE: 'HOLD',
  AMBER: 'HOLD',
};

/** The worse of the present and a new light; EASE or PAUSE met again begins again. */
function relit(state: PainState, light: Light, day: number): PainState {
  const next = toLight(state, worseLight(state.light, light), day);
  if (state.light !== light || light === 'HOLD') return next;
  return light === 'PAUSE'
    ? { ...next, lightSinceDay: day, pauseDays: [...state.pauseDays, day] }
    : { ...next, lightSinceDay: day, easeDays: [...state.easeDays, day] };
}

const isRun = (event: PainEvent): event is RunEvent => event.kind === 'run';

const onto = (state: PainState, step: number, day: number): PainState => ({
  ...toStage(state, 'LADDER', day),
  step: rungOf(step).step,
});

/** Grades by which the way in through a run stays shut. */
const SHUT = new Set<RunEvent['grade']>(['STOP', '48H', 'RED']);

const waiting = (state: PainState): boolean => state.stage === 'CALM' && state.waysInOpen;

const saidAnything = ({ during, evening, morning, secondMorning }: RunEvent['report']): boolean =>
  [during, evening, morning, secondMorning].some((pain) => pain !== null);

/**
 * Three quarters of a run that did not reach the ceiling, or of which that was not said. It stands beside half of the
 * longest run until the way is open, and can only shorten it. A run that nothing was said of allows nothing by itself.
 */
const openingLimit = ({ runM, report, runId }: RunEvent, limits: Limits): Limit | null =>
  runM !== null && saidAnything(report) && (report.during === null || report.during < limits.ceiling)
    ? {
        metres: SHARE_OF_EDGE * runM,
        code: 'three-quarters-of-run',
        figures: { runId, runM, share: SHARE_OF_EDGE },
      }
    : null;

/** An evening at the ceiling, wherever the run itself stood, opens no more than silence would: half of the longest. */
function eveningLimit({ report, day }: RunEvent, { limits, longest30M }: Ground): Limit | null {
  const reached = report.evening !== null && report.evening >= limits.ceiling;
  const longestM = reached ? longest30M(day) : null;
  return longestM === null
    ? null
    : {
        metres: SHARE_OF_LONGEST * longestM,
        code: 'half-of-longest',
        figures: { longestM, share: SHARE_OF_LONGEST },
      };
}

/** Nobody knows how long it was: the cut is taken from what was allowed. */
const shareOfSize = (fromM: number): Limit => ({
  metres: SHARE_AFTER_RED * fromM,
  code: 'seven-tenths-of-size',
  figures: { fromM, share: SHARE_AFTER_RED },
});

export const ROWS: readonly Row[] = [
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
  {
    id: 'days-off',
    title: 'A break before this run',
    when: (state, event) => isRun(event) && isRunning(state),
    to: (state, { day }, { easySpeedMps }) => afterDaysOff(state, day, easySpeedMps),
  },
  {
    id: '10b',
    title: 'A run in PAUSE or CALM all the same: the count of settled mornings starts again',
    when: (state, event) => isRun(event) && (state.light === 'PAUSE' || state.stage === 'CALM'),
    to: (state) => ({ ...state, settledMornings: 0, settledMorningDay: null, walkedClean: false }),
  },
  {
    id: 'effects',
    title: 'The grade of a run: credit, cuts, steps back',
    when: (_, event) => isRun(event),
    to: (state, event, { limits }) => (isRun(event) ? withRun(state, event, limits) : state),
  },
  {
    id: '4',
    title: 'Way in by a run: graded, and three quarters of it where the ceiling was not reached',
    when: (state, event) => isRun(event) && waiting(state),
    to: (state, event, ground) => {
      if (!isRun(event)) return state;
      const { limits, easySpeedMps } = ground;
      const morning = morningOf(event.report, limits);
      const cut: PainState = {
        ...state,
        limit: [openingLimit(event, limits), eveningLimit(event, ground)].reduce(
          (least, next) => (next ? shorter(least, next) : least),
          state.limit,
        ),
        // Once shut, a run that nothing is known of does not open it again.
        wayInShut:
          SHUT.has(event.grade) ||
          (morning === null ? state.wayInShut : morning > limits.settled) ||
          (event.report.during === null && state.wayInShut),
      };
      if (cut.wayInShut || morning === null || event.report.during === null || cut.limit === null) return cut;
      const { metres } = cut.limit;
      return metres >= SHORTEST_RUN_M
        ? { ...toLight(toStage(cut, 'BUILD', event.day), 'HOLD', event.day), sizedSinceDay: event.day }
        : toLight(onto(cut, stepFor(metres, easySpeedMps), event.day), 'HOLD', event.day);
    },
  },
  {
    id: '5',
    title: 'CALM, way-in tests passed: the ladder, by days off and at most half of the longest run',
    when: (state, { kind }) => kind === 'way-in-passed' && state.stage === 'CALM',
    to: (state, { day }, { easySpeedMps, longest30M }) => {
      const byDays = stepAfterCalm(state.lastRunDay === null ? Infinity : day - state.lastRunDay);
      const longest = longest30M(day);
      const byLongest = longest === null ? byDays : stepFor(SHARE_OF_LONGEST * longest, easySpeedMps);
      return { ...toLight(onto(state, Math.min(byDays, byLongest), day), 'GO', day), afterCalm: true };
    },
  },
  {
    id: '6',
    title: 'Running: STOP and 48H pause, RED eases, EDGE and AMBER hold; CLEAR goes back to BUILD',
    when: (state, event) => isRun(event) && LIGHT_OF[event.grade] !== undefined && isRunning(state),
    to: (state, event) => {
      const light = isRun(event) ? LIGHT_OF[event.grade] : undefined;
      const lit = light ? relit(state, light, event.day) : state;
      return lit.stage === 'CLEAR' ? toStage(lit, 'BUILD', event.day) : lit;
    },
  },
  {
    id: '6a',
    title:
      'Pain or a sign to stop without a known run: the light of its grade, and no way in through what it shut',
    when: (_, event) => event.kind === 'ache-alone' && LIGHT_OF[event.grade] !== undefined,
    to: (state, event) => {
      const light = event.kind === 'ache-alone' ? LIGHT_OF[event.grade] : undefined;
      if (event.kind !== 'ache-alone' || light === undefined) return state;
      if (waiting(state)) return { ...state, wayInShut: state.wayInShut || SHUT.has(event.grade) };
      const restless = { ...state, settledMornings: 0, settledMorningDay: null, walkedClean: false };
      if (!isRunning(state)) return restless;
      const lit = relit(restless, light, event.day);
      const eased =
        event.grade === 'RED' && lit.limit !== null ? { ...lit, limit: shareOfSize(lit.limit.metres) } : lit;
      const back =
        eased.step !== null && event.grade === 'RED'
          ? { ...eased, step: rungOf(eased.step - 2).step }
          : eased;
      return back.stage === 'CLEAR' ? toStage(back, 'BUILD', event.day) : back;
    },
  },
  {
    id: '6b',
    title: 'BUILD cut below 3 km: the ladder step of at most that many minutes',
    when: (state) => state.stage === 'BUILD' && state.limit !== null && state.limit.metres < SHORTEST_RUN_M,
    to: (state, { day }, { easySpeedMps }) =>
      onto(state, stepFor(state.limit?.metres ?? 0, easySpeedMps), day),
  },
  {
    id: '7',
    title: 'HOLD: two clean runs bring GO back',
    when: (state, event) =>
      isRun(event) && isRunning(state) && state.light === 'HOLD' && state.cleanSinceLight >= CLEAN_FOR_GO,
    to: (state, { day }) => toLight(state, 'GO', day),
  },
  {
    id: '8',
    title: 'EASE: seven days and two clean runs bring GO back',
    when: (state, { day }) =>
      state.light === 'EASE' &&
      day - state.lightSinceDay >= EASE_DAYS &&
      state.cleanSinceLight >= CLEAN_FOR_GO,
    to: (state, { day }) => toLight(state, 'GO', day),
  },
  {
    id: 'ladder-up',
    title:
      'LADDER·GO, 14 days after EASE or PAUSE: two clean runs of a step, or one painless run up to step 8',
    when: (state, event, { oneRunSteps }) => {
      if (!isRun(event) || state.step === null || state.cleanAtStep === 0) return false;
      if (!isQuietEnough(state, event.day)) return false;
      const painless = event.grade === 'CLEAN' && event.report.during === 0 && event.report.morning === 0;
      return (
        state.step < LAST_STEP &&
        (state.cleanAtStep >= CLEAN_FOR_STEP || (oneRunSteps && painless && state.step <= ONE_RUN_STEPS_TO))
      );
    },
    to: (state) => ({ ...state, step: rungOf((state.step ?? 1) + 1).step, cleanAtStep: 0 }),
  },
  {
    id: '13',
    title: 'LADDER 12: two clean runs lead to BUILD',
    when: (state, event) => isRun(event) && state.step === LAST_STEP && state.cleanAtStep >= CLEAN_FOR_STEP,
    to: (state, { day }, { easySpeedMps }) => {
      const minutes = runningMinutes(rungOf(LAST_STEP));
      const byMinutes = easySpeedMps === null ? SHORTEST_RUN_M : minutes * SECONDS_PER_MINUTE * easySpeedMps;
      const metres = Math.max(SHORTEST_RUN_M, Math.min(byMinutes, state.lastCleanM ?? byMinutes));
      return {
        ...toStage(state, 'BUILD', day),
        sizedSinceDay: day,
        limit: { metres, code: 'ladder-done', figures: { minutes } },
      };
    },
  },
  {
    id: '12',
    title: 'LADDER 1: RED once, or over the ceiling twice, leads back to CALM',
    when: (state, event) =>
      isRun(event) && state.stage === 'LADDER' && state.overCeilingAtStepOne >= OVER_CEILING_AT_STEP_ONE,
    to: (state, { day }) => note(toStage(state, 'CALM', day), day, 'back-to-calm'),
  },
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
      return { ...lit, limit, step: rungOf(Math.min(lit.step - 2, byHalf)).step };
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
      day - state.quietSinceDay >= CLEAR_DAYS &&
      state.quietRuns >= CLEAR_RUNS,
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

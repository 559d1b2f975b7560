/**
 * Rows of a run and of what is said of it (training.md §7, rows 4–8, 12, 13): cuts, lights, steps of the ladder.
 * Sources: three quarters of where it hurt [popular-articles]; counts: our choice.
 */
import { SECONDS_PER_MINUTE } from '../units.ts';
import { afterDaysOff, isQuietEnough, STEPS_BACK_RED, withRun } from './effects.ts';
import type { Limits } from './family.ts';
import { morningOf } from './grade.ts';
import { LAST_STEP, rungOf, runningMinutes, stepFor } from './ladder.ts';
import { type Ground, isRun, note, onto, type Row } from './row.ts';
import { SHARE_AFTER_RED, SHARE_OF_EDGE, SHARE_OF_LONGEST, SHORTEST_RUN_M, stepAfterCalm } from './size.ts';
import {
  isRunning,
  type Light,
  type Limit,
  type PainState,
  type RunEvent,
  shorter,
  toLight,
  toStage,
  worseLight,
} from './state.ts';

/** Clean runs that bring GO back, and that a step of the ladder takes. Our choices. */
const CLEAN_RUNS_FOR_GO = 2;
const CLEAN_RUNS_FOR_STEP = 2;
/** Days in EASE before GO comes back. Our choice. */
const EASE_DAYS = 7;
/** Runs above the ceiling at step 1 that lead back to CALM. Our choice. */
const RUNS_OVER_CEILING_AT_STEP_ONE = 2;
/** Up to this step of the ladder one quite painless run is enough. Our choice. */
const ONE_RUN_STEPS_TO = 8;

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

export const RUN_ROWS: readonly Row[] = [
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
    title:
      'CALM, way-in tests passed: the ladder, by days off, at most half of the longest run and the step it came from',
    when: (state, { kind }) => kind === 'way-in-passed' && state.stage === 'CALM',
    to: (state, { day }, { easySpeedMps, longest30M }) => {
      const byDays = stepAfterCalm(state.lastRunDay === null ? Infinity : day - state.lastRunDay);
      const longest = longest30M(day);
      const byLongest = longest === null ? byDays : stepFor(SHARE_OF_LONGEST * longest, easySpeedMps);
      const from = state.calmFromStep ?? Infinity;
      return { ...toLight(onto(state, Math.min(byDays, byLongest, from), day), 'GO', day), afterCalm: true };
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
          ? { ...eased, step: rungOf(eased.step - STEPS_BACK_RED).step }
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
      isRun(event) &&
      isRunning(state) &&
      state.light === 'HOLD' &&
      state.cleanSinceLight >= CLEAN_RUNS_FOR_GO,
    to: (state, { day }) => toLight(state, 'GO', day),
  },
  {
    id: '8',
    title: 'EASE: seven days and two clean runs bring GO back',
    when: (state, { day }) =>
      state.light === 'EASE' &&
      day - state.lightSinceDay >= EASE_DAYS &&
      state.cleanSinceLight >= CLEAN_RUNS_FOR_GO,
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
        (state.cleanAtStep >= CLEAN_RUNS_FOR_STEP ||
          (oneRunSteps && painless && state.step <= ONE_RUN_STEPS_TO))
      );
    },
    to: (state) => ({ ...state, step: rungOf((state.step ?? 1) + 1).step, cleanAtStep: 0 }),
  },
  {
    id: '13',
    title: 'LADDER 12: two clean runs lead to BUILD',
    when: (state, event) =>
      isRun(event) && state.step === LAST_STEP && state.cleanAtStep >= CLEAN_RUNS_FOR_STEP,
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
      isRun(event) && state.stage === 'LADDER' && state.overCeilingAtStepOne >= RUNS_OVER_CEILING_AT_STEP_ONE,
    to: (state, { day }) => note(toStage(state, 'CALM', day), day, 'back-to-calm'),
  },
];

/** What a graded run does to the distance in force and to the ladder: cuts apply whatever the light is (training.md §7). */
import type { Limits } from './family.ts';
import { morningOf } from './grade.ts';
import { rungOf, runningMinutes, stepFor } from './ladder.ts';
import {
  CLEAN_RUNS_FOR_RAISE,
  DAYS_BETWEEN_RAISES,
  DAYS_SINCE_TROUBLE,
  OVER_TOLERANCE,
  RAISES_IN_A_ROW,
  SHARE_AFTER_DAYS_OFF,
  SHARE_AFTER_RED,
  SHARE_OF_EDGE,
  SHARE_OF_RUN_WITHOUT_PLACE,
  daysOff,
  raised,
} from './size.ts';
import { type Limit, type PainState, type RunEvent, shorter, toLight, toStage } from './state.ts';

/** Steps back on the ladder after RED. Our choice. */
export const STEPS_BACK_RED = 2;
/** At step 1 one RED weighs as much as the ceiling passed so many times. Our choice: runs. */
const RED_COUNTS = 2;

/** A run covered its rung where it moved for this share of the running minutes. Our choice. */
const RUNG_DONE = 0.9;

/** What the grade of a run allows from now on, by itself; null: nothing new. */
function cutOf({ grade, report, runM, runId }: RunEvent, { ceiling }: Limits): Limit | null {
  const reached = report.during !== null && report.during >= ceiling;
  const edge: Limit | null = !reached
    ? null
    : report.onsetM !== null && (runM === null || report.onsetM <= runM * OVER_TOLERANCE)
      ? {
          metres: SHARE_OF_EDGE * report.onsetM,
          code: 'three-quarters-of-edge',
          figures: { runId, edgeM: report.onsetM, pain: report.during, share: SHARE_OF_EDGE },
        }
      : runM !== null
        ? {
            metres: SHARE_OF_RUN_WITHOUT_PLACE * runM,
            code: 'half-of-run-without-place',
            figures: { runId, runM, pain: report.during, share: SHARE_OF_RUN_WITHOUT_PLACE },
          }
        : null;
  if (grade === 'RED' && runM !== null) {
    const red: Limit = {
      metres: SHARE_AFTER_RED * runM,
      code: 'seven-tenths-of-run',
      figures: { runId, runM, share: SHARE_AFTER_RED },
    };
    return edge ? shorter(edge, red) : red;
  }
  return edge;
}

/** Steps back on the ladder. */
function stepsBack({ grade, report }: RunEvent, { ceiling }: Limits): number {
  if (grade === 'RED') return STEPS_BACK_RED;
  return grade === 'EDGE' && report.during !== null && report.during > ceiling ? 1 : 0;
}

/** GO, long enough after EASE or PAUSE, and no raise or run over the cap too near: what any kind of raise needs. */
export const isQuietEnough = (state: PainState, day: number): boolean =>
  state.light === 'GO' &&
  (state.troubleUntilDay === null || day - state.troubleUntilDay >= DAYS_SINCE_TROUBLE) &&
  (state.noRaiseUntilDay === null || day >= state.noRaiseUntilDay);

/** Whether the next run may be one size larger (training.md §4, "A raise needs"). */
export function mayRaise(state: PainState, day: number): boolean {
  return (
    isQuietEnough(state, day) &&
    state.cleanSinceRaise >= CLEAN_RUNS_FOR_RAISE &&
    state.morningSettled &&
    (state.lastRunDay === null || daysOff(day - state.lastRunDay).kind === 'as-planned')
  );
}

/** Longest run that goes with the last thirty days; null where there was none. */
export const longestAllowedM = (longest30M: number | null): number | null =>
  longest30M === null ? null : raised(longest30M);

/** A break of days before a run, or before today. @param easySpeedMps m/s; null: not known */
export function afterDaysOff(state: PainState, day: number, easySpeedMps: number | null): PainState {
  if (
    state.lastRunDay === null ||
    state.stage === 'CALM' ||
    state.light === 'PAUSE' ||
    state.light === 'REFER'
  ) {
    return state;
  }
  const days = day - state.lastRunDay;
  const off = daysOff(days);
  const from = Math.min(state.lastCleanM ?? Infinity, state.lastRunM ?? Infinity);
  if (off.kind === 'shorter') {
    const metres = SHARE_AFTER_DAYS_OFF * from;
    const limit: Limit | null = Number.isFinite(metres)
      ? shorter(state.limit, {
          metres,
          code: 'after-days-off',
          figures: { days, fromM: from, share: SHARE_AFTER_DAYS_OFF },
        })
      : state.limit;
    // On the ladder the same bound holds as a step.
    const step =
      state.step !== null && Number.isFinite(metres)
        ? Math.min(state.step, stepFor(metres, easySpeedMps))
        : state.step;
    return { ...(state.light === 'GO' ? toLight(state, 'HOLD', day) : state), limit, step };
  }
  if (off.kind !== 'ladder') return state;
  const step =
    state.stage === 'LADDER' && state.step !== null ? rungOf(state.step - off.stepsBack).step : off.step;
  return { ...toStage(state, 'LADDER', day), step };
}

const creditOf = (event: RunEvent, over: boolean): number => (event.grade === 'CLEAN' && !over ? 1 : 0);

/** Whether the run was longer than the last thirty days go with. Longer than on offer, but within them, is no fault. */
function isOver({ runM, longest30M }: RunEvent): boolean {
  const cap = longestAllowedM(longest30M);
  return runM !== null && cap !== null && runM > cap;
}

/** The size in force: the distance allowed, but no longer than anything of the last thirty days. Metres; null: unknown */
export function sizeInForceM({ limit }: PainState, longest30M: number | null): number | null {
  if (limit === null) return longest30M;
  return longest30M === null ? limit.metres : Math.min(limit.metres, longest30M);
}

/** A raise is used up by running it; the size grows with it only where the run was clean. Every third starts an easier week. */
function withRaise(state: PainState, { day, runM, grade, longest30M }: RunEvent): PainState {
  const { limit } = state;
  const inForceM = sizeInForceM(state, longest30M);
  if (runM === null || inForceM === null || runM <= inForceM || state.step !== null) return state;
  if (!mayRaise(state, day)) return state;
  const metres = Math.min(runM, raised(inForceM));
  const grown = limit === null || metres > limit.metres;
  const easier = state.raises + 1 >= RAISES_IN_A_ROW;
  return {
    ...state,
    limit: grade === 'CLEAN' && grown ? { metres, code: 'raised', figures: { fromM: inForceM } } : limit,
    cleanSinceRaise: 0,
    raises: easier ? 0 : state.raises + 1,
    easierFromDay: easier ? day + DAYS_BETWEEN_RAISES : state.easierFromDay,
    noRaiseUntilDay: day + (easier ? 2 : 1) * DAYS_BETWEEN_RAISES,
  };
}

/** Counts, cuts and raises of a run; lights and stages follow by the rows. */
export function withRun(state: PainState, event: RunEvent, limits: Limits): PainState {
  const { day, runM, grade, report, movingMin } = event;
  const morning = morningOf(report, limits);
  const over = isOver(event);
  const credit = creditOf(event, over);
  const grown = over ? state : withRaise(state, event);
  const cut = cutOf(event, limits);
  const same: Limit | null =
    grown.limit === null && runM !== null && grown.stage !== 'LADDER' && grown.stage !== 'CALM'
      ? { metres: runM, code: 'same-again', figures: { runM } }
      : null;
  const held = same ? shorter(grown.limit, same) : grown.limit;
  const rungDone =
    grown.step !== null && movingMin !== null && movingMin >= RUNG_DONE * runningMinutes(rungOf(grown.step));
  const step = grown.step === null ? null : rungOf(grown.step - stepsBack(event, limits)).step;
  const overCeiling = report.during !== null && report.during > limits.ceiling;
  return {
    ...grown,
    limit: cut ? shorter(held, cut) : held,
    step,
    cleanSinceLight: grown.cleanSinceLight + credit,
    cleanSinceRaise: over ? 0 : grown.cleanSinceRaise + credit,
    cleanAtStep: step === grown.step ? grown.cleanAtStep + (rungDone ? credit : 0) : 0,
    overCeilingAtStepOne:
      grown.overCeilingAtStepOne +
      (grown.step !== 1 ? 0 : grade === 'RED' ? RED_COUNTS : overCeiling ? 1 : 0),
    noRaiseUntilDay: over
      ? Math.max(day + DAYS_BETWEEN_RAISES, grown.noRaiseUntilDay ?? day)
      : grown.noRaiseUntilDay,
    morningSettled: morning !== null && morning <= limits.settled,
    lastRunDay: day,
    lastRunM: runM,
    lastCleanM: credit > 0 && runM !== null ? runM : grown.lastCleanM,
    afterCalm: false,
    quietRuns: grown.quietRuns + 1,
  };
}

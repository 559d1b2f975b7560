/** How far, and may anything rise on this day? The plan holds back what `today` would allow where another change has the week. */
import { SECONDS_PER_MINUTE } from '../units.ts';
import { parseIsoDay } from '../calendar/civil-day.ts';
import { mayRaise, sizeInForceM } from '../pain/effects.ts';
import { gradeOf } from '../pain/grade.ts';
import type { Replay } from '../pain/replay.ts';
import { easyOfLong } from '../pain/size.ts';
import type { Today } from '../today/today-types.ts';
import { toldDown } from './build-run.ts';
import { CLEAN_SINCE_CHANGE, DAYS_BETWEEN_KINDS, nextKind } from './change-order.ts';
import { type Draft, madeOf } from './draft.ts';
import { CHANGE_KINDS, type ChangeKind, type PlanReason } from './plan-types.ts';
import { planReason } from './plan-reasons.ts';
import { NO_RAISE_DAYS } from './race.ts';

/** Rounding alone is no raise, metres. Our choice. */
const ROUNDING_M = 50;

export interface Standing {
  readonly day: number;
  readonly played: Replay;
  readonly easySpeedMps: number | null;
  /** The size in force before this run, metres; null: nothing is in force yet. */
  readonly inForceM: number | null;
}

export function standing(day: number, played: Replay): Standing {
  const { state, ground } = played;
  return {
    day,
    played,
    easySpeedMps: ground.easySpeedMps,
    inForceM: state.stage === 'CALM' ? null : sizeInForceM(state, ground.longest30M(day)),
  };
}

/** Days since the last change of any kind but this one; infinite where there was none. */
export function daysSinceOthers(draft: Draft, day: number, kind: ChangeKind): number {
  const made = madeOf(draft);
  const last = CHANGE_KINDS.filter((each) => each !== kind).reduce((most, each) => {
    const { lastDay } = made(each);
    return lastDay !== null && lastDay <= day ? Math.max(most, lastDay) : most;
  }, -Infinity);
  return day - last;
}

/** Clean runs since the last change that the pain rules do not know of. */
function cleanSinceChange(draft: Draft, { reported, limits }: Replay): number {
  const made = madeOf(draft);
  const last = CHANGE_KINDS.filter((kind) => kind !== 'duration' && kind !== 'ladder-step').reduce(
    (most, kind) => Math.max(most, made(kind).lastDay ?? -Infinity),
    -Infinity,
  );
  return reported.filter(({ day, report }) => day > last && gradeOf(report, limits) === 'CLEAN').length;
}

/** Days since the ladder led to running without walks: its last step was a change too. */
const sinceLadder = ({ state }: Replay, day: number): number =>
  state.limit?.code === 'ladder-done' ? day - state.stageSinceDay : Infinity;

/** Heavy strength that was done yesterday: today is neither long nor hard, and no new step. */
export const heavyYesterday = ({ input }: Draft, day: number): boolean =>
  input.strength?.done.some(({ date, heavy }) => heavy && parseIsoDay(date) === day - 1) ?? false;

const nearRace = ({ race }: Draft, day: number): boolean =>
  race !== null && race.offer?.offered !== 'no' && Math.abs(race.day - day) <= NO_RAISE_DAYS;

/** Whether any kind at all may rise on this day: GO, two clean runs, fourteen days since trouble, no race near. */
export const anyMayRise = (draft: Draft, { day, played }: Pick<Standing, 'day' | 'played'>): boolean =>
  (played.state.stage === 'BUILD' || played.state.stage === 'CLEAR') &&
  mayRaise(played.state, day) &&
  sinceLadder(played, day) >= DAYS_BETWEEN_KINDS &&
  cleanSinceChange(draft, played) >= CLEAN_SINCE_CHANGE &&
  !nearRace(draft, day);

/** The kind whose turn it is; null: nothing more is wanted. */
export function turnOf(draft: Draft, at: Standing): ChangeKind | null {
  const { input, frequency } = draft;
  const { inForceM, easySpeedMps } = at;
  const minutes = (metres: number | null): number | null =>
    metres === null || easySpeedMps === null ? null : metres / easySpeedMps / SECONDS_PER_MINUTE;
  const easyRuns = Math.max(0, frequency - 1);
  const weekM = inForceM === null ? null : inForceM + easyRuns * easyOfLong(inForceM);
  return nextKind({
    day: at.day,
    stage: at.played.state.stage,
    families: [input.today.family, ...(input.today.otherFamilies ?? [])],
    longM: inForceM,
    longMin: minutes(inForceM),
    weekMin: minutes(weekM),
    frequency: draft.frequencyFrom === null ? frequency : frequency + 1,
    mostRuns: input.days === null ? input.mostRuns : Math.min(input.mostRuns ?? Infinity, input.days.length),
    goal: input.goal,
    requested: draft.requested,
    made: madeOf(draft),
  });
}

export interface Sized {
  readonly metres: number;
  readonly isLong: boolean;
  readonly change: 'duration' | null;
  readonly why: readonly PlanReason[];
}

/** The distance of a run off the ladder. */
export function sizeRun(
  draft: Draft,
  at: Standing,
  answer: Today,
  metres: number,
  waitsForLongDay: boolean,
): Sized {
  const { day, inForceM } = at;
  const codes = new Set(answer.reasons.map(({ code }) => code));
  const easyM = inForceM === null ? metres : easyOfLong(inForceM);
  const twoSizes = inForceM !== null && easyM < inForceM;
  const isLong = twoSizes && !codes.has('easy-day') && metres > easyM;
  const easier = codes.has('easier-week') ? [planReason('easier-week')] : [];
  if (isLong && waitsForLongDay) {
    return {
      metres: Math.min(metres, toldDown(easyM)),
      isLong: false,
      change: null,
      why: [planReason(heavyYesterday(draft, day) ? 'strength-yesterday' : 'long-waits'), ...easier],
    };
  }
  const kind = planReason(isLong ? 'long-run' : 'easy-run');
  const raises = inForceM !== null && metres > inForceM + ROUNDING_M;
  if (!raises) return { metres, isLong, change: null, why: [kind, ...easier] };
  const turn = turnOf(draft, at);
  const allowed =
    turn === 'duration' &&
    // A week with one more run is coming: that is its change.
    draft.frequencyFrom === null &&
    daysSinceOthers(draft, day, 'duration') >= DAYS_BETWEEN_KINDS &&
    sinceLadder(at.played, day) >= DAYS_BETWEEN_KINDS &&
    !nearRace(draft, day);
  if (allowed) {
    const { longM } = draft.input.goal;
    return {
      metres: longM === null ? metres : Math.min(metres, Math.max(toldDown(longM), toldDown(inForceM))),
      isLong,
      change: 'duration',
      why: [kind, ...easier],
    };
  }
  const reason =
    turn === null && !nearRace(draft, day)
      ? planReason('goal-reached')
      : planReason('raise-waits', turn === null ? {} : { kind: turn });
  return {
    metres: Math.min(metres, toldDown(inForceM)),
    isLong,
    change: null,
    why: [kind, reason, ...easier],
  };
}

/** Whether the runner's own day for the long run comes within the next six days. */
export const longDayComes = (draft: Draft, day: number, weekday: number): boolean => {
  const { longDay } = draft.input;
  if (longDay === null || longDay === weekday) return false;
  const ahead = (longDay - weekday + 7) % 7;
  return draft.slots.some((slot) => slot.day === day + ahead);
};

export const startedCadence = ({ input }: Draft, day: number): boolean =>
  input.cadence !== null &&
  day >= parseIsoDay(input.cadence.startedOn) &&
  day - parseIsoDay(input.cadence.startedOn) < DAYS_BETWEEN_KINDS;

/** How long might the next run be, if nothing stood against it? The terms of training.md §4 (Size); the shortest counts. */
import { SECONDS_PER_MINUTE } from '../units.ts';
import { type Measured, known, missing } from '../measured.ts';
import { afterDaysOff } from '../pain/effects.ts';
import { type LadderStep, rungOf, runningMinutes, stepFor } from '../pain/ladder.ts';
import type { Replay } from '../pain/replay.ts';
import {
  SHARE_AFTER_DAYS_OFF,
  SHARE_OF_LONGEST,
  SHORTEST_RUN_M,
  daysOff,
  stepAfterCalm,
} from '../pain/size.ts';
import type { PainState } from '../pain/state.ts';
import { sizeTerms, weekTerm } from './size-today.ts';
import { capTerm, halfTerm, limitTerms, type Term } from './terms.ts';
import type { TodayInput } from './today-types.ts';

export type { Term } from './terms.ts';

export type Plan =
  | { readonly kind: 'run'; readonly metres: number; readonly terms: readonly Term[]; readonly binding: Term }
  | {
      readonly kind: 'walk-run';
      readonly rung: LadderStep;
      /** Metres of its running minutes at easy pace. */
      readonly metres: Measured<number>;
      readonly terms: readonly Term[];
    }
  | { readonly kind: 'calm' | 'pause' | 'refer' }
  | { readonly kind: 'cannot-say'; readonly metres: Measured<never> };

/** Distances are told to 100 m. Our choice. */
const TOLD_TO_M = 100;

/** To the nearest 100 m, but never past a firm term. */
export function toldMetres(metres: number, terms: readonly Term[]): number {
  const nearest = Math.round(metres / TOLD_TO_M) * TOLD_TO_M;
  const most = terms
    .filter(({ firm }) => firm)
    .reduce((least, { allowsM }) => Math.min(least, allowsM), Infinity);
  // 1e-6: 14,300 m must not fall to 14,200 m because 13,000 × 1.1 lies a hair below in binary.
  return nearest <= most + 1e-6 ? nearest : Math.floor((most + 1e-6) / TOLD_TO_M) * TOLD_TO_M;
}

function walkRun(step: number, terms: readonly Term[], { ground }: Replay): Plan {
  const rung = rungOf(step);
  const { easySpeedMps } = ground;
  const metres: Measured<number> =
    easySpeedMps === null
      ? missing({ reason: 'not-recorded', what: 'easy pace' })
      : known(toldMetres(runningMinutes(rung) * SECONDS_PER_MINUTE * easySpeedMps, terms));
  return { kind: 'walk-run', rung, metres, terms };
}

/** The shortest of the terms; below 3 km with an aching knee the ladder step of that many minutes. */
function shortestOf(terms: readonly Term[], replay: Replay, ladderBelow: boolean): Plan {
  const [first, ...others] = terms;
  if (!first) {
    return {
      kind: 'cannot-say',
      metres: missing({ reason: 'too-little-data', what: 'runs in the last 30 days', have: 0, need: 1 }),
    };
  }
  const binding = others.reduce((least, next) => (next.allowsM < least.allowsM ? next : least), first);
  if (ladderBelow && binding.allowsM < SHORTEST_RUN_M) {
    return walkRun(stepFor(binding.allowsM, replay.ground.easySpeedMps), terms, replay);
  }
  return { kind: 'run', metres: toldMetres(binding.allowsM, terms), terms, binding };
}

const learntTerms = ({ learnt }: TodayInput): Term[] =>
  learnt
    ? [{ code: 'learnt-plan', figures: { edge20M: learnt.edge20M }, allowsM: learnt.plan10M, firm: true }]
    : [];

/** Before anything is known of the edge: at most half of the longest run of 30 days. */
function opening(state: PainState, replay: Replay, today: number, input: TodayInput): Plan {
  const longestM = replay.ground.longest30M(today);
  const days = state.lastRunDay === null ? Infinity : today - state.lastRunDay;
  if (state.lastRunDay === null && replay.reported.length === 0) return shortestOf([], replay, true);
  const off = daysOff(days);
  // Whatever was said so far did not open the way: it can shorten the half, never replace it.
  const bounded = longestM === null ? [] : [halfTerm(longestM), capTerm(longestM)];
  if (off.kind === 'ladder') {
    const { easySpeedMps } = replay.ground;
    const most = longestM === null ? Infinity : stepFor(SHARE_OF_LONGEST * longestM, easySpeedMps);
    // Below 3 km the runner would have been on the ladder already: then it is so many steps back from there.
    const already =
      state.limit !== null && state.limit.metres < SHORTEST_RUN_M
        ? stepFor(state.limit.metres, easySpeedMps) - off.stepsBack
        : Infinity;
    const step = Math.min(stepAfterCalm(days), most, already);
    return walkRun(step, longestM === null ? [] : [halfTerm(longestM)], replay);
  }
  const rested: Term[] =
    off.kind === 'shorter' && state.lastRunM !== null
      ? [
          {
            code: 'after-days-off',
            figures: { days, fromM: state.lastRunM, share: SHARE_AFTER_DAYS_OFF },
            allowsM: SHARE_AFTER_DAYS_OFF * state.lastRunM,
            firm: false,
          },
        ]
      : [];
  const week = longestM === null ? [] : weekTerm(replay, today, SHARE_OF_LONGEST * longestM);
  return shortestOf(
    [...limitTerms(state), ...rested, ...bounded, ...week, ...learntTerms(input)],
    replay,
    true,
  );
}

/** The plan of a state on a day, gates aside. */
export function planFor(before: PainState, replay: Replay, today: number, input: TodayInput): Plan {
  if (before.light === 'REFER') return { kind: 'refer' };
  if (before.light === 'PAUSE') return { kind: 'pause' };
  if (before.stage === 'CALM') {
    return before.waysInOpen && !before.wayInShut ? opening(before, replay, today, input) : { kind: 'calm' };
  }
  const state = afterDaysOff(before, today, replay.ground.easySpeedMps);
  if (state.stage === 'LADDER') {
    const longestM = replay.ground.longest30M(today);
    const terms = [
      ...(state.afterCalm && longestM !== null ? [halfTerm(longestM)] : []),
      ...learntTerms(input),
    ];
    const most = terms.reduce(
      (least, { allowsM }) => Math.min(least, stepFor(allowsM, replay.ground.easySpeedMps)),
      Infinity,
    );
    return walkRun(Math.min(state.step ?? 1, most), terms, replay);
  }
  return shortestOf(
    [...sizeTerms(state, replay, today), ...learntTerms(input)],
    replay,
    state.stage === 'BUILD',
  );
}

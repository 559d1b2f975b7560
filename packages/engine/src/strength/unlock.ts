/**
 * When do jumps and hill sprints open? All of a list (training.md §2). Such lists are what clinics use; none has been
 * shown to tell who will ache again, so every number is our choice.
 */
import type { EvidenceId } from '../evidence/mark.ts';
import type { Family, Limits } from '../pain/family.ts';
import { type Criterion, allMet, needs, within } from './criterion.ts';
import type { ExerciseId } from './exercise.ts';

// Our choices: days, minutes, weeks, sessions, repetitions; the list as a whole is clinics' habit.
const GO_DAYS = 14;
const CONTINUOUS_MIN = 30;
const CLEAN_WEEKS = 2;
/** A bone is given longer. */
const CLEAN_WEEKS_BONE = 4;
const BUILD_SESSIONS = 10;
const CALF_RAISES = 20;
/** Sides of the calf raises within this share of the better one. */
const SIDES_WITHIN_PERCENT = 10;
const ONE_LEG_SQUATS = 10;
const BALANCE_S = 30;
const POGOS = 20;
/** Sessions settled on the second morning before the next stage. */
export const STAGE_SESSIONS = 2;
/** Most landings in a session, repetitions. Our choice: beginners are given 80 to 100. */
export const MOST_CONTACTS = 100;
const DAYS_PER_WEEK = 7;

/** P1 to P5, in this order. */
export const JUMP_STAGES: readonly ExerciseId[] = [
  'pogo',
  'jump_squat',
  'jumping_lunge',
  'single_leg_landing',
  'uphill_sprint',
];

export const UNLOCK_EVIDENCE: EvidenceId = 'our-choice';

export type UnlockCode =
  | 'days-in-go'
  | 'continuous-minutes'
  | 'clean-weeks'
  | 'build-sessions'
  | 'calf-raises'
  | 'calf-sides'
  | 'one-leg-squats'
  | 'one-leg-squat-pain'
  | 'balance'
  | 'pogos'
  | 'pogo-pain';

/** Tests the runner did at home; null: not done. */
export interface JumpTests {
  /** One-leg calf raises. */
  readonly calfRaises: { readonly left: number; readonly right: number } | null;
  /** One-leg squats to 60°, the weaker side, and the worst pain, 0–10. */
  readonly oneLegSquats: { readonly count: number; readonly pain: number | null } | null;
  /** Seconds on one leg, the weaker side. */
  readonly balanceS: number | null;
  readonly pogos: { readonly count: number; readonly pain: number | null } | null;
}

/** What running says: the pain rules and the graded runs. */
export interface RunningSoFar {
  /** Days in GO without a break; null: not in GO or not known. */
  readonly daysInGo: number | null;
  /** Longest run without walking of the last 14 days that was clean, minutes; null: none known. */
  readonly continuousCleanMin: number | null;
  /** Whole weeks up to today with at least one run of 30 minutes and no run that was not clean. */
  readonly cleanWeeks: number | null;
}

export interface Unlock {
  readonly open: boolean;
  /** What is missing first. */
  readonly criteria: readonly Criterion<UnlockCode>[];
}

const sidesPercent = ({ left, right }: { readonly left: number; readonly right: number }): number =>
  left === right ? 0 : (100 * Math.abs(left - right)) / Math.max(left, right);

/** Order of answers, the least first. Our choice. */
const ORDER = { no: 0, unknown: 1, yes: 2 } as const;

/** @param buildSessions build and run-specific sessions done */
export function unlockJumps(
  families: readonly Family[],
  limits: Limits,
  buildSessions: number,
  running: RunningSoFar,
  tests: JumpTests,
): Unlock {
  const { calfRaises, oneLegSquats, balanceS, pogos } = tests;
  const cleanWeeks = families.includes('BS') ? CLEAN_WEEKS_BONE : CLEAN_WEEKS;
  const criteria: readonly Criterion<UnlockCode>[] = [
    needs('days-in-go', running.daysInGo, GO_DAYS),
    needs('continuous-minutes', running.continuousCleanMin, CONTINUOUS_MIN),
    needs('clean-weeks', running.cleanWeeks, cleanWeeks),
    needs('build-sessions', buildSessions, BUILD_SESSIONS),
    needs('calf-raises', calfRaises ? Math.min(calfRaises.left, calfRaises.right) : null, CALF_RAISES),
    within('calf-sides', calfRaises ? sidesPercent(calfRaises) : null, SIDES_WITHIN_PERCENT),
    needs('one-leg-squats', oneLegSquats?.count ?? null, ONE_LEG_SQUATS),
    within('one-leg-squat-pain', oneLegSquats?.pain ?? null, limits.clean),
    needs('balance', balanceS, BALANCE_S),
    needs('pogos', pogos?.count ?? null, POGOS),
    within('pogo-pain', pogos?.pain ?? null, limits.clean),
  ];
  return {
    open: allMet(criteria),
    criteria: criteria.toSorted((a, b) => ORDER[a.met] - ORDER[b.met]),
  };
}

export const WEEKS_LOOKED_BACK_DAYS = CLEAN_WEEKS_BONE * DAYS_PER_WEEK;
export const CONTINUOUS_FROM_MIN = CONTINUOUS_MIN;

/** Calm, build or run-specific? (training.md §2) Phases go forward by what was done and how the knee took it. */
import { parseIsoDay } from '../calendar/civil-day.ts';
import type { Limits } from '../pain/family.ts';
import type { Light, Stage } from '../pain/state.ts';
import { type Criterion, allMet, needs, within } from './criterion.ts';
import type { StrengthPhase } from './programmes.ts';
import type { DoneSession, Morning } from './strength-log.ts';

// Our choices: sessions, settled mornings, weeks and days.
const CALM_SESSIONS = 5;
const CALM_SETTLED_MORNINGS = 3;
const BUILD_WEEKS = 6;
const BUILD_SESSIONS = 10;
const DAYS_PER_WEEK = 7;

export type PhaseCode =
  | 'calm-sessions'
  | 'settled-mornings'
  | 'stairs-within-ceiling'
  | 'build-weeks'
  | 'build-sessions';

export interface PhaseNow {
  readonly phase: StrengthPhase;
  /** What the next phase asks for; empty in the last. */
  readonly next: readonly Criterion<PhaseCode>[];
}

export interface PhaseInput {
  readonly date: string;
  readonly stage: Stage;
  readonly light: Light;
  readonly sessions: readonly DoneSession[];
  readonly mornings: readonly Morning[];
  readonly limits: Limits;
  /** Worst pain on stairs of late, 0–10; null: not said. */
  readonly stairsPain: number | null;
}

/** Settled mornings in a row up to now, days without an answer left out; null where none was ever said. */
function settledInARow(mornings: readonly Morning[], settled: number): number | null {
  if (mornings.length === 0) return null;
  const raisedAt = mornings.findLastIndex(({ pain }) => pain > settled);
  return mornings.length - 1 - raisedAt;
}

/**
 * The phase of a day. In CALM it is always the calm list; a knee that is quiet (CLEAR) may begin with building.
 * @param input sessions and mornings in any order
 */
export function phaseOf(input: PhaseInput): PhaseNow {
  const today = parseIsoDay(input.date);
  const earlier = input.sessions.filter(({ date }) => parseIsoDay(date) <= today);
  const mornings = input.mornings
    .filter(({ date }) => parseIsoDay(date) <= today)
    .toSorted((a, b) => parseIsoDay(a.date) - parseIsoDay(b.date));
  const of = (phase: StrengthPhase): readonly DoneSession[] =>
    earlier.filter((session) => session.phase === phase);
  const built = [...of('build'), ...of('run-specific')];
  const toBuild: readonly Criterion<PhaseCode>[] = [
    needs('calm-sessions', of('calm').length, CALM_SESSIONS),
    needs('settled-mornings', settledInARow(mornings, input.limits.settled), CALM_SETTLED_MORNINGS),
    within('stairs-within-ceiling', input.stairsPain, input.limits.ceiling),
  ];
  const begun = built.length > 0;
  if (
    input.stage === 'CALM' ||
    input.stage === 'UNCHECKED' ||
    input.light === 'PAUSE' ||
    input.light === 'REFER'
  ) {
    return { phase: 'calm', next: toBuild };
  }
  if (!begun && input.stage !== 'CLEAR' && !allMet(toBuild)) return { phase: 'calm', next: toBuild };
  const firstDay = built.reduce((least, { date }) => Math.min(least, parseIsoDay(date)), today);
  const toRunSpecific: readonly Criterion<PhaseCode>[] = [
    needs('build-weeks', Math.floor((today - firstDay) / DAYS_PER_WEEK), BUILD_WEEKS),
    needs('build-sessions', built.length, BUILD_SESSIONS),
  ];
  return allMet(toRunSpecific)
    ? { phase: 'run-specific', next: [] }
    : { phase: 'build', next: toRunSpecific };
}

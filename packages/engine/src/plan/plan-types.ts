/** Weeks ahead (K12): the shapes of question and answer. */
import type { BeatPlan, CadenceProgramme } from '../cadence/cadence-weeks.ts';
import type { EvidenceId, EvidenceMark } from '../evidence/mark.ts';
import type { Measured } from '../measured.ts';
import type { LadderStep } from '../pain/ladder.ts';
import type { Light, Stage } from '../pain/state.ts';
import type { StrengthPhase } from '../strength/programmes.ts';
import type { TodayInput } from '../today/today-types.ts';
import type { PlanReasonCode } from './plan-reasons.ts';

/** What may rise: one of them in any seven days. */
export const CHANGE_KINDS = [
  'ladder-step',
  'frequency',
  'duration',
  'uphill',
  'speed',
  'downhill',
  'rough-ground',
  'new-shoe',
  'cadence',
  'jumps',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
/** Changes a runner asks for; the plan gives each its week. */
export type RequestedKind = Extract<ChangeKind, 'rough-ground' | 'new-shoe' | 'cadence' | 'jumps'>;

/** Where to run. `even`: flat and smooth; `as-usual`; `another`: once a week something else; `race-ground`; `hills`. */
export type Surface = 'even' | 'as-usual' | 'another' | 'race-ground' | 'hills';
export type Terrain = 'road' | 'track' | 'trail' | 'hilly' | 'downhill';

export interface Race {
  /** Local day, `YYYY-MM-DD`. */
  readonly date: string;
  /** Metres, above 0. */
  readonly distanceM: number;
  readonly terrain: Terrain;
}

/** A change that was made, on a local day. */
export interface MadeChange {
  readonly kind: ChangeKind;
  readonly date: string;
}

/** A session the runner put on another day. */
export interface Move {
  readonly sessionId: string;
  readonly to: string;
}

export interface PlanInput {
  /** What `today` is asked with on the first day of the plan. */
  readonly today: TodayInput;
  /** Calendar weeks, the present one included; 1–26. */
  readonly weeks: number;
  /** Weekdays the runner can run on, Monday 0; null: not said, then by habit or by the table. */
  readonly days: readonly number[] | null;
  /** Weekday for the long run; null: whenever seven days have passed since the last. */
  readonly longDay: number | null;
  /** Runs a week at most; null: not said. */
  readonly mostRuns: number | null;
  readonly goal: {
    /** Long run to arrive at, metres; null: none. */
    readonly longM: number | null;
    readonly hills: boolean;
    readonly speed: boolean;
    readonly downhill: boolean;
  };
  readonly race: Race | null;
  /** Changes made so far other than of distance and ladder, which the runs tell. */
  readonly changes: readonly MadeChange[];
  readonly requested: readonly RequestedKind[];
  /** Runs with a hard part that were done, so that a week has one of each; left out: none is known. */
  readonly workDone?: readonly { readonly kind: 'uphill' | 'speed' | 'downhill'; readonly date: string }[];
  readonly cadence: (CadenceProgramme & { readonly targetSpm: Measured<number> }) | null;
  /** null: the runner wants no strength in the plan. */
  readonly strength: {
    readonly phase: StrengthPhase;
    /** Sessions that were done. */
    readonly done: readonly { readonly date: string; readonly heavy: boolean }[];
    /** Heavy sessions a week, 1–3. */
    readonly perWeek: number;
  } | null;
  readonly moves: readonly Move[];
}

export interface PlanReason {
  readonly code: PlanReasonCode;
  readonly figures: Readonly<Record<string, number | string>>;
  readonly evidence: EvidenceId;
  readonly mark: EvidenceMark;
}

interface SessionBase {
  /** Stays the same while the session moves or changes: of the week it belongs to. */
  readonly id: string;
  readonly date: string;
  readonly why: readonly PlanReason[];
  /** Holds only if every run until then stays quiet and is answered. */
  readonly provisional: boolean;
  /** The runner put it there. */
  readonly moved: boolean;
}

/** The hard part of a run. */
export type HardWork =
  | { readonly kind: 'strides'; readonly count: number; readonly seconds: number }
  | { readonly kind: 'hard-minutes'; readonly minutes: number }
  | { readonly kind: 'climb'; readonly metres: number }
  | { readonly kind: 'downhill'; readonly minutes: number };

export type RunKind = 'walk-run' | 'easy' | 'long' | 'quality' | 'race';

export interface PlannedRun extends SessionBase {
  readonly kind: RunKind;
  /** Metres; on the ladder of its running minutes. */
  readonly distanceM: Measured<number>;
  /** What `today` would allow on that day, metres. A race is no answer of `today`. */
  readonly allowsM: Measured<number>;
  /** With the walking around and between, seconds. */
  readonly durationS: Measured<number>;
  /** From the faster end to the slower, seconds a kilometre, of the easy part; a race has none. */
  readonly paceSPerKm: Measured<readonly [number, number]>;
  /** Steps/min to aim for, both feet. */
  readonly cadenceSpm: Measured<number>;
  readonly beat: BeatPlan | null;
  readonly ladder: LadderStep | null;
  readonly work: HardWork | null;
  readonly surface: Surface;
  /** Pain at which to turn back, 0–10. */
  readonly ceiling: number;
  readonly change: ChangeKind | null;
}

export type StrengthSlot = 'calm' | 'A' | 'B' | 'light';

export interface PlannedStrengthSession extends SessionBase {
  readonly kind: 'strength';
  readonly slot: StrengthSlot;
  readonly heavy: boolean;
  /** On a day with a run: after it, six hours later where that can be. */
  readonly afterRun: boolean;
}

/** A walk that shows whether the knee is ready, or training that spares it. */
export interface PlannedOther extends SessionBase {
  readonly kind: 'walk' | 'cross-train';
  /** Minutes. */
  readonly minutes: number;
}

export type PlanSession = PlannedRun | PlannedStrengthSession | PlannedOther;

export type BlockedCode = 'flags-open' | 'refer' | 'pause' | 'calm' | 'no-runs';

export const PROBLEM_CODES = [
  'in-the-past',
  'unknown-session',
  'run-not-allowed',
  'heavy-before-hard',
  'heavy-too-close',
  'race-near',
  'descent-before',
  'two-changes',
  'over-cap',
  'race-week-too-long',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What stands against a plan or a move, and where the session went instead. */
export interface PlanProblem {
  readonly code: ProblemCode;
  readonly sessionId: string;
  readonly date: string;
  readonly figures: Readonly<Record<string, number | string>>;
}

export interface RaceOffer {
  /** `yet-to-tell`: judged two weeks before, and that is beyond this plan. */
  readonly offered: 'yes' | 'no' | 'yet-to-tell';
  readonly why: readonly PlanReason[];
  /** What keeps the season open where it is not offered. */
  readonly instead: readonly ('shorter' | 'walk-run' | 'later')[];
}

export interface WeeksAhead {
  readonly date: string;
  /** Last day of the plan. */
  readonly until: string;
  readonly stage: Stage;
  readonly light: Light;
  /** Why no run can be planned; null: runs are. */
  readonly blocked: { readonly code: BlockedCode; readonly why: readonly PlanReason[] } | null;
  readonly sessions: readonly PlanSession[];
  readonly changes: readonly (MadeChange & { readonly sessionId: string | null })[];
  readonly race: RaceOffer | null;
  /** Of the moves asked for. */
  readonly problems: readonly PlanProblem[];
  /** Runs a week, as planned in the first and in the last whole week. */
  readonly runsPerWeek: readonly [number, number];
}

export const isRunSession = (session: PlanSession): session is PlannedRun =>
  session.kind !== 'strength' && session.kind !== 'walk' && session.kind !== 'cross-train';
export const isStrengthSession = (session: PlanSession): session is PlannedStrengthSession =>
  session.kind === 'strength';

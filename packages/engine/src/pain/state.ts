/** Where a runner stands: stage × light of training.md §7, and what the next steps count. */
import type { Grade, RunReport } from './grade.ts';

export type Stage = 'UNCHECKED' | 'CALM' | 'LADDER' | 'BUILD' | 'CLEAR';
/** From best to worst; the worst wins. */
export const LIGHTS = ['GO', 'HOLD', 'EASE', 'PAUSE', 'REFER'] as const;
export type Light = (typeof LIGHTS)[number];

export const worseLight = (a: Light, b: Light): Light => (LIGHTS.indexOf(a) >= LIGHTS.indexOf(b) ? a : b);

/** What the distance in force came from: `code` names the sentence, `figures` what it is worked out from. */
export interface Limit {
  /** Metres. */
  readonly metres: number;
  readonly code: LimitCode;
  readonly figures: Readonly<Record<string, number | string>>;
}

export type LimitCode =
  | 'three-quarters-of-edge'
  | 'half-of-run-without-place'
  | 'seven-tenths-of-run'
  | 'seven-tenths-of-size'
  | 'three-quarters-of-run'
  | 'half-of-longest'
  | 'longest-of-30-days'
  | 'same-again'
  | 'raised'
  | 'after-days-off'
  | 'after-pause'
  | 'after-standstill'
  | 'ladder-done';

export interface PainState {
  readonly stage: Stage;
  readonly light: Light;
  /** CALM until a run with a settled morning or the way-in tests; false once the machine itself sent here. */
  readonly waysInOpen: boolean;
  /** While waiting: the last run said no (a morning not settled, or worse). */
  readonly wayInShut: boolean;
  /** L: null while nothing limits it but the longest run. */
  readonly limit: Limit | null;
  /** 1–12 on the ladder, else null. */
  readonly step: number | null;
  /** The step of the ladder that CALM was entered from: the way back is no further up. Null where it was from elsewhere. */
  readonly calmFromStep: number | null;
  readonly lightSinceDay: number;
  readonly stageSinceDay: number;
  /** Since when the light has not been GO, for the standstill of row 11; null: it is GO. */
  readonly standstillSinceDay: number | null;
  readonly cleanSinceLight: number;
  readonly cleanSinceRaise: number;
  readonly cleanAtStep: number;
  readonly overCeilingAtStepOne: number;
  readonly noRaiseUntilDay: number | null;
  /** Raises of the distance since the last easier week, and the first day of that week; null: none yet. */
  readonly raises: number;
  readonly easierFromDay: number | null;
  /** Whether the last morning after the last run is known and was settled. */
  readonly morningSettled: boolean;
  /** Settled mornings in a row and a clean 30-minute walk, for the way out of PAUSE. */
  readonly settledMornings: number;
  /** Day of the last of them; null: none. */
  readonly settledMorningDay: number | null;
  readonly walkedClean: boolean;
  readonly lastRunDay: number | null;
  readonly lastRunM: number | null;
  readonly lastCleanM: number | null;
  /** True until the first run after CALM. */
  readonly afterCalm: boolean;
  /** Last day EASE or PAUSE ended; null: never. */
  readonly troubleUntilDay: number | null;
  /** Day on which a run or the ladder opened a distance: long and easy days are told apart from then on; null: always. */
  readonly sizedSinceDay: number | null;
  /** Days on which PAUSE and EASE began. */
  readonly pauseDays: readonly number[];
  readonly easeDays: readonly number[];
  /** Runs since BUILD·GO that count towards CLEAR, and whether one of them spoke against it. */
  readonly quietRuns: number;
  readonly quietSinceDay: number;
  readonly notes: readonly { readonly day: number; readonly code: NoteCode }[];
  readonly beforeRefer: PainState | null;
}

export type NoteCode = 'standstill' | 'back-to-calm' | 'see-a-physio';

/** What happens to a runner, in the order of days. */
export type PainEvent =
  | { readonly kind: 'flag-raised'; readonly day: number }
  | { readonly kind: 'cleared-by-professional'; readonly day: number }
  | { readonly kind: 'answers-corrected'; readonly day: number }
  /** All way-in tests of training.md §4 passed. */
  | { readonly kind: 'way-in-passed'; readonly day: number }
  /** A brisk 30-minute walk and its worst pain, 0–10. */
  | { readonly kind: 'walked-30-min'; readonly day: number; readonly pain: number }
  /** The worst morning pain of a day, bound to a run or not. */
  | { readonly kind: 'morning'; readonly day: number; readonly pain: number }
  /** Pain or a sign to stop that belongs to no run that is known, graded as one day's report. */
  | { readonly kind: 'ache-alone'; readonly day: number; readonly grade: Grade }
  /** The day the runner names as the beginning of the ache. */
  | { readonly kind: 'ache-began'; readonly day: number }
  | { readonly kind: 'day'; readonly day: number }
  | RunEvent;

export interface RunEvent {
  readonly kind: 'run';
  readonly day: number;
  readonly runId: string;
  readonly report: RunReport;
  readonly grade: Grade;
  /** Metres; null: not known. */
  readonly runM: number | null;
  readonly movingMin: number | null;
  /** Longest of the 30 days before, metres; null where there was none. */
  readonly longest30M: number | null;
}

/** What is recorded besides runs and check-ins, on a local day `YYYY-MM-DD`. */
export type RecordedEvent =
  | {
      readonly kind: 'flag-raised' | 'answers-corrected' | 'way-in-passed';
      readonly date: string;
    }
  /** `who` cleared the knee, and what they `allowed`, in the runner's words. */
  | {
      readonly kind: 'cleared-by-professional';
      readonly date: string;
      readonly who?: string | undefined;
      readonly allowed?: string | undefined;
    }
  | { readonly kind: 'walked-30-min'; readonly date: string; readonly pain: number };

/**
 * Whether a raised flag is still open by what was recorded: only a clearance or corrected answers after it end it.
 * @param events in the order of their days
 */
export const isFlagOpen = (events: readonly RecordedEvent[]): boolean =>
  events.findLast(
    ({ kind }) =>
      kind === 'flag-raised' || kind === 'cleared-by-professional' || kind === 'answers-corrected',
  )?.kind === 'flag-raised';

export const startingState = (stage: Stage, light: Light, day: number): PainState => ({
  stage,
  light,
  waysInOpen: true,
  wayInShut: false,
  limit: null,
  step: null,
  calmFromStep: null,
  lightSinceDay: day,
  stageSinceDay: day,
  standstillSinceDay: light === 'GO' ? null : day,
  cleanSinceLight: 0,
  cleanSinceRaise: 0,
  cleanAtStep: 0,
  overCeilingAtStepOne: 0,
  noRaiseUntilDay: null,
  raises: 0,
  easierFromDay: null,
  morningSettled: false,
  settledMornings: 0,
  settledMorningDay: null,
  walkedClean: false,
  lastRunDay: null,
  lastRunM: null,
  lastCleanM: null,
  afterCalm: false,
  troubleUntilDay: null,
  sizedSinceDay: null,
  pauseDays: [],
  easeDays: [],
  quietRuns: 0,
  quietSinceDay: day,
  notes: [],
  beforeRefer: null,
});

/** The same state under another light; counts that belong to a light start again. */
export function toLight(state: PainState, light: Light, day: number): PainState {
  if (light === state.light) return { ...state, cleanSinceLight: 0 };
  return {
    ...state,
    light,
    lightSinceDay: day,
    standstillSinceDay: light === 'GO' ? null : (state.standstillSinceDay ?? day),
    cleanSinceLight: 0,
    // A step goes up by clean runs in GO; those that brought GO back have been spent on that.
    cleanAtStep: light === 'GO' ? 0 : state.cleanAtStep,
    settledMornings: 0,
    settledMorningDay: null,
    walkedClean: false,
    troubleUntilDay: state.light === 'EASE' || state.light === 'PAUSE' ? day : state.troubleUntilDay,
    pauseDays: light === 'PAUSE' ? [...state.pauseDays, day] : state.pauseDays,
    easeDays: light === 'EASE' ? [...state.easeDays, day] : state.easeDays,
    quietRuns: 0,
    quietSinceDay: day,
  };
}

/** The same state on another stage. Entering CALM clears any light but REFER. */
export function toStage(state: PainState, stage: Stage, day: number): PainState {
  const moved: PainState = {
    ...state,
    stage,
    stageSinceDay: day,
    step: stage === 'LADDER' ? state.step : null,
    calmFromStep: stage === 'CALM' ? (state.step ?? state.calmFromStep) : null,
    cleanAtStep: 0,
    overCeilingAtStepOne: 0,
    quietRuns: 0,
    quietSinceDay: day,
  };
  return stage === 'CALM' && state.light !== 'REFER' && state.light !== 'GO'
    ? { ...toLight(moved, 'GO', day), waysInOpen: false }
    : stage === 'CALM'
      ? { ...moved, waysInOpen: false }
      : moved;
}

export const isRunning = ({ stage }: PainState): boolean =>
  stage === 'LADDER' || stage === 'BUILD' || stage === 'CLEAR';

/** The shorter of two limits; null limits nothing. */
export const shorter = (a: Limit | null, b: Limit): Limit => (a !== null && a.metres <= b.metres ? a : b);

/** What a row of the pain rules is, and what rows of several kinds share. */
import type { Limits } from './family.ts';
import { rungOf } from './ladder.ts';
import { type NoteCode, type PainEvent, type PainState, type RunEvent, toStage } from './state.ts';

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

/** A note is told once in so many days. Our choice. */
export const NOTE_WITHIN_DAYS = 28;

/** The state with a note, unless the same was told within 28 days. */
export const note = (state: PainState, day: number, code: NoteCode): PainState =>
  state.notes.some((other) => other.code === code && day - other.day < NOTE_WITHIN_DAYS)
    ? state
    : { ...state, notes: [...state.notes, { day, code }] };

export const isRun = (event: PainEvent): event is RunEvent => event.kind === 'run';

/** The state on a step of the ladder. */
export const onto = (state: PainState, step: number, day: number): PainState => ({
  ...toStage(state, 'LADDER', day),
  step: rungOf(step).step,
});

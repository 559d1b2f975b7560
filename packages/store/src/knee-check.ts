/** What is kept of a knee check. */
import type { GivenAnswer } from '@kneewise/engine';

/** What a finished knee check came to, as the engine of that day judged it. */
export interface KneeCheckOutcome {
  readonly level: string;
  readonly provisional: boolean;
  /** Whether a plan may hold a run before a clinician has cleared it. */
  readonly mayRun: boolean;
  /** Pain family of the self-care card shown, or null. */
  readonly family: string | null;
  /** Raised flags, most urgent first. */
  readonly flags: readonly string[];
}

/** One knee check: under way, or finished. At most one of a runner is under way. */
export interface KneeCheck {
  readonly id: string;
  readonly begunAtMs: number;
  readonly changedAtMs: number;
  /** null: under way. */
  readonly finishedAtMs: number | null;
  /** The day it was finished, or last changed, as the app spoke of it. */
  readonly date: string;
  readonly engineVersion: number;
  readonly answers: Readonly<Record<string, GivenAnswer>>;
  /** Given once to questions that were left again by going back: proposed when they come anew. */
  readonly earlier: Readonly<Record<string, GivenAnswer>>;
  /** Flags raised in this check: they stay until they are certainly no. */
  readonly raised: readonly string[];
  /** Flags that were open when it began: they stay until this check says that they are certainly no. */
  readonly carried: readonly string[];
  /** Questions of each screen left behind, oldest first. */
  readonly behind: readonly (readonly string[])[];
  /** The screen that is shown, or null before the first and after the last. */
  readonly current: { readonly screen: number; readonly questions: readonly string[] } | null;
  /** Questions left unsure for which the check at home has been offered. */
  readonly offered: readonly string[];
  /** How many screens it will have, about. */
  readonly about: number;
  /** What was seen in tests done alone; it weighs nothing. */
  readonly selfTests: Readonly<Record<string, string>>;
  /** null while it is under way. */
  readonly outcome: KneeCheckOutcome | null;
  /** The event that a finished check with a raised sign left, or null. */
  readonly flagEventId: string | null;
  /** Counts the changes; a change is kept only by whoever has seen the last one. */
  readonly revision: number;
}

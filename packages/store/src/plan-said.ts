/** What is kept of the weeks ahead besides what the runs tell. */
import type { MadeChange, Move, Race } from '@kneewise/engine';
import type { PublishedEvent } from '@kneewise/formats';

/** A calendar that was handed out: its own id stays, and what went out last keeps its sequences. */
export interface KeptCalendar {
  readonly id: string;
  readonly events: readonly PublishedEvent[];
}

export interface PlanSaid {
  /** null or left out: none. */
  readonly race?: Race | null | undefined;
  /** Sessions that the runner put on another day. */
  readonly moves?: readonly Move[] | undefined;
  /** Changes that were made, other than of distance and ladder. */
  readonly changes?: readonly MadeChange[] | undefined;
  /** Changes that the plan has for days to come; one whose day brings a run counts as made. */
  readonly expected?: readonly MadeChange[] | undefined;
  /** One for each unit of distance, since its sentences differ. */
  readonly calendars?: Readonly<Partial<Record<'km' | 'mi', KeptCalendar>>> | undefined;
}

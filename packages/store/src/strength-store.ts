/** Strength sessions that were done (K11), and what the runner told about strength once. */
import type { DoneSession, JumpTests, Kit } from '@kneewise/engine';

/** One session as it was done, and when it ended. */
export interface KeptSession extends DoneSession {
  /** Epoch milliseconds. */
  readonly atMs: number;
}

/** Told once; what is left out was not said. */
export interface StrengthSaid {
  readonly kit?: readonly Kit[] | undefined;
  /** Worst pain on stairs, 0–10, and the day it was told. */
  readonly stairs?: { readonly pain: number; readonly date: string } | undefined;
  /** Tests done at home, and the day of the last of them. */
  readonly tests?: (JumpTests & { readonly date: string }) | undefined;
  readonly wantsJumps?: boolean | undefined;
}

export interface StrengthStore {
  /** Oldest first. */
  strengthSessions(runnerId: string): Promise<readonly KeptSession[]>;
  /** Idempotent by id: one that is there already stays as it is, and is what is answered. */
  addStrengthSession(runnerId: string, session: KeptSession): Promise<KeptSession>;
  /** @returns whether it was there */
  removeStrengthSession(runnerId: string, id: string): Promise<boolean>;
}

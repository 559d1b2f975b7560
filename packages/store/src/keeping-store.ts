/** Giving back and undoing: imports that were, what was refused, and what would come of an import. */
import type { Refusal } from '@kneewise/formats';
import type { Batch, Store } from './history-store.ts';

/** A refused file whose bytes are kept. */
export interface Quarantined {
  /** Its source: `original` gives its bytes. */
  readonly id: string;
  readonly path: string;
  readonly sizeBytes: number;
  readonly contentHash: string;
  readonly refusal: Refusal;
  /** Imports that met it, oldest first, each with the name it had there. */
  readonly met: readonly { readonly batchId: string; readonly path: string; readonly atMs: number }[];
  /** Another reader than today's refused it, so reading it again may help. */
  readonly readerChanged: boolean;
}

export interface Undone {
  readonly batch: Batch;
  /** Files that are kept no longer. */
  readonly filesGone: number;
  /** Activities that no file tells of any more. */
  readonly activitiesGone: number;
  /** Activities of its files that another import brought too: they stay. */
  readonly activitiesKept: number;
  /** What was said about a run that is gone; it stays as an answer without a run. */
  readonly answersWithoutRun: number;
}

/** A file of a watched folder that was imported. */
export interface WatchedFile {
  /** Within the folder. */
  readonly path: string;
  /** What tells it from a changed one: its size and time. */
  readonly mark: string;
}

export interface KeepingStore {
  /** Newest first. */
  batches(runnerId: string, limit: number): Promise<readonly Batch[]>;
  /**
   * Takes back what only this import brought; in one transaction. null where there is no such import.
   * @throws {RangeError} while it is under way
   */
  undoBatch(runnerId: string, id: string): Promise<Undone | null>;
  /** By path. */
  quarantine(runnerId: string): Promise<readonly Quarantined[]>;
  /** Forgets a refused file and its rows. @returns whether it was there */
  removeQuarantined(runnerId: string, sourceId: string): Promise<boolean>;
  /** By path. */
  watched(runnerId: string, folder: string): Promise<readonly WatchedFile[]>;
  noteWatched(runnerId: string, folder: string, files: readonly WatchedFile[]): Promise<void>;
  /** How many analyses are older than `engineVersion`. */
  outdatedCount(runnerId: string, engineVersion: number): Promise<number>;
  /**
   * A store in memory that knows what this one holds, but neither tracks nor originals: what an import into it
   * comes to, an import into this one would come to. Whoever asks for it closes it.
   */
  sketch(runnerId: string): Promise<Store>;
}

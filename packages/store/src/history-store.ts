/** A runner's history, kept: the one interface behind which SQLite (and later PostgreSQL) lives. */
import type { CheckIn, Interval, OtherActivity, Recording, Run, RunAnalysis, Track } from '@kneewise/engine';
import type { Refusal, Warning } from '@kneewise/formats';

/** One file that an import met, and what became of it. */
export interface Outcome {
  readonly path: string;
  readonly outcome: 'added' | 'other' | 'duplicate' | 'refused';
  /** Activities it gave or was matched with. */
  readonly activityIds: readonly string[];
  readonly warnings: readonly Warning[];
  readonly refusal: Refusal | null;
  /** For a duplicate: the path of the file whose run it is. */
  readonly duplicateOf: string | null;
}

export interface NewActivity {
  readonly recording: Recording;
  readonly warnings: readonly Warning[];
  /** null for what is not a run. */
  readonly analysis: RunAnalysis | null;
}

/** One source file with all it gave, stored in one transaction. */
export interface NewSource {
  readonly batchId: string;
  readonly path: string;
  /** SHA-256 of the content (of the unpacked bytes of a `.gz`), hex. */
  readonly contentHash: string;
  /** Bytes exactly as they came. */
  readonly original: Uint8Array | AsyncIterable<Uint8Array>;
  readonly activities: readonly NewActivity[];
  readonly refusal: Refusal | null;
}

export interface StoredActivity {
  readonly id: string;
  readonly sport: string;
  readonly subSport: string | null;
  readonly name: string | null;
  readonly device: string | null;
  readonly startAtMs: number;
  readonly utcOffsetMin: number | null;
  readonly distanceM: number | null;
  readonly movingS: number | null;
  readonly elapsedS: number;
  readonly warnings: readonly Warning[];
  readonly analysis: RunAnalysis | null;
  readonly pauses: readonly Interval[];
  readonly channels: readonly string[];
  readonly sources: readonly {
    readonly id: string;
    readonly path: string;
    readonly sizeBytes: number;
    readonly used: boolean;
  }[];
}

export interface Settings {
  readonly onset: { readonly date: string; readonly side: 'left' | 'right' } | null;
  readonly family: string;
  readonly flags: 'unanswered' | 'none-raised' | 'raised';
  /** True while the store holds the simulated runner. */
  readonly sample: boolean;
}

/** Every call is for one runner; nothing here crosses runners. */
export interface HistoryStore {
  runs(runnerId: string): Promise<readonly Run[]>;
  others(runnerId: string): Promise<readonly OtherActivity[]>;
  activity(runnerId: string, id: string): Promise<StoredActivity | null>;
  track(runnerId: string, id: string): Promise<Track | null>;
  original(
    runnerId: string,
    sourceId: string,
  ): Promise<{ path: string; sizeBytes: number; bytes: AsyncIterable<Uint8Array> } | null>;
  addSource(runnerId: string, source: NewSource): Promise<Outcome>;
  hasContent(runnerId: string, contentHash: string): Promise<Outcome | null>;
  checkIns(runnerId: string): Promise<readonly CheckIn[]>;
  addCheckIn(runnerId: string, checkIn: Omit<CheckIn, 'id'>): Promise<CheckIn>;
  removeCheckIn(runnerId: string, id: string): Promise<boolean>;
  settings(runnerId: string): Promise<Settings>;
  saveSettings(runnerId: string, settings: Partial<Settings>): Promise<Settings>;
  /** Erases everything of this runner. */
  erase(runnerId: string): Promise<void>;
  close(): Promise<void>;
}

/** A runner's history, kept: the one interface behind which SQLite (and later PostgreSQL) lives. */
import type {
  CadenceCount,
  CadenceProgramme,
  CheckIn,
  Interval,
  OtherActivity,
  Recording,
  RecordedEvent,
  Run,
  RunAnalysis,
  Track,
} from '@kneewise/engine';
import type { ListedShoe, Refusal, Warning } from '@kneewise/formats';
import type { KneeCheck } from './knee-check.ts';

export type { KneeCheck, KneeCheckOutcome } from './knee-check.ts';
import type { DiaryStore } from './diary-store.ts';
import type { KeepingStore } from './keeping-store.ts';
import type { PlanSaid } from './plan-said.ts';
import type { StrengthSaid, StrengthStore } from './strength-store.ts';

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

/** What the store keeps of a track. */
export interface PackedTrack {
  /** `packTrack` of it. */
  readonly bytes: Uint8Array;
  /** Channels that hold at least one sample. */
  readonly channels: readonly string[];
  readonly samples: number;
}

export interface NewActivity {
  readonly recording: Recording;
  readonly warnings: readonly Warning[];
  /** null for what is not a run, and only for that. */
  readonly analysis: RunAnalysis | null;
  /** Made by a worker already; `recording.track` is then not looked at and may be empty. */
  readonly packed?: PackedTrack;
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
  /** Only of a list of shoes, which holds no activity. */
  readonly shoes?: readonly ListedShoe[];
  readonly refusal: Refusal | null;
}

/** A file within an import, by what identifies it there. */
export type FileInBatch = Pick<NewSource, 'batchId' | 'path' | 'contentHash'>;

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

/** What an activity is called and where it came from, for lists of many. */
export interface NamedActivity {
  readonly id: string;
  readonly sport: string;
  readonly name: string | null;
  readonly device: string | null;
  readonly startAtMs: number;
  readonly utcOffsetMin: number | null;
  readonly channels: readonly string[];
  readonly warnings: readonly Warning[];
  /** The file whose recording speaks for it. */
  readonly path: string;
}

export interface ListedShoes {
  readonly pairs: readonly ListedShoe[];
  /** By name; a pair may be worn that no list describes. */
  readonly worn: readonly { readonly activityId: string; readonly shoe: string }[];
}

export type StoredEvent = RecordedEvent & { readonly id: string };

export interface Settings {
  readonly onset: { readonly date: string; readonly side: 'left' | 'right' } | null;
  readonly family: string;
  readonly flags: 'unanswered' | 'none-raised' | 'raised';
  /** Whether the knee ached in the last 28 days, as the runner says; left out: not said. */
  readonly ache?: 'yes' | 'no' | 'unsure' | undefined;
  /** True while the store holds the simulated runner. */
  readonly sample: boolean;
  /** The weeks to another cadence that were begun; left out or null: none. `startedOn` is `YYYY-MM-DD`. */
  readonly cadence?: CadenceProgramme | null | undefined;
  /** The one ended last, so that it can come back as it was. */
  readonly cadenceEnded?: CadenceProgramme | null | undefined;
  /** Steps counted by the runner, oldest first; left out: never. */
  readonly cadenceCounts?: readonly CadenceCount[] | undefined;
  /** What was told about strength; left out: nothing. */
  readonly strength?: StrengthSaid | undefined;
  /** The race, moves and calendars of the weeks ahead; left out: none. */
  readonly plan?: PlanSaid | undefined;
}

/** Parts to change, or what to change given those kept at that moment: nothing told meanwhile is lost. */
export type SettingsChange = Partial<Settings> | ((kept: Settings) => Partial<Settings>);

/** Every call is for one runner; nothing here crosses runners. */
export interface HistoryStore extends DiaryStore, StrengthStore {
  /** Oldest first; the same array again where nothing was written since. `analysis.cadenceBins` is unpacked when first looked at. */
  runs(runnerId: string): Promise<readonly Run[]>;
  /** How many `runs` and `others` would give, without reading them. */
  counts(runnerId: string): Promise<{ readonly runs: number; readonly others: number }>;
  /** Oldest first. */
  others(runnerId: string): Promise<readonly OtherActivity[]>;
  activity(runnerId: string, id: string): Promise<StoredActivity | null>;
  /** Every activity, runs and others, oldest first. */
  names(runnerId: string): Promise<readonly NamedActivity[]>;
  /** Pairs of shoes that lists of archives name, and the pair of each activity that one names it for. */
  shoes(runnerId: string): Promise<ListedShoes>;
  /** Files with the bytes of another one, then files with a recording that a richer one of the same activity speaks for. */
  duplicates(runnerId: string): Promise<readonly { readonly path: string; readonly of: string }[]>;
  /** Files that were refused whenever they were met, each with its last reason, by path. */
  refused(runnerId: string): Promise<readonly { readonly path: string; readonly refusal: Refusal }[]>;
  track(runnerId: string, id: string): Promise<Track | null>;
  /** The recording that stands for an activity, as it came (its track to the quanta of `pack-track.ts`). */
  recording(runnerId: string, id: string): Promise<Recording | null>;
  /** Bytes exactly as they came; the stream throws where what is stored is damaged. */
  original(
    runnerId: string,
    sourceId: string,
  ): Promise<{ path: string; sizeBytes: number; bytes: AsyncIterable<Uint8Array> } | null>;
  /**
   * Keeps a file and what it gave, and writes its row in the batch, all in one transaction. Idempotent by
   * content; the same file of the same batch again answers what it answered first.
   */
  addSource(runnerId: string, source: NewSource): Promise<Outcome>;
  /**
   * What came of the file that first brought this content, under its own path; null where it is new or was
   * refused (a later version may be able to read it, so a refused file is worth reading again).
   */
  hasContent(runnerId: string, contentHash: string): Promise<Outcome | null>;
  /**
   * Asked before a file is read: null means read it and `addSource`. Otherwise its row in the batch is
   * written (or was already) and this is its outcome: a duplicate, or what the same file of the same batch
   * came to before the process was stopped.
   */
  seenBefore(runnerId: string, file: FileInBatch): Promise<Outcome | null>;
  /** Used recordings whose analysis is older than `engineVersion`, and those never used that are too. */
  outdated(
    runnerId: string,
    engineVersion: number,
    limit: number,
  ): Promise<readonly { readonly ref: RecordingRef; readonly recording: Recording }[]>;
  saveAnalysis(runnerId: string, ref: RecordingRef, analysis: RunAnalysis): Promise<void>;
  checkIns(runnerId: string): Promise<readonly CheckIn[]>;
  addCheckIn(runnerId: string, checkIn: Omit<CheckIn, 'id'>): Promise<CheckIn>;
  removeCheckIn(runnerId: string, id: string): Promise<boolean>;
  /** By date, then in the order kept. */
  events(runnerId: string): Promise<readonly StoredEvent[]>;
  addEvent(runnerId: string, event: RecordedEvent): Promise<StoredEvent>;
  removeEvent(runnerId: string, id: string): Promise<boolean>;
  /** Newest first: the one under way, where there is one, then the finished. */
  kneeChecks(runnerId: string): Promise<readonly KneeCheck[]>;
  /**
   * Keeps a new check (`revision` 0) or a changed one (`revision` as it was read), and counts it up.
   * @returns what is kept now, or null where another change came first, or another check is under way
   */
  saveKneeCheck(runnerId: string, check: KneeCheck): Promise<KneeCheck | null>;
  /** Forgets one that is under way or finished. @returns whether it was there as it was read */
  removeKneeCheck(runnerId: string, id: string, revision: number): Promise<boolean>;
  settings(runnerId: string): Promise<Settings>;
  saveSettings(runnerId: string, change: SettingsChange): Promise<Settings>;
  /** Erases everything of this runner. */
  erase(runnerId: string): Promise<void>;
  close(): Promise<void>;
}

/** One recording of one source file. */
export interface RecordingRef {
  readonly sourceId: string;
  readonly position: number;
}

/** Of one that was undone only this is left: when it was and how many files it had. */
export type BatchState = 'receiving' | 'reading' | 'done' | 'stopped' | 'undone';

export interface Batch {
  readonly id: string;
  readonly label: string;
  readonly state: BatchState;
  readonly createdAtMs: number;
  /** Known so far; grows while an archive is being opened. */
  readonly filesFound: number;
  /** Rows written; always added + duplicates + others + refused. */
  readonly filesDone: number;
  readonly added: number;
  readonly duplicates: number;
  readonly others: number;
  readonly refused: number;
}

/** An outcome with what a line of text about it needs: the first activity it gave or was matched with. */
export interface BatchRow extends Outcome {
  readonly sport: string | null;
  readonly distanceM: number | null;
  readonly startAtMs: number | null;
  readonly utcOffsetMin: number | null;
}

/** Imports, remembered so that one cut short can be taken up again. */
export interface BatchStore {
  /** `nowMs`: epoch milliseconds, so that tests own the clock. */
  createBatch(
    runnerId: string,
    batch: { readonly label: string; readonly filesFound: number; readonly nowMs: number },
  ): Promise<Batch>;
  updateBatch(
    runnerId: string,
    id: string,
    change: { readonly state?: BatchState; readonly filesFound?: number; readonly label?: string },
  ): Promise<Batch>;
  batch(runnerId: string, id: string): Promise<Batch | null>;
  /** Batches that are `receiving` or `reading`, oldest first. */
  unfinishedBatches(runnerId: string): Promise<readonly Batch[]>;
  /** Rows `from` (0-based) on, at most `limit` and at most 1,000, in the order they were written. */
  rowsFrom(
    runnerId: string,
    id: string,
    from: number,
    limit: number,
  ): Promise<{ readonly rows: readonly BatchRow[]; readonly nextRow: number }>;
  /** For what never became a source (a refusal met while opening an archive). Written once per path and code. */
  recordRefusal(runnerId: string, batchId: string, path: string, refusal: Refusal): Promise<void>;
  /** For sound files that are no activity at all, with what each is; their bytes are not kept. Written once per path. */
  recordOthers(
    runnerId: string,
    batchId: string,
    files: readonly { readonly path: string; readonly refusal: Refusal }[],
  ): Promise<void>;
}

export interface InboxFile {
  readonly id: string;
  readonly batchId: string;
  /** As the sender named it. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Where its bytes lie now, for whoever reads it. */
  readonly file: string;
}

/** Uploads between "received" and "read". What `inboxAdd` returned survives a kill and a power cut. */
export interface Inbox {
  inboxAdd(
    runnerId: string,
    batchId: string,
    path: string,
    bytes: Uint8Array | AsyncIterable<Uint8Array>,
  ): Promise<InboxFile>;
  /** In the order received. */
  inboxPending(runnerId: string): Promise<readonly InboxFile[]>;
  /** Everything it gave is stored: makes that durable, then removes the file. Twice is once. */
  inboxDone(runnerId: string, id: string): Promise<void>;
}

export interface Store extends HistoryStore, BatchStore, Inbox, KeepingStore {
  /** The data folder, or `:memory:`. */
  readonly folder: string;
}

/** The tables as queries see them. Every primary key begins with the runner, so that runners can be sharded. */
import { LISTING_TABLE_NAMES, type ListingTables } from './listing-tables.ts';
import type { RecordedEvent } from '@kneewise/engine';
import type { StrengthSessionTable } from './strength-table.ts';
import type { WatchedTable } from './watched-table.ts';
import type { FilledTable, PainEntryTable, TakenTable } from './diary-tables.ts';

export interface RunnerTable {
  runner_id: string;
  settings: string;
}

/** One file as it came. */
export interface SourceTable {
  runner_id: string;
  source_id: string;
  /** Order of arrival. */
  arrival: number;
  path: string;
  content_hash: string;
  outcome: 'added' | 'other' | 'duplicate' | 'refused';
  refusal: string | null;
  size_bytes: number;
  /** Of the bytes as they came, which for a `.gz` are not those of `content_hash`. */
  original_sha256: string;
  chunks: number;
  /** Of a refused file: the reader that refused it, where that is known. */
  refused_by: string | null;
}

export interface OriginalChunkTable {
  runner_id: string;
  source_id: string;
  chunk: number;
  codec: 'as-is' | 'zstd';
  bytes: Uint8Array;
}

/**
 * One recording of one file. Recordings that share an `activity_id` are of the same activity; exactly one of
 * them is `used`: it speaks for the activity. The others wait in case it goes or a still richer one regroups them.
 */
export interface RecordingTable {
  runner_id: string;
  source_id: string;
  position: number;
  activity_id: string;
  used: number;
  sport: string;
  sub_sport: string | null;
  name: string | null;
  device: string | null;
  start_at_ms: number;
  utc_offset_min: number | null;
  elapsed_s: number;
  distance_m: number | null;
  moving_s: number | null;
  ascent_m: number | null;
  descent_m: number | null;
  /** JSON: why each figure above that is null is not known. */
  because: string | null;
  pauses: string;
  warnings: string;
  /** JSON: names of the channels that hold at least one sample. */
  channels: string;
  samples: number;
  engine_version: number | null;
  /** JSON without the cadence bins. */
  analysis: string | null;
  cadence_bins: Uint8Array | null;
}

export interface TrackTable {
  runner_id: string;
  source_id: string;
  position: number;
  packed: Uint8Array;
}

export interface CheckInTable {
  runner_id: string;
  check_in_id: string;
  activity_id: string | null;
  side: 'left' | 'right';
  moment: 'during' | 'evening' | 'next-morning' | '48h';
  at_ms: number;
  utc_offset_min: number;
  pain: number;
  onset_m: number | null;
  stop_sign: number | null;
  painkiller: number | null;
  eased: number | null;
  /** The recording that spoke for the activity when this was said, by the content of its file: it finds back to it. */
  about_hash: string | null;
  about_position: number | null;
}

export interface EventTable {
  runner_id: string;
  event_id: string;
  /** Order of arrival. */
  arrival: number;
  kind: RecordedEvent['kind'];
  /** The runner's local day, `YYYY-MM-DD`. */
  date: string;
  /** Of a walk only. */
  pain: number | null;
  /** Of a clearance only. */
  who: string | null;
  allowed: string | null;
}

export interface ImportBatchTable {
  runner_id: string;
  batch_id: string;
  label: string;
  state: 'receiving' | 'reading' | 'done' | 'stopped' | 'undone';
  created_at_ms: number;
  files_found: number;
}

/** One row of an import: a file and what became of it. */
export interface ImportFileTable {
  runner_id: string;
  batch_id: string;
  row: number;
  path: string;
  /** null for what never became a source. */
  content_hash: string | null;
  outcome: 'added' | 'other' | 'duplicate' | 'refused';
  activity_ids: string;
  warnings: string;
  refusal: string | null;
  duplicate_of: string | null;
}

export interface InboxTable {
  runner_id: string;
  inbox_id: string;
  arrival: number;
  batch_id: string;
  path: string;
  size_bytes: number;
}

/** One knee check. */
export interface KneeCheckTable {
  runner_id: string;
  check_id: string;
  revision: number;
  begun_at_ms: number;
  /** null: under way. */
  finished_at_ms: number | null;
  /** The rest of it, as JSON. */
  kept: string;
}

export interface Tables extends ListingTables {
  knee_check: KneeCheckTable;
  runner: RunnerTable;
  source: SourceTable;
  original_chunk: OriginalChunkTable;
  recording: RecordingTable;
  track: TrackTable;
  check_in: CheckInTable;
  event: EventTable;
  import_batch: ImportBatchTable;
  import_file: ImportFileTable;
  inbox: InboxTable;
  pain_entry: PainEntryTable;
  taken: TakenTable;
  questionnaire: FilledTable;
  strength_session: StrengthSessionTable;
  watched: WatchedTable;
}

/** Children before parents; `erase` and tests go through all of them. */
export const TABLE_NAMES = [
  'strength_session',
  'watched',
  'questionnaire',
  'taken',
  'pain_entry',
  'knee_check',
  'inbox',
  'import_file',
  'import_batch',
  'event',
  'check_in',
  ...LISTING_TABLE_NAMES,
  'track',
  'recording',
  'original_chunk',
  'source',
  'runner',
] as const satisfies readonly (keyof Tables)[];

import type { Dictionary } from './dictionary-types.ts';

const RUNNER = ['whose it is; one runner uses `me`', '—'] as const;
const SOURCE = ['the file it comes from: `source`', '—'] as const;
const POSITION = ['which recording of that file, from 0', 'count'] as const;
const BATCH = ['the import: `import_batch`', '—'] as const;

/** Files, what was recorded in them, and the imports that brought them. */
export const RUN_TABLES: Pick<
  Dictionary,
  | 'source'
  | 'original_chunk'
  | 'recording'
  | 'track'
  | 'joined_track'
  | 'listing'
  | 'listed_shoe'
  | 'source_name'
  | 'import_batch'
  | 'import_file'
  | 'inbox'
  | 'watched'
> = {
  source: {
    is: 'One file as it came, whether it could be read or not.',
    columns: {
      runner_id: RUNNER,
      source_id: ['names the file in other tables', '—'],
      arrival: ['order in which files came, from 0', 'count'],
      path: ['its name and folder as it came; `archive.zip!/path` inside an archive', '—'],
      content_hash: ['SHA-256 of its content (of a .gz: unpacked), hex', '—'],
      outcome: ['added, other (not a run), duplicate or refused', '—'],
      refusal: ['why it was refused: code, reason, byte; empty where it was not', 'JSON'],
      size_bytes: ['size as it came', 'bytes'],
      original_sha256: ['SHA-256 of the bytes as they came, hex', '—'],
      chunks: ['pieces it is kept in', 'count'],
      refused_by: ['the reader that refused it', '—'],
    },
  },
  original_chunk: {
    is: 'The bytes of files, in pieces. Exported as the files themselves.',
    columns: {
      runner_id: RUNNER,
      source_id: SOURCE,
      chunk: ['which piece, from 0', 'count'],
      codec: ['as-is or zstd', '—'],
      bytes: ['the piece', 'bytes'],
    },
  },
  recording: {
    is: 'One recording of one file. Those with the same activity_id are of the same activity; the one that is used speaks for it and is the only one that counts.',
    columns: {
      runner_id: RUNNER,
      source_id: SOURCE,
      position: POSITION,
      activity_id: ['the activity; names a run in answers', '—'],
      used: ['whether it speaks for its activity', '1 or 0'],
      sport: ['running, cycling, …; unknown where no file states it', '—'],
      sub_sport: ['as the file states it: trail, treadmill, …', '—'],
      name: ['its title', '—'],
      device: ['what recorded it', '—'],
      start_at_ms: ['when it began', 'ms since 1970, UTC'],
      utc_offset_min: ['the place’s clock ahead of UTC; empty where not known', 'min'],
      elapsed_s: ['from begin to end, pauses included', 's'],
      distance_m: ['distance', 'm'],
      moving_s: ['time moving, pauses not included', 's'],
      ascent_m: ['height climbed', 'm'],
      descent_m: ['height descended', 'm'],
      because: ['why a figure that is empty is not known', 'JSON'],
      pauses: ['stretches without recording, seconds from the start', 'JSON'],
      warnings: ['remarks of the reader', 'JSON'],
      channels: ['what was recorded along it', 'JSON'],
      samples: ['moments recorded', 'count'],
      engine_version: ['which engine worked out the analysis', 'count'],
      analysis: ['what was worked out: speed m/s, cadence steps/min, knee load in body weights (BW)', 'JSON'],
      cadence_bins: ['half-minutes: [speed m/s, cadence steps/min, grade as a ratio or null]', 'JSON'],
    },
  },
  track: {
    is: 'The samples of each recording. Exported as one CSV a recording.',
    columns: { runner_id: RUNNER, source_id: SOURCE, position: POSITION, packed: ['the samples', 'bytes'] },
  },
  joined_track: {
    is: 'Samples of an archive’s list together with those of the file it names. Exported as one CSV each.',
    columns: { runner_id: RUNNER, source_id: SOURCE, position: POSITION, packed: ['the samples', 'bytes'] },
  },
  listing: {
    is: 'What lists of archives say about recordings.',
    columns: {
      runner_id: RUNNER,
      source_id: SOURCE,
      position: POSITION,
      listed: ['whether the recording comes from a list', '1 or 0'],
      refers_to: ['name of the file with its samples', '—'],
      shoe: ['the shoe worn', '—'],
      own: ['the recording’s own columns, where a list says otherwise', 'JSON'],
    },
  },
  listed_shoe: {
    is: 'Pairs of shoes from lists.',
    columns: {
      runner_id: RUNNER,
      source_id: SOURCE,
      position: POSITION,
      name: ['its name', '—'],
      brand: ['its brand', '—'],
      model: ['its model', '—'],
    },
  },
  source_name: {
    is: 'Every name a file came by, without folder and .gz, in small letters.',
    columns: { runner_id: RUNNER, source_id: SOURCE, file_key: ['the name', '—'] },
  },
  import_batch: {
    is: 'One import.',
    columns: {
      runner_id: RUNNER,
      batch_id: ['names the import in other tables', '—'],
      label: ['what was imported, in words', '—'],
      state: ['receiving, reading, done, stopped or undone', '—'],
      created_at_ms: ['when it was begun', 'ms since 1970, UTC'],
      files_found: ['files it had', 'count'],
    },
  },
  import_file: {
    is: 'One file that an import met, and what became of it.',
    columns: {
      runner_id: RUNNER,
      batch_id: BATCH,
      row: ['in the order met, from 0', 'count'],
      path: ['its name and folder', '—'],
      content_hash: ['its content, as in `source`; empty where it was not opened', '—'],
      outcome: ['added, other (not a run), duplicate or refused', '—'],
      activity_ids: ['activities it gave or was matched with', 'JSON'],
      warnings: ['remarks of the reader', 'JSON'],
      refusal: ['why it was refused', 'JSON'],
      duplicate_of: ['path of the file whose run it is', '—'],
    },
  },
  inbox: {
    is: 'Files received and not yet read.',
    columns: {
      runner_id: RUNNER,
      inbox_id: ['its name in the data folder’s inbox', '—'],
      arrival: ['order in which they came', 'count'],
      batch_id: BATCH,
      path: ['as the sender named it', '—'],
      size_bytes: ['size', 'bytes'],
    },
  },
  watched: {
    is: 'What watched folders held when it was imported.',
    columns: {
      runner_id: RUNNER,
      folder: ['the folder', '—'],
      path: ['the file within it', '—'],
      mark: ['its size in bytes and its time in ms since 1970', '—'],
    },
  },
};

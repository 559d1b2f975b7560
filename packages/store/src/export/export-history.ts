/**
 * Everything of one runner in forms that other programs read: the files as they came, every table as CSV and JSON, the
 * samples as CSV. One moment of the history, whatever is written meanwhile, and never more than a piece in memory.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { channelsOf, type Track } from '@kneewise/engine';
import { unpackCadenceBins } from '../history/cadence-bins.ts';
import { unpackChunk } from '../history/original.ts';
import { TABLE_NAMES } from '../schema/tables.ts';
import { fromSqlite } from '../store-error.ts';
import { unpackTrack } from '../track/pack-track.ts';
import type { ZipPart } from '../zip/zip-bytes.ts';
import { DICTIONARY, PACKED } from './dictionary.ts';
import type { TableMeaning } from './dictionary-types.ts';
import { exportNames } from './export-names.ts';
import { renderDictionary } from './render-dictionary.ts';
import { csvBytes, csvLine, jsonBytes, textPieces } from './write-rows.ts';

export interface Export {
  /** Files, in the order to write them; each to its end before the next. */
  readonly parts: AsyncIterable<ZipPart>;
  /** How many there will be, for a progress line. */
  readonly count: number;
  /** What could not be given back whole; known once all is written. */
  readonly problems: readonly string[];
  close(): void;
}

type Row = Record<string, SQLOutputValue>;
const TEXT = new TextEncoder();

/**
 * @param folder the data folder; its history must have today's tables (open it first)
 * @throws {StoreError} where it cannot be read
 */
export function exportHistory(folder: string, runnerId: string): Export {
  const path = join(folder, 'kneewise.db');
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(path, { readOnly: true, timeout: 15_000 });
    // Everything below is of the moment of the first look.
    database.exec('begin; select 1 from source');
  } catch (error) {
    throw fromSqlite(error, path);
  }
  const problems: string[] = [];
  const all = (query: string): Row[] => database.prepare(query).all(runnerId);
  const originalName = exportNames();
  const sources = all('select * from source where runner_id = ? order by arrival').map((row) => ({
    row,
    file: `originals/${originalName(String(row['path']))}`,
  }));
  const fileOf = new Map(sources.map(({ row, file }) => [row['source_id'], file]));
  const trackName = exportNames();
  const tracks = (['track', 'joined_track'] as const).flatMap((table) =>
    all(
      `select ${table}.source_id, ${table}.position, recording.start_at_ms
        from ${table} join recording using (runner_id, source_id, position)
        where runner_id = ? order by start_at_ms, source_id, position`,
    ).map((row) => ({ table, row, file: `tracks/${trackName(trackFile(row, table))}` })),
  );
  const trackOf = new Map(tracks.map(({ table, row, file }) => [placeOf(table, row), file]));

  function* rowsOf(table: keyof typeof DICTIONARY): Generator<Row> {
    // `iterate` keeps one row in memory; JSON columns and packed ones become what the dictionary says.
    for (const row of database
      .prepare(`select ${selected(table).join(', ')} from "${table}" where runner_id = ?`)
      .iterate(runnerId)) {
      if ('cadence_bins' in row) row['cadence_bins'] = binsAsJson(row['cadence_bins']);
      if (table === 'source') row['file'] = fileOf.get(row['source_id'] ?? '') ?? null;
      if (table === 'track' || table === 'joined_track')
        row['file'] = trackOf.get(placeOf(table, row)) ?? null;
      yield row;
    }
  }

  async function* originalBytes(row: Row): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    const chunks = database.prepare(
      'select codec, bytes from original_chunk where runner_id = ? and source_id = ? and chunk = ?',
    );
    try {
      for (let chunk = 0; chunk < Number(row['chunks']); chunk++) {
        const found = chunks.get(runnerId, row['source_id'] ?? null, chunk);
        if (found === undefined) throw new Error('a piece is not there');
        const piece = unpackChunk(String(found['codec']), found['bytes'] as Uint8Array);
        hash.update(piece);
        yield piece;
      }
      if (hash.digest('hex') !== row['original_sha256']) throw new Error('it is not what came');
    } catch (error) {
      // One damaged file must not keep the others back.
      problems.push(`${String(row['path'])}: the stored original is damaged (${String(error)}).`);
    }
  }

  async function* trackBytes(table: string, row: Row, file: string): AsyncGenerator<Uint8Array> {
    const found = database
      .prepare(`select packed from ${table} where runner_id = ? and source_id = ? and position = ?`)
      .get(runnerId, row['source_id'] ?? null, row['position'] ?? null);
    let track: Track;
    try {
      track = unpackTrack(found?.['packed'] as Uint8Array);
    } catch (error) {
      problems.push(`${file}: the stored samples are damaged (${String(error)}).`);
      return;
    }
    yield* textPieces(trackLines(track));
  }

  async function* parts(): AsyncGenerator<ZipPart> {
    yield { name: 'README.md', bytes: TEXT.encode(renderDictionary()), pack: true };
    for (const table of EXPORTED) {
      const columns = columnsOf(table);
      yield { name: `tables/${table}.csv`, bytes: csvBytes(columns, rowsOf(table)), pack: true };
      yield { name: `tables/${table}.json`, bytes: jsonBytes(jsonColumns(table), rowsOf(table)), pack: true };
    }
    for (const { row, file } of sources)
      yield { name: file, bytes: originalBytes(row), pack: !/\.(?:gz|zip)$/i.test(file) };
    for (const { table, row, file } of tracks)
      yield { name: file, bytes: trackBytes(table, row, file), pack: true };
    if (problems.length > 0)
      yield { name: 'PROBLEMS.txt', bytes: TEXT.encode(`${problems.join('\n')}\n`), pack: true };
  }

  return {
    parts: parts(),
    count: 1 + 2 * EXPORTED.length + sources.length + tracks.length,
    problems,
    close: () => database.close(),
  };
}

/** The bytes of files are files. */
const EXPORTED = TABLE_NAMES.toReversed().filter((table) => table !== 'original_chunk');

const meaningOf = (table: keyof typeof DICTIONARY): TableMeaning<Record<string, unknown>> =>
  DICTIONARY[table];
const selected = (table: keyof typeof DICTIONARY): string[] =>
  Object.keys(meaningOf(table).columns).filter((column) => PACKED[`${table}.${column}`] === undefined);
const columnsOf = (table: keyof typeof DICTIONARY): string[] => [
  ...selected(table),
  ...(['source', 'track', 'joined_track'].includes(table) ? ['file'] : []),
];
const jsonColumns = (table: keyof typeof DICTIONARY): ReadonlySet<string> =>
  new Set(
    Object.entries(meaningOf(table).columns).flatMap(([column, [, unit]]) =>
      unit === 'JSON' ? [column] : [],
    ),
  );

const placeOf = (table: string, row: Row): string => [table, row['source_id'], row['position']].join(' ');

function trackFile(row: Row, table: string): string {
  const start = new Date(Number(row['start_at_ms']));
  const moment = Number.isNaN(start.getTime()) ? 'undated' : start.toISOString().slice(0, 16);
  return `${moment.replaceAll(':', '')}${table === 'track' ? '' : '-joined'}.csv`;
}

const binsAsJson = (bytes: SQLOutputValue | undefined): string | null =>
  bytes instanceof Uint8Array
    ? JSON.stringify(
        unpackCadenceBins(bytes).map(({ speedMps, cadenceSpm, gradeRatio }) => [
          speedMps,
          cadenceSpm,
          gradeRatio,
        ]),
      )
    : null;

/** A ten-millionth of a degree is a centimetre: finer than any sensor. */
const FINEST = 1e7;

function* trackLines(track: Track): Generator<string> {
  const channels = channelsOf(track);
  yield csvLine(['timeS', ...channels]);
  const columns = [track.timeS, ...channels.map((channel) => track[channel])];
  for (let i = 0; i < track.timeS.length; i++) {
    let line = '';
    // Tens of millions of numbers: joined without a list of them.
    for (const column of columns) {
      const value = column?.[i] ?? Number.NaN;
      if (column !== track.timeS) line += ',';
      if (!Number.isNaN(value)) line += Math.round(value * FINEST) / FINEST;
    }
    yield `${line}\n`;
  }
}

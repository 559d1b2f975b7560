/** What questions over a history ask for. */
import type { Interval, OtherActivity, Recording, Run, RunAnalysis, Track } from '@kneewise/engine';
import type { Warning } from '@kneewise/formats';
import type { RecordingRef, StoredActivity } from '../history-store.ts';
import type { Database } from '../sqlite/open-database.ts';
import { unpackTrack } from '../track/pack-track.ts';
import { type AnalysisFigures, analysisColumns, withCadenceBins } from './analysis.ts';
import { measuredOf, recordingOf, reasonsOf } from './recording-rows.ts';

/** The sport that counts as a run: the engine's `isRun`, as a query can ask it. */
const RUNNING = 'running';

export async function runs(db: Database, runnerId: string): Promise<readonly Run[]> {
  const rows = await db
    .selectFrom('recording')
    .select([
      'activity_id',
      'start_at_ms',
      'utc_offset_min',
      'sub_sport',
      'distance_m',
      'moving_s',
      'elapsed_s',
      'because',
      'analysis',
      'cadence_bins',
    ])
    .where('runner_id', '=', runnerId)
    .where('used', '=', 1)
    .where('sport', '=', RUNNING)
    .orderBy('start_at_ms')
    .orderBy('activity_id')
    .execute();
  // One long text is parsed in half the time of thousands of short ones.
  const analyses = JSON.parse(`[${rows.map(({ analysis }) => analysis).join(',')}]`) as AnalysisFigures[];
  return rows.flatMap((row, i) => {
    const figures = analyses[i];
    if (figures === undefined) return [];
    const reasons = reasonsOf(row.because);
    return {
      id: row.activity_id,
      startAtMs: row.start_at_ms,
      utcOffsetMin: row.utc_offset_min,
      subSport: row.sub_sport,
      distanceM: measuredOf(row.distance_m, 'distanceM', reasons),
      movingS: measuredOf(row.moving_s, 'movingS', reasons),
      elapsedS: row.elapsed_s,
      analysis: withCadenceBins(figures, row.cadence_bins),
    };
  });
}

export async function counts(db: Database, runnerId: string): Promise<{ runs: number; others: number }> {
  const rows = await db
    .selectFrom('recording')
    .select((eb) => ['sport', eb.fn.countAll<number>().as('activities')])
    .where('runner_id', '=', runnerId)
    .where('used', '=', 1)
    .groupBy('sport')
    .execute();
  const all = rows.reduce((sum, { activities }) => sum + activities, 0);
  const running = rows.find(({ sport }) => sport === RUNNING)?.activities ?? 0;
  return { runs: running, others: all - running };
}

export async function others(db: Database, runnerId: string): Promise<readonly OtherActivity[]> {
  const rows = await db
    .selectFrom('recording')
    .select(['start_at_ms', 'utc_offset_min', 'sport'])
    .where('runner_id', '=', runnerId)
    .where('used', '=', 1)
    .where('sport', '!=', RUNNING)
    .orderBy('start_at_ms')
    .orderBy('activity_id')
    .execute();
  return rows.map((row) => ({
    startAtMs: row.start_at_ms,
    utcOffsetMin: row.utc_offset_min,
    sport: row.sport,
  }));
}

export async function activity(db: Database, runnerId: string, id: string): Promise<StoredActivity | null> {
  const row = await speakerOf(db, runnerId, id);
  if (row === null) return null;
  const sources = await db
    .selectFrom('recording')
    .innerJoin('source', (join) =>
      join
        .onRef('source.runner_id', '=', 'recording.runner_id')
        .onRef('source.source_id', '=', 'recording.source_id'),
    )
    .select(['source.source_id as id', 'source.path', 'source.size_bytes as sizeBytes', 'recording.used'])
    .where('recording.runner_id', '=', runnerId)
    .where('recording.activity_id', '=', id)
    .orderBy('source.arrival')
    .orderBy('recording.position')
    .execute();
  return {
    id,
    sport: row.sport,
    subSport: row.sub_sport,
    name: row.name,
    device: row.device,
    startAtMs: row.start_at_ms,
    utcOffsetMin: row.utc_offset_min,
    distanceM: row.distance_m,
    movingS: row.moving_s,
    elapsedS: row.elapsed_s,
    warnings: JSON.parse(row.warnings) as Warning[],
    analysis:
      row.analysis === null
        ? null
        : withCadenceBins(JSON.parse(row.analysis) as AnalysisFigures, row.cadence_bins),
    pauses: JSON.parse(row.pauses) as Interval[],
    channels: JSON.parse(row.channels) as string[],
    sources: sources.map(({ id: sourceId, path, sizeBytes, used }) => ({
      id: sourceId,
      path,
      sizeBytes,
      used: used === 1,
    })),
  };
}

export async function track(db: Database, runnerId: string, id: string): Promise<Track | null> {
  const row = await speakerOf(db, runnerId, id);
  return row === null ? null : trackOf(db, runnerId, { sourceId: row.source_id, position: row.position });
}

export async function recording(db: Database, runnerId: string, id: string): Promise<Recording | null> {
  const row = await speakerOf(db, runnerId, id);
  if (row === null) return null;
  return recordingOf(row, await trackOf(db, runnerId, { sourceId: row.source_id, position: row.position }));
}

export async function outdated(
  db: Database,
  runnerId: string,
  engineVersion: number,
  limit: number,
): Promise<readonly { ref: RecordingRef; recording: Recording }[]> {
  const rows = await db
    .selectFrom('recording')
    .selectAll()
    .where('runner_id', '=', runnerId)
    .where('sport', '=', RUNNING)
    .where((eb) => eb.or([eb('engine_version', 'is', null), eb('engine_version', '<', engineVersion)]))
    .orderBy('start_at_ms', 'desc')
    .limit(limit)
    .execute();
  const found: { ref: RecordingRef; recording: Recording }[] = [];
  for (const row of rows) {
    const ref = { sourceId: row.source_id, position: row.position };
    found.push({ ref, recording: recordingOf(row, await trackOf(db, runnerId, ref)) });
  }
  return found;
}

/** How many runs `outdated` would give without a limit. */
export async function outdatedCount(db: Database, runnerId: string, engineVersion: number): Promise<number> {
  const { runs: count } = await db
    .selectFrom('recording')
    .select((eb) => eb.fn.countAll<number>().as('runs'))
    .where('runner_id', '=', runnerId)
    .where('sport', '=', RUNNING)
    .where((eb) => eb.or([eb('engine_version', 'is', null), eb('engine_version', '<', engineVersion)]))
    .executeTakeFirstOrThrow();
  return count;
}

export async function saveAnalysis(
  db: Database,
  runnerId: string,
  ref: RecordingRef,
  analysis: RunAnalysis,
): Promise<void> {
  await db
    .updateTable('recording')
    .set(analysisColumns(analysis))
    .where('runner_id', '=', runnerId)
    .where('source_id', '=', ref.sourceId)
    .where('position', '=', ref.position)
    .execute();
}

async function speakerOf(db: Database, runnerId: string, activityId: string) {
  const row = await db
    .selectFrom('recording')
    .selectAll()
    .where('runner_id', '=', runnerId)
    .where('activity_id', '=', activityId)
    .where('used', '=', 1)
    .executeTakeFirst();
  return row ?? null;
}

/** With the samples of the file that its list names, where there is one. */
async function trackOf(db: Database, runnerId: string, ref: RecordingRef): Promise<Track> {
  const { own, joined } = await db
    .selectFrom('track')
    .leftJoin('joined_track', (join) =>
      join
        .onRef('joined_track.runner_id', '=', 'track.runner_id')
        .onRef('joined_track.source_id', '=', 'track.source_id')
        .onRef('joined_track.position', '=', 'track.position'),
    )
    .select(['track.packed as own', 'joined_track.packed as joined'])
    .where('track.runner_id', '=', runnerId)
    .where('track.source_id', '=', ref.sourceId)
    .where('track.position', '=', ref.position)
    .executeTakeFirstOrThrow();
  return unpackTrack(joined ?? own);
}

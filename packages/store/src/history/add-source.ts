/** One file into the history, in one transaction: its bytes, its recordings, and the row of its import. */
import { randomUUID } from 'node:crypto';
import { isRun } from '@kneewise/engine';
import { fileKey, READER_VERSION, type Warning } from '@kneewise/formats';
import type { FileInBatch, NewSource, Outcome } from '../history-store.ts';
import { rowOf, writeRow } from '../imports/outcome-rows.ts';
import type { SourceTable } from '../schema/tables.ts';
import type { Database, Work } from '../sqlite/open-database.ts';
import { packTrack } from '../track/pack-track.ts';
import { keepName } from './links.ts';
import { activitiesOf } from './follow-moved.ts';
import { gather, type Gathered, storeOriginal } from './original.ts';
import { recordingRow } from './recording-rows.ts';
import { type Group, regroupAround } from './regroup.ts';

/** @throws {RangeError} where the file holds neither an activity nor a refusal, or both */
export async function addSource(
  db: Database,
  spoolFolder: string,
  runnerId: string,
  source: NewSource,
): Promise<Outcome> {
  const gaveSomething = source.activities.length > 0 || source.shoes !== undefined;
  if ((source.refusal === null) !== gaveSomething) {
    throw new RangeError(
      `source must hold activities or a refusal, got ${source.activities.length} activities and ${source.refusal?.code ?? 'no refusal'}`,
    );
  }
  // Packing takes longest and needs no lock, so it is done first.
  const original = await gather(source.original, spoolFolder);
  const tracks = source.activities.map(
    ({ recording, packed }) => packed?.bytes ?? packTrack(recording.track),
  );
  try {
    return await db.transaction().execute(async (tx) => {
      const settled = await settle(tx, runnerId, source);
      if (settled !== null) return settled;
      const outcome = await keep(tx, runnerId, source, original, tracks);
      await writeRow(tx, runnerId, source.batchId, source.contentHash, outcome);
      return outcome;
    });
  } finally {
    await original.discard();
  }
}

/** Kept with what it refuses, so that another one may be asked. */
export const readerName = `reader ${READER_VERSION}`;

/** See `HistoryStore.seenBefore`. */
export const seenBefore = (db: Database, runnerId: string, file: FileInBatch): Promise<Outcome | null> =>
  db.transaction().execute((tx) => settle(tx, runnerId, file));

/** See `HistoryStore.hasContent`. */
export async function hasContent(
  db: Database | Work,
  runnerId: string,
  contentHash: string,
): Promise<Outcome | null> {
  const source = await sourceByContent(db, runnerId, contentHash);
  if (source === null || source.refusal !== null) return null;
  const recordings = await db
    .selectFrom('recording')
    .select(['activity_id', 'warnings'])
    .where('runner_id', '=', runnerId)
    .where('source_id', '=', source.source_id)
    .orderBy('position')
    .execute();
  return {
    path: source.path,
    outcome: source.outcome,
    activityIds: [...new Set(recordings.map(({ activity_id }) => activity_id))],
    warnings: distinct(recordings.flatMap(({ warnings }) => JSON.parse(warnings) as Warning[])),
    refusal: null,
    duplicateOf: null,
  };
}

/** The outcome of a file that needs no reading: met in this batch before, or its content is here already. */
async function settle(tx: Work, runnerId: string, file: FileInBatch): Promise<Outcome | null> {
  const before = await rowOf(tx, runnerId, file);
  if (before !== null && before.outcome !== 'refused') return before;
  const same = await hasContent(tx, runnerId, file.contentHash);
  if (same === null) return null;
  await anotherName(tx, runnerId, file);
  const outcome: Outcome = {
    path: file.path,
    outcome: 'duplicate',
    activityIds: same.activityIds,
    warnings: [],
    refusal: null,
    duplicateOf: same.path,
  };
  await writeRow(tx, runnerId, file.batchId, file.contentHash, outcome);
  return outcome;
}

/** The same content by a name that a list may know it by. */
async function anotherName(tx: Work, runnerId: string, { contentHash, path }: FileInBatch): Promise<void> {
  const source = await sourceByContent(tx, runnerId, contentHash);
  if (source === null || !(await keepName(tx, runnerId, source.source_id, fileKey(path)))) return;
  const starts = await tx
    .selectFrom('recording')
    .select('start_at_ms')
    .where('runner_id', '=', runnerId)
    .where('source_id', '=', source.source_id)
    .execute();
  for (const { start_at_ms } of starts) await regroupAround(tx, runnerId, start_at_ms);
}

async function keep(
  tx: Work,
  runnerId: string,
  source: NewSource,
  original: Gathered,
  tracks: readonly Uint8Array[],
): Promise<Outcome> {
  const refusedBefore = await sourceByContent(tx, runnerId, source.contentHash);
  const sourceId = refusedBefore?.source_id ?? randomUUID();
  if (refusedBefore === null) {
    await storeSource(tx, runnerId, sourceId, source, original);
    await storeOriginal(tx, runnerId, sourceId, original);
  }
  for (const [position, activity] of source.activities.entries()) {
    const key = { runner_id: runnerId, source_id: sourceId, position };
    await tx
      .insertInto('recording')
      .values(recordingRow(runnerId, sourceId, position, activity))
      .execute();
    await tx
      .insertInto('track')
      .values({ ...key, packed: tracks[position] ?? new Uint8Array() })
      .execute();
    const { listed, shoe = null } = activity.recording;
    if (listed === undefined && shoe === null) continue;
    await tx
      .insertInto('listing')
      .values({
        ...key,
        listed: Number(listed !== undefined),
        refers_to: listed?.file ?? null,
        shoe,
        own: null,
      })
      .execute();
  }
  for (const [position, shoe] of (source.shoes ?? []).entries()) {
    await tx
      .insertInto('listed_shoe')
      .values({ runner_id: runnerId, source_id: sourceId, position, ...shoe })
      .execute();
  }
  await keepName(tx, runnerId, sourceId, fileKey(source.path));
  const outcome = await outcomeAfterGrouping(tx, runnerId, sourceId, source);
  await callAnswersHome(tx, runnerId, sourceId, source.contentHash);
  await tx
    .updateTable('source')
    .set({
      outcome: outcome.outcome,
      refusal: source.refusal === null ? null : JSON.stringify(source.refusal),
      refused_by: source.refusal === null ? null : readerName,
    })
    .where('runner_id', '=', runnerId)
    .where('source_id', '=', sourceId)
    .execute();
  return outcome;
}

/** Answers whose run was undone find back to it when its file comes again. */
const callAnswersHome = (tx: Work, runnerId: string, sourceId: string, contentHash: string) =>
  tx
    .updateTable('check_in')
    .set((eb) => ({
      activity_id: eb
        .selectFrom('recording')
        .select('recording.activity_id')
        .where('recording.runner_id', '=', runnerId)
        .where('recording.source_id', '=', sourceId)
        .whereRef('recording.position', '=', 'check_in.about_position'),
    }))
    .where('runner_id', '=', runnerId)
    .where('activity_id', 'is', null)
    .where('about_hash', '=', contentHash)
    .execute();

async function outcomeAfterGrouping(
  tx: Work,
  runnerId: string,
  sourceId: string,
  source: NewSource,
): Promise<Outcome> {
  // A list of thousands: each of its entries is grouped once.
  const mine: Group[] = [];
  const grouped = new Set<number>();
  for (const [position, { recording }] of source.activities.entries()) {
    if (grouped.has(position)) continue;
    for (const group of await regroupAround(tx, runnerId, Math.round(recording.startAtMs))) {
      const own = group.members.filter((member) => member.sourceId === sourceId);
      if (own.length === 0 || own.some((member) => grouped.has(member.position))) continue;
      mine.push(group);
      for (const member of own) grouped.add(member.position);
    }
  }
  // Mere totals are no run that was here already: it is the file that brings it.
  const others = mine.map(({ members }) =>
    members.filter((member) => member.sourceId !== sourceId && !(member.listed && member.samples === 0)),
  );
  const isNewRun = mine.some((group, i) => isRun(group) && !(others[i] ?? []).some(isRun));
  const isNew = others.some((members) => members.length === 0);
  const first = others.flat().toSorted((a, b) => a.arrival - b.arrival)[0];
  const outcome =
    source.refusal !== null
      ? 'refused'
      : source.activities.length === 0
        ? 'other'
        : isNewRun
          ? 'added'
          : isNew
            ? 'other'
            : 'duplicate';
  return {
    path: source.path,
    outcome,
    activityIds: await activitiesOf(tx, runnerId, sourceId),
    warnings: distinct(source.activities.flatMap(({ warnings }) => warnings)),
    refusal: source.refusal,
    duplicateOf: outcome === 'duplicate' ? (first?.path ?? null) : null,
  };
}

async function storeSource(
  tx: Work,
  runnerId: string,
  sourceId: string,
  source: NewSource,
  original: Gathered,
): Promise<void> {
  const { last } = await tx
    .selectFrom('source')
    .select((eb) => eb.fn.coalesce(eb.fn.max('arrival'), eb.lit(-1)).as('last'))
    .where('runner_id', '=', runnerId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('source')
    .values({
      runner_id: runnerId,
      source_id: sourceId,
      arrival: last + 1,
      path: source.path,
      content_hash: source.contentHash,
      // `keep` writes what it came to once it is known.
      outcome: 'refused',
      refusal: null,
      size_bytes: original.sizeBytes,
      original_sha256: original.sha256,
      chunks: original.chunks,
      refused_by: null,
    })
    .execute();
}

async function sourceByContent(
  db: Database | Work,
  runnerId: string,
  contentHash: string,
): Promise<SourceTable | null> {
  const source = await db
    .selectFrom('source')
    .selectAll()
    .where('runner_id', '=', runnerId)
    .where('content_hash', '=', contentHash)
    .executeTakeFirst();
  return source ?? null;
}

/** The same remark of several legs is one remark. */
const distinct = (warnings: readonly Warning[]): Warning[] => [
  ...new Map(warnings.map((warning) => [`${warning.code}\n${warning.text}`, warning])).values(),
];

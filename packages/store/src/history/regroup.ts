/** After recordings came in: which activities the recordings around them now make up. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Work } from '../sqlite/open-database.ts';
import { type Comparable, groupByActivity, START_WITHIN_MS } from './same-run.ts';

/** A recording in the store, as far as grouping needs it. */
export interface Grouped extends Comparable {
  readonly sourceId: string;
  readonly arrival: number;
  readonly path: string;
  /** As stored before regrouping; empty for one that has just come. */
  readonly activityId: string;
  readonly used: boolean;
}

export interface Group {
  readonly activityId: string;
  /** The one that speaks for the activity first. */
  readonly members: readonly Grouped[];
}

/**
 * Regroups all recordings that start within reach of `startAtMs`, and of each other, and stores what changed.
 * An activity keeps its id as long as the recording that spoke for it stays with it.
 */
export async function regroupAround(tx: Work, runnerId: string, startAtMs: number): Promise<Group[]> {
  const recordings = await withinReach(tx, runnerId, startAtMs);
  const groups: Group[] = [];
  for (const members of groupByActivity(recordings)) {
    const [kept, ...merged] = members.filter(({ used }) => used).map(({ activityId }) => activityId);
    const activityId = kept ?? randomUUID();
    groups.push({ activityId, members });
    for (const old of merged) await rename(tx, runnerId, old, activityId);
  }
  const changed = groups.flatMap(({ activityId, members }) =>
    members
      .map((member, i) => ({ member, activityId, used: i === 0 }))
      .filter(({ member, used }) => member.activityId !== activityId || member.used !== used),
  );
  // Speakers last: two of one activity may not be there at the same time.
  for (const { member, activityId, used } of changed.toSorted((a, b) => Number(a.used) - Number(b.used))) {
    await tx
      .updateTable('recording')
      .set({ activity_id: activityId, used: Number(used) })
      .where('runner_id', '=', runnerId)
      .where('source_id', '=', member.sourceId)
      .where('position', '=', member.position)
      .execute();
  }
  return groups;
}

/** Every recording whose start is linked to `startAtMs` by steps of at most 60 s. */
async function withinReach(tx: Work, runnerId: string, startAtMs: number): Promise<Grouped[]> {
  let from = startAtMs;
  let to = startAtMs;
  let found: Grouped[] = [];
  for (;;) {
    const rows = await tx
      .selectFrom('recording')
      .innerJoin('source', (join) =>
        join
          .onRef('source.runner_id', '=', 'recording.runner_id')
          .onRef('source.source_id', '=', 'recording.source_id'),
      )
      .select([
        'recording.source_id as sourceId',
        'recording.position',
        'recording.activity_id as activityId',
        'recording.used',
        'recording.sport',
        'recording.start_at_ms as startAtMs',
        'recording.elapsed_s as elapsedS',
        'recording.channels',
        'recording.samples',
        'source.content_hash as contentHash',
        'source.arrival',
        'source.path',
      ])
      .where('recording.runner_id', '=', runnerId)
      .where('recording.start_at_ms', '>=', from - START_WITHIN_MS)
      .where('recording.start_at_ms', '<=', to + START_WITHIN_MS)
      .execute();
    if (rows.length === found.length) return found;
    found = rows.map(({ used, channels, ...row }) =>
      Object.assign(row, { used: used === 1, channels: (JSON.parse(channels) as string[]).length }),
    );
    from = Math.min(from, ...found.map((row) => row.startAtMs));
    to = Math.max(to, ...found.map((row) => row.startAtMs));
  }
}

/** Two activities turned out to be one: what pointed at the one given up points at the one kept. */
async function rename(tx: Work, runnerId: string, old: string, kept: string): Promise<void> {
  await tx
    .updateTable('check_in')
    .set({ activity_id: kept })
    .where('runner_id', '=', runnerId)
    .where('activity_id', '=', old)
    .execute();
  await tx
    .updateTable('import_file')
    .set({ activity_ids: sql`replace(activity_ids, ${old}, ${kept})` })
    .where('runner_id', '=', runnerId)
    .where('activity_ids', 'like', `%${old}%`)
    .execute();
}

/** A recording that was regrouped belongs to another activity: what speaks of it goes along. */
import type { Work } from '../sqlite/open-database.ts';

export interface Moved {
  readonly sourceId: string;
  readonly position: number;
  readonly contentHash: string;
  /** Where it is now. */
  readonly activityId: string;
}

export async function followMoved(tx: Work, runnerId: string, moved: readonly Moved[]): Promise<void> {
  for (const { contentHash, position, activityId } of moved)
    await tx
      .updateTable('check_in')
      .set({ activity_id: activityId })
      .where('runner_id', '=', runnerId)
      .where('about_hash', '=', contentHash)
      .where('about_position', '=', position)
      .where('activity_id', 'is not', null)
      .execute();
  const sources = new Map(moved.map(({ sourceId, contentHash }) => [sourceId, contentHash]));
  for (const [sourceId, contentHash] of sources)
    await tx
      .updateTable('import_file')
      .set({ activity_ids: JSON.stringify(await activitiesOf(tx, runnerId, sourceId)) })
      .where('runner_id', '=', runnerId)
      .where('content_hash', '=', contentHash)
      .where('outcome', '!=', 'refused')
      .execute();
}

/** In the order of its recordings. */
export async function activitiesOf(tx: Work, runnerId: string, sourceId: string): Promise<string[]> {
  const recordings = await tx
    .selectFrom('recording')
    .select('activity_id')
    .where('runner_id', '=', runnerId)
    .where('source_id', '=', sourceId)
    .orderBy('position')
    .execute();
  return [...new Set(recordings.map(({ activity_id }) => activity_id))];
}

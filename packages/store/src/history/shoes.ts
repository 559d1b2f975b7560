/** Shoes that archives name: which pairs there are, and which was worn on what. */
import type { ListedShoes } from '../history-store.ts';
import type { Database } from '../sqlite/open-database.ts';

/** Pairs by name, worn by time; the same pair from two lists once. */
export async function shoes(db: Database, runnerId: string): Promise<ListedShoes> {
  const pairs = await db
    .selectFrom('listed_shoe')
    .select(['name', 'brand', 'model'])
    .distinct()
    .where('runner_id', '=', runnerId)
    .orderBy('name')
    .orderBy('brand')
    .orderBy('model')
    .execute();
  const worn = await db
    .selectFrom('listing')
    .innerJoin('recording', (join) =>
      join
        .onRef('recording.runner_id', '=', 'listing.runner_id')
        .onRef('recording.source_id', '=', 'listing.source_id')
        .onRef('recording.position', '=', 'listing.position'),
    )
    .select(['recording.activity_id as activityId', 'listing.shoe'])
    .where('listing.runner_id', '=', runnerId)
    .where('listing.shoe', 'is not', null)
    .where('recording.used', '=', 1)
    .orderBy('recording.start_at_ms')
    .orderBy('recording.activity_id')
    .execute();
  return {
    pairs: pairs.map(({ name, brand, model }) => ({ name, brand, model })),
    worn: worn.flatMap(({ activityId, shoe }) => (shoe === null ? [] : { activityId, shoe })),
  };
}

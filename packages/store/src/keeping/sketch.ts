/**
 * What an import would come to, without keeping anything: the real import, into a store in memory that was told
 * which recordings there are. Tracks and bytes stay behind, so that ten years of them fit into a few megabytes.
 */
import type { NewSource, Store } from '../history-store.ts';
import type { Tables } from '../schema/tables.ts';
import type { Database } from '../sqlite/open-database.ts';
import { packTrack } from '../track/pack-track.ts';
import { inPortions } from './portions.ts';

/** What grouping and "seen before" look at. */
const LOOKED_AT = [
  'runner',
  'source',
  'source_name',
  'recording',
  'listing',
  'import_batch',
  'import_file',
] as const;
const NOTHING = new Uint8Array(0);
/** Where a list and a file are put together each has a track, if an empty one. */
const NO_SAMPLES = packTrack({ timeS: new Float64Array(0) });

/** Copies those rows of a runner. */
export async function tellSketch(from: Database, to: Database, runnerId: string): Promise<void> {
  for (const table of LOOKED_AT) {
    const rows = await from.selectFrom(table).selectAll().where('runner_id', '=', runnerId).execute();
    for (const portion of inPortions(rows.map(withoutFigures)))
      await to
        .insertInto(table)
        .values(portion as never)
        .execute();
  }
  const places = await to.selectFrom('recording').select(['runner_id', 'source_id', 'position']).execute();
  for (const portion of inPortions(places.map((place) => Object.assign(place, { packed: NO_SAMPLES }))))
    await to.insertInto('track').values(portion).execute();
}

/** Figures of a run decide nothing here and are most of its row. */
const withoutFigures = (row: Partial<Tables['recording']>): object =>
  'cadence_bins' in row ? { ...row, analysis: null, cadence_bins: null } : row;

/** What is added to it keeps neither track nor bytes. */
export const lightly = (store: Store): Store => ({
  ...store,
  addSource: async (runnerId, source) => {
    const { original, activities } = source;
    // Read to its end all the same: a file that breaks off while it is read is told now.
    if (!(original instanceof Uint8Array)) for await (const _ of original);
    const light: NewSource = {
      ...source,
      original: NOTHING,
      activities: activities.map((activity) =>
        activity.packed === undefined
          ? activity
          : Object.assign({}, activity, { packed: { ...activity.packed, bytes: NO_SAMPLES } }),
      ),
    };
    return store.addSource(runnerId, light);
  },
});

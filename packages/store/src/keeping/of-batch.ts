/** What an import brought, and what another one brought too. */
import { fileKey } from '@kneewise/formats';
import type { Work } from '../sqlite/open-database.ts';
import { byKey, inPortions } from './portions.ts';

/** Files of this import: those nobody else brought, and those another import met as well. */
export async function sourcesOf(
  tx: Work,
  runnerId: string,
  batchId: string,
): Promise<{ gone: string[]; shared: string[] }> {
  const sources = await tx
    .selectFrom('source')
    .select((eb) => [
      'source_id',
      eb
        .exists(
          eb
            .selectFrom('import_file as elsewhere')
            .select(eb.lit(1).as('one'))
            .where('elsewhere.runner_id', '=', runnerId)
            .whereRef('elsewhere.content_hash', '=', 'source.content_hash')
            .where('elsewhere.batch_id', '!=', batchId),
        )
        .as('elsewhere'),
    ])
    .where('runner_id', '=', runnerId)
    .where('content_hash', 'in', (eb) =>
      eb
        .selectFrom('import_file')
        .select((row) => row.ref('import_file.content_hash').$notNull().as('content_hash'))
        .where('import_file.runner_id', '=', runnerId)
        .where('import_file.batch_id', '=', batchId)
        .where('import_file.content_hash', 'is not', null),
    )
    .execute();
  const ids = (elsewhere: boolean): string[] =>
    sources.filter((source) => Boolean(source.elsewhere) === elsewhere).map(({ source_id }) => source_id);
  return { gone: ids(false), shared: ids(true) };
}

/** Names that a file which stays came by in this import only: a list that names it so knows it no longer. */
export async function namesOnlyHere(
  tx: Work,
  runnerId: string,
  batchId: string,
  shared: readonly string[],
): Promise<Map<string, string[]>> {
  const lost = new Map<string, string[]>();
  for (const portion of inPortions(shared)) {
    const rows = await tx
      .selectFrom('source')
      .innerJoin('import_file', (join) =>
        join
          .onRef('import_file.runner_id', '=', 'source.runner_id')
          .onRef('import_file.content_hash', '=', 'source.content_hash'),
      )
      .select(['source.source_id', 'import_file.path', 'import_file.batch_id'])
      .where('source.runner_id', '=', runnerId)
      .where('source.source_id', 'in', portion)
      .execute();
    for (const [sourceId, met] of byKey(rows, ({ source_id }) => source_id)) {
      const elsewhere = new Set(
        met.filter(({ batch_id }) => batch_id !== batchId).map(({ path }) => fileKey(path)),
      );
      const here = new Set(met.map(({ path }) => fileKey(path)));
      const only = [...here].filter((name) => !elsewhere.has(name));
      if (only.length > 0) lost.set(sourceId, only);
    }
  }
  return lost;
}

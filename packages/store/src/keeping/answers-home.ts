/** Answers whose activity may have changed or gone: each to the recording it was about, else its activity, else none. */
import type { Work } from '../sqlite/open-database.ts';
import { inPortions } from './portions.ts';

/** @returns how many answers are without a run now */
export async function leadAnswersHome(
  tx: Work,
  runnerId: string,
  activityIds: readonly string[],
): Promise<number> {
  let withoutRun = 0;
  for (const portion of inPortions(activityIds)) {
    const answers = await tx
      .selectFrom('check_in')
      .select(['check_in_id', 'activity_id', 'about_hash', 'about_position'])
      .where('runner_id', '=', runnerId)
      .where('activity_id', 'in', portion)
      .execute();
    for (const answer of answers) {
      const home = (await activityOf(tx, runnerId, answer)) ?? null;
      if (home === null) withoutRun++;
      if (home === answer.activity_id) continue;
      await tx
        .updateTable('check_in')
        .set({ activity_id: home })
        .where('runner_id', '=', runnerId)
        .where('check_in_id', '=', answer.check_in_id)
        .execute();
    }
  }
  return withoutRun;
}

async function activityOf(
  tx: Work,
  runnerId: string,
  answer: { activity_id: string | null; about_hash: string | null; about_position: number | null },
): Promise<string | undefined> {
  const about = await tx
    .selectFrom('recording')
    .innerJoin('source', (join) =>
      join
        .onRef('source.runner_id', '=', 'recording.runner_id')
        .onRef('source.source_id', '=', 'recording.source_id'),
    )
    .select('recording.activity_id')
    .where('recording.runner_id', '=', runnerId)
    .where('source.content_hash', '=', answer.about_hash)
    .where('recording.position', '=', answer.about_position)
    .executeTakeFirst();
  if (about !== undefined) return about.activity_id;
  const same = await tx
    .selectFrom('recording')
    .select('activity_id')
    .where('runner_id', '=', runnerId)
    .where('activity_id', '=', answer.activity_id)
    .executeTakeFirst();
  return same?.activity_id;
}

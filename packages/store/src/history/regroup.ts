/** After recordings came in: which activities the recordings around them now make up. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Work } from '../sqlite/open-database.ts';
import { followMoved } from './follow-moved.ts';
import { linkedStarts, withNames } from './links.ts';
import { applyLists, type OwnColumns } from './lists-say.ts';
import { type Comparable, groupByActivity, sameActivity, START_WITHIN_MS } from './same-run.ts';

/** A recording in the store, as far as grouping needs it. */
export interface Grouped extends Comparable {
  readonly sourceId: string;
  readonly arrival: number;
  readonly path: string;
  /** As stored before regrouping; empty for one that has just come. */
  readonly activityId: string;
  readonly used: boolean;
  readonly listed: boolean;
  readonly refersTo: string | null;
  readonly names: readonly string[];
  /** What it says itself, where a list's word stands in its row. */
  readonly own: OwnColumns | null;
}

export interface Group {
  readonly activityId: string;
  /** Of the activity: what its speaker says, or a list about it. */
  readonly sport: string;
  /** The one that speaks for the activity first. */
  readonly members: readonly Grouped[];
}

/**
 * Regroups the recordings that start at `startAtMs` with all they could share an activity with, and stores
 * what changed. Grouping joins only recordings of the same activity, so nobody else can be touched.
 * An activity keeps its id as long as the recording that spoke for it stays with it.
 */
export async function regroupAround(tx: Work, runnerId: string, startAtMs: number): Promise<Group[]> {
  const recordings = await withinReach(tx, runnerId, startAtMs);
  const found: Omit<Group, 'sport'>[] = [];
  for (const members of groupByActivity(recordings)) {
    const [kept, ...merged] = members.filter(({ used }) => used).map(({ activityId }) => activityId);
    const activityId = kept ?? randomUUID();
    found.push({ activityId, members });
    for (const old of merged) await rename(tx, runnerId, old, activityId);
  }
  const changed = found.flatMap(({ activityId, members }) =>
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
  const moved = changed.filter(({ member, activityId }) => !['', activityId].includes(member.activityId));
  await followMoved(
    tx,
    runnerId,
    moved.map(({ member, activityId }) => Object.assign({}, member, { activityId })),
  );
  const groups: Group[] = [];
  for (const group of found) groups.push({ ...group, sport: await applyLists(tx, runnerId, group.members) });
  return groups;
}

/**
 * Every recording that is linked to those at `startAtMs` by steps from one to another of the same activity, or from a
 * list to the file it names and back.
 */
export async function withinReach(tx: Work, runnerId: string, startAtMs: number): Promise<Grouped[]> {
  const keyOf = ({ sourceId, position }: Grouped): string => `${sourceId} ${position}`;
  const all = new Map<string, Grouped>();
  const looked = new Set<number>();
  let starts = [startAtMs];
  while (starts.length > 0) {
    const fresh: Grouped[] = [];
    for (const start of starts) {
      looked.add(start);
      for (const recording of await nearInTime(tx, runnerId, start)) {
        if (all.has(keyOf(recording))) continue;
        all.set(keyOf(recording), recording);
        fresh.push(recording);
      }
    }
    starts = (await linkedStarts(tx, runnerId, fresh)).filter((start) => !looked.has(start));
  }
  return withNames(tx, runnerId, [...all.values()]);
}

/** Every recording that is linked to those at `startAtMs` by steps from one to another of the same activity. */
async function nearInTime(tx: Work, runnerId: string, startAtMs: number): Promise<Grouped[]> {
  let from = startAtMs;
  let to = startAtMs;
  for (;;) {
    const around = await startedBetween(tx, runnerId, from - START_WITHIN_MS, to + START_WITHIN_MS);
    const found = around.filter((recording) => recording.startAtMs === startAtMs);
    const rest = new Set(around.filter((recording) => recording.startAtMs !== startAtMs));
    // `found` grows while it is walked through.
    for (const one of found) {
      for (const other of rest) {
        if (sameActivity(one, other) && rest.delete(other)) found.push(other);
      }
    }
    const starts = found.map((recording) => recording.startAtMs);
    const [first, last] = [Math.min(from, ...starts), Math.max(to, ...starts)];
    // Nothing new lies within reach of those found: the same window again would find the same.
    if (first === from && last === to) return found;
    [from, to] = [first, last];
  }
}

async function startedBetween(tx: Work, runnerId: string, fromMs: number, toMs: number): Promise<Grouped[]> {
  const rows = await tx
    .selectFrom('recording')
    .innerJoin('source', (join) =>
      join
        .onRef('source.runner_id', '=', 'recording.runner_id')
        .onRef('source.source_id', '=', 'recording.source_id'),
    )
    .leftJoin('listing', (join) =>
      join
        .onRef('listing.runner_id', '=', 'recording.runner_id')
        .onRef('listing.source_id', '=', 'recording.source_id')
        .onRef('listing.position', '=', 'recording.position'),
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
      'listing.listed',
      'listing.refers_to as refersTo',
      'listing.own',
    ])
    .where('recording.runner_id', '=', runnerId)
    .where('recording.start_at_ms', '>=', fromMs)
    .where('recording.start_at_ms', '<=', toMs)
    .execute();
  return rows.map(({ used, listed, own, ...row }) => {
    // Grouping goes by what a recording says itself: it must not depend on what was said about it.
    const itself = own === null ? null : (JSON.parse(own) as OwnColumns);
    const { sport, channels, samples } = itself ?? row;
    return Object.assign(row, {
      used: used === 1,
      listed: listed === 1,
      names: [],
      own: itself,
      sport,
      samples,
      channels: (JSON.parse(channels) as string[]).length,
    });
  });
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

/**
 * What lists say about an activity: its name, its shoe, its sport where its file states none or its owner set it right,
 * a total that its file lacks; and the samples of a list's own sensors beside those of the file it names. Written into
 * the row that speaks for the activity, its own columns kept beside it, so that the outcome is the same whatever came
 * first and can be taken back.
 */
import { analyseRun, isRun, type Track } from '@kneewise/engine';
import type { RecordingTable } from '../schema/tables.ts';
import type { Work } from '../sqlite/open-database.ts';
import { joinTracks } from '@kneewise/formats';
import { packTrack, unpackTrack } from '../track/pack-track.ts';
import { analysisColumns } from './analysis.ts';
import { filledChannels, type Reasons, reasonsOf, recordingOf } from './recording-rows.ts';
import type { Grouped } from './regroup.ts';
import { isLinked } from './same-run.ts';

/** Columns that a list may say something else about. */
const SAYABLE = [
  'sport',
  'sub_sport',
  'name',
  'distance_m',
  'moving_s',
  'because',
  'channels',
  'samples',
] as const;
type Columns = Pick<RecordingTable, (typeof SAYABLE)[number]> & { readonly shoe: string | null };

/** What a recording says itself, and whose samples stand beside its own in what is shown. */
export interface OwnColumns extends Columns {
  readonly beside: readonly string[];
}

const UNKNOWN_SPORT = 'unknown';
/** Worked out with nothing known of the runner, as all that is stored is. */
const NOBODY = {};

interface Member {
  readonly grouped: Grouped;
  readonly row: RecordingTable;
  /** As its row has it now. */
  readonly shown: Columns;
  readonly itself: Columns;
}

const placeOf = ({ contentHash, position }: Grouped): string => `${contentHash} ${position}`;
const isFileOf = (list: Grouped, member: Grouped): boolean => member.samples > 0 && isLinked(list, member);

function ownOf({ own }: Grouped): Columns | null {
  if (own === null) return null;
  const { beside: _, ...itself } = own;
  return itself;
}

/**
 * @param members of one activity, the one that speaks for it first
 * @returns the activity's sport
 */
export async function applyLists(tx: Work, runnerId: string, members: readonly Grouped[]): Promise<string> {
  const [first, ...rest] = members;
  if (first === undefined) throw new RangeError('members must be at least one, got none');
  for (const member of rest) {
    const itself = ownOf(member);
    if (itself !== null) await show(tx, runnerId, await memberOf(tx, runnerId, member), itself, []);
  }
  const lists = rest.filter(({ listed }) => listed);
  const files = first.listed && first.samples > 0 ? rest.filter((member) => isFileOf(first, member)) : [];
  if (lists.length === 0 && files.length === 0 && first.own === null) return first.sport;

  const speaker = await memberOf(tx, runnerId, first);
  const said: Member[] = [];
  for (const list of lists) said.push(await memberOf(tx, runnerId, list));
  const columns = said.length === 0 ? speaker.itself : whatListsSay(speaker, said);
  await show(tx, runnerId, speaker, columns, files);
  return columns.sport;
}

async function memberOf(tx: Work, runnerId: string, grouped: Grouped): Promise<Member> {
  const row = await tx
    .selectFrom('recording')
    .selectAll()
    .where('runner_id', '=', runnerId)
    .where('source_id', '=', grouped.sourceId)
    .where('position', '=', grouped.position)
    .executeTakeFirstOrThrow();
  const listing = await tx
    .selectFrom('listing')
    .select('shoe')
    .where('runner_id', '=', runnerId)
    .where('source_id', '=', grouped.sourceId)
    .where('position', '=', grouped.position)
    .executeTakeFirst();
  const shown: Columns = {
    sport: row.sport,
    sub_sport: row.sub_sport,
    name: row.name,
    distance_m: row.distance_m,
    moving_s: row.moving_s,
    because: row.because,
    channels: row.channels,
    samples: row.samples,
    shoe: listing?.shoe ?? null,
  };
  return { grouped, row, shown, itself: ownOf(grouped) ?? shown };
}

/** The speaker's columns with what lists about it add; those that name its file before the others. */
function whatListsSay({ grouped, itself }: Member, lists: readonly Member[]): Columns {
  const inOrder = lists.toSorted(
    (a, b) =>
      Number(isLinked(b.grouped, grouped)) - Number(isLinked(a.grouped, grouped)) ||
      (placeOf(a.grouped) < placeOf(b.grouped) ? -1 : 1),
  );
  const first = <T>(of: (columns: Columns) => T | null): T | null =>
    inOrder.map((list) => of(list.itself)).find((value) => value !== null) ?? null;
  // Its owner set the sport right in the list that names this very file; else only an unknown one is filled in.
  const stated = inOrder.filter(({ itself: { sport } }) => sport !== UNKNOWN_SPORT);
  const right =
    stated.find((list) => isLinked(list.grouped, grouped)) ??
    (itself.sport === UNKNOWN_SPORT ? stated[0] : undefined);
  const sport = right?.itself.sport ?? itself.sport;
  const ownSub = sport === itself.sport ? itself.sub_sport : null;
  const reasons: { -readonly [F in keyof Reasons]: Reasons[F] } = { ...reasonsOf(itself.because) };
  const distanceM = itself.distance_m ?? first(({ distance_m }) => distance_m);
  const movingS = itself.moving_s ?? first(({ moving_s }) => moving_s);
  if (distanceM !== null) delete reasons.distanceM;
  if (movingS !== null) delete reasons.movingS;
  return {
    ...itself,
    sport,
    sub_sport: right?.itself.sub_sport ?? ownSub,
    name: first(({ name }) => name) ?? itself.name,
    shoe: first(({ shoe }) => shoe) ?? itself.shoe,
    distance_m: distanceM,
    moving_s: movingS,
    because: Object.keys(reasons).length === 0 ? null : JSON.stringify(reasons),
  };
}

const sameColumns = (a: Columns, b: Columns): boolean =>
  SAYABLE.every((column) => a[column] === b[column]) && a.shoe === b.shoe;

/** Puts columns into a recording's row, and the samples of files beside its own; works out again what hangs on them. */
async function show(
  tx: Work,
  runnerId: string,
  member: Member,
  columns: Columns,
  files: readonly Grouped[],
): Promise<void> {
  const { grouped, itself, shown, row } = member;
  const beside = files.map(placeOf).toSorted();
  const besideNow = grouped.own?.beside ?? [];
  const sameTracks = beside.join() === besideNow.join();
  const wanted: Columns =
    sameTracks && beside.length > 0
      ? { ...columns, channels: shown.channels, samples: shown.samples }
      : columns;
  if (sameTracks && sameColumns(wanted, shown)) return;

  const at = { runner_id: runnerId, source_id: grouped.sourceId, position: grouped.position };
  let final = wanted;
  if (!sameTracks) {
    await deleteJoined(tx, at);
    if (files.length > 0) {
      const track = await joinedTrack(tx, runnerId, grouped, files);
      await tx
        .insertInto('joined_track')
        .values({ ...at, packed: packTrack(track) })
        .execute();
      final = { ...wanted, channels: JSON.stringify(filledChannels(track)), samples: track.timeS.length };
    }
  }
  const { shoe, ...ofRow } = final;
  const worksOut =
    !sameTracks ||
    final.sport !== shown.sport ||
    final.sub_sport !== shown.sub_sport ||
    final.distance_m !== shown.distance_m ||
    final.moving_s !== shown.moving_s;
  const changed: RecordingTable = { ...row, ...ofRow };
  const analysis = worksOut ? await workedOut(tx, changed) : {};
  await tx
    .updateTable('recording')
    .set({ ...ofRow, ...analysis })
    .where('runner_id', '=', at.runner_id)
    .where('source_id', '=', at.source_id)
    .where('position', '=', at.position)
    .execute();
  const isItself = beside.length === 0 && sameColumns(final, itself);
  const own = isItself ? null : JSON.stringify({ ...itself, beside });
  await tx
    .insertInto('listing')
    .values({ ...at, listed: Number(grouped.listed), refers_to: grouped.refersTo, shoe, own })
    .onConflict((conflict) =>
      conflict.columns(['runner_id', 'source_id', 'position']).doUpdateSet({ shoe, own }),
    )
    .execute();
}

type At = Pick<RecordingTable, 'runner_id' | 'source_id' | 'position'>;

const deleteJoined = (tx: Work, at: At) =>
  tx
    .deleteFrom('joined_track')
    .where('runner_id', '=', at.runner_id)
    .where('source_id', '=', at.source_id)
    .where('position', '=', at.position)
    .execute();

async function ownTrack(tx: Work, runnerId: string, { sourceId, position }: Grouped): Promise<Track> {
  const { packed } = await tx
    .selectFrom('track')
    .select('packed')
    .where('runner_id', '=', runnerId)
    .where('source_id', '=', sourceId)
    .where('position', '=', position)
    .executeTakeFirstOrThrow();
  return unpackTrack(packed);
}

const MS_PER_S = 1000;

/** In an order that depends on what they hold alone. */
async function joinedTrack(
  tx: Work,
  runnerId: string,
  list: Grouped,
  files: readonly Grouped[],
): Promise<Track> {
  let track = await ownTrack(tx, runnerId, list);
  for (const file of files.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))) {
    const fromS = (file.startAtMs - list.startAtMs) / MS_PER_S;
    track = joinTracks(track, await ownTrack(tx, runnerId, file), fromS);
  }
  return track;
}

/** The analysis of what a row now says. */
async function workedOut(tx: Work, row: RecordingTable) {
  if (!isRun({ sport: row.sport })) return analysisColumns(null);
  const joined = await tx
    .selectFrom('joined_track')
    .select('packed')
    .where('runner_id', '=', row.runner_id)
    .where('source_id', '=', row.source_id)
    .where('position', '=', row.position)
    .executeTakeFirst();
  const { packed } =
    joined ??
    (await tx
      .selectFrom('track')
      .select('packed')
      .where('runner_id', '=', row.runner_id)
      .where('source_id', '=', row.source_id)
      .where('position', '=', row.position)
      .executeTakeFirstOrThrow());
  return analysisColumns(analyseRun(recordingOf(row, unpackTrack(packed)), NOBODY));
}

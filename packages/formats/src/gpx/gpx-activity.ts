/**
 * Activities from the tracks of a GPX file.
 *
 * - A track is one activity, its segments are its pieces. Tracks follow one another within one activity when they
 *   state the same type and the next begins no more than 30 minutes after the last ends (apps begin a new track
 *   after a lost signal or a long pause); else each is an activity of its own.
 * - GPX has no timer: first-to-last less the pauses of `read/pauses.ts`.
 * - Distance is summed along the positions, except across pauses; a stated speed is kept, else worked out.
 */
import { known, missing, type Recording } from '@kneewise/engine';
import type { ReadActivity } from '../read-result.ts';
import { buildTrack, secondsSince } from '../read/build-track.ts';
import { decideSport } from '../read/decide-sport.ts';
import { distanceFromPositions, stepM } from '../read/distance-from-positions.ts';
import { judgeRecording } from '../read/judge-recording.ts';
import { lastKnown } from '../read/last-known.ts';
import { orderedPoints, type OrderedPoints } from '../read/ordered-points.ts';
import { pausesFromGaps } from '../read/pauses.ts';
import { pointColumns, POINT_FIELDS } from '../read/point-columns.ts';
import { type PointTally, tallyWarnings } from '../read/point-row.ts';
import type { GpxDraft, TrackDraft } from './gpx-reader.ts';

/** Our choice: longer than a café stop, shorter than between two outings. */
const SAME_ACTIVITY_WITHIN_MS = 30 * 60_000;

/** @param fileName may name the sport where nothing in the file does */
export function gpxActivities(file: GpxDraft, fileName: string): ReadActivity[] {
  const timed = file.tracks.filter(({ columns }) => columns.count > 0);
  const groups: TrackDraft[][] = [];
  for (const track of timed) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const gapMs = track.firstMs - (last?.lastMs ?? Number.NaN);
    const follows =
      last !== undefined && last.type === track.type && gapMs >= 0 && gapMs <= SAME_ACTIVITY_WITHIN_MS;
    if (follows && group !== undefined) group.push(track);
    else groups.push([track]);
  }
  return groups.flatMap((group) => judgeRecording(gpxActivity(group, file, fileName)) ?? []);
}

/** Joins tracks in the order of the file; a single one, by far the most frequent, is taken as it is. */
function pointsOf(group: readonly TrackDraft[]): OrderedPoints {
  const [only] = group;
  if (only !== undefined && group.length === 1) return orderedPoints(only.columns, only.starts);
  const joined = pointColumns();
  const starts: number[] = [];
  const row = new Float64Array(POINT_FIELDS.length);
  for (const { columns, starts: own } of group) {
    starts.push(joined.count, ...own.filter((start) => start > 0).map((start) => start + joined.count));
    const { count } = columns;
    const taken = POINT_FIELDS.map((field) => columns.take(field));
    for (let i = 0; i < count; i++) {
      for (let field = 0; field < taken.length; field++) row[field] = taken[field]?.[i] ?? Number.NaN;
      joined.push(row);
    }
  }
  return orderedPoints(joined, starts);
}

const tallyOf = (group: readonly TrackDraft[]): PointTally => ({
  untimed: group.reduce((total, { tally }) => total + tally.untimed, 0),
  utcOffsetMin: group.find(({ tally }) => tally.utcOffsetMin !== null)?.tally.utcOffsetMin ?? null,
  zoneless: group.some(({ tally }) => tally.zoneless),
  offEarth: group.reduce((total, { tally }) => total + tally.offEarth, 0),
});

/** Strava puts its own name before that of the recorder. */
const deviceOf = (creator: string | null): string | null => {
  const device = creator?.replace(/^StravaGPX\s*/, '') ?? '';
  return device === '' ? null : device;
};

function gpxActivity(group: readonly TrackDraft[], file: GpxDraft, fileName: string): ReadActivity {
  const points = pointsOf(group);
  const tally = tallyOf(group);
  const startMs = points.timeMs[0] ?? Number.NaN;
  const timeS = secondsSince(points.timeMs, startMs);
  const elapsedS = timeS.at(-1) ?? 0;
  const { latDeg, lonDeg } = points.columns;
  const nan = Number.NaN;
  const pauses = pausesFromGaps(timeS, points.starts, (row) =>
    stepM(latDeg?.[row - 1] ?? nan, lonDeg?.[row - 1] ?? nan, latDeg?.[row] ?? nan, lonDeg?.[row] ?? nan),
  );
  const name = group.find((track) => track.name !== null)?.name ?? file.title;
  const description = group.find((track) => track.description !== null)?.description ?? null;
  const { sport, subSport, warnings } = decideSport(group[0]?.type ?? null, [
    name,
    description,
    file.title,
    fileName,
  ]);
  const distanceM =
    latDeg === undefined || lonDeg === undefined
      ? null
      : distanceFromPositions(timeS, latDeg, lonDeg, pauses);
  const built = buildTrack(points, timeS, distanceM, pauses, sport, false);
  const totalM = lastKnown(distanceM);
  const recording: Recording = {
    startAtMs: startMs,
    utcOffsetMin: tally.utcOffsetMin,
    sport,
    subSport,
    name,
    device: deviceOf(file.creator),
    distanceM: totalM === null ? missing({ reason: 'not-recorded', what: 'distance' }) : known(totalM),
    movingS: known(elapsedS - pauses.reduce((total, { fromS, toS }) => total + toS - fromS, 0)),
    elapsedS,
    ascentM: missing({ reason: 'not-recorded', what: 'ascent' }),
    descentM: missing({ reason: 'not-recorded', what: 'descent' }),
    pauses,
    track: built.track,
  };
  return { recording, warnings: [...warnings, ...built.warnings, ...tallyWarnings(tally)] };
}

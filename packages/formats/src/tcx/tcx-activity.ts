/**
 * One TCX activity from what was heard of it.
 *
 * - Timer time is the sum of the laps' TotalTimeSeconds, distance the sum of their DistanceMeters. A lap that
 *   states neither, or that the file is cut in, counts what its own points show.
 * - TCX has no pauses: they are the gaps that make first-to-last longer than the timer time.
 * - Cadence and RunCadence count one foot by the schema; a file that plainly counts both is not doubled.
 */
import { known, type Measured, missing, type Recording } from '@kneewise/engine';
import type { ReadActivity, Warning } from '../read-result.ts';
import { buildTrack, secondsSince } from '../read/build-track.ts';
import { decideSport } from '../read/decide-sport.ts';
import { distanceFromPositions } from '../read/distance-from-positions.ts';
import { judgeRecording, LONGEST_MOVING_S } from '../read/judge-recording.ts';
import { lastKnown } from '../read/last-known.ts';
import { orderedPoints } from '../read/ordered-points.ts';
import { pausesFromGaps, pausesFromTotal } from '../read/pauses.ts';
import { tallyWarnings } from '../read/point-row.ts';
import type { LapDraft, TcxDraft } from './tcx-reader.ts';

/** A lap that claims to begin longer before its first point than this is not believed. Our choice. */
const EARLY_START_MS = 3_600_000;
/** Notes longer than this are a diary, not a name. Our choice. Characters */
const LONGEST_NAME = 120;

const lapS = (lap: LapDraft): number =>
  lap.closed && lap.totalS >= 0 ? lap.totalS : (lap.lastMs - lap.firstMs) / 1000;

const lapM = (lap: LapDraft): number =>
  lap.closed && lap.distanceM >= 0 ? lap.distanceM : lap.lastDistanceM - lap.firstDistanceM;

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);

/** The first moment: that of the first lap, where its first point bears it out. */
function startOf(draft: TcxDraft, firstPointMs: number | null): number | null {
  const lapStartMs = draft.laps[0]?.startMs ?? Number.NaN;
  const statedMs = Number.isNaN(lapStartMs) ? draft.idMs : lapStartMs;
  if (firstPointMs === null) return Number.isNaN(statedMs) ? null : statedMs;
  const early = firstPointMs - lapStartMs;
  return early >= 0 && early <= EARLY_START_MS ? lapStartMs : firstPointMs;
}

/** @returns null for an activity with neither points nor a lap that says when it was and how long it took */
export function tcxActivity(draft: TcxDraft, fileName: string): ReadActivity | null {
  const points = orderedPoints(draft.columns, draft.starts);
  const startMs = startOf(draft, points.timeMs[0] ?? null);
  const lapTimes = draft.laps.map(lapS);
  const lapsTell = sum(lapTimes) > 0 && sum(lapTimes) <= LONGEST_MOVING_S;
  if (startMs === null || (points.timeMs.length === 0 && !lapsTell)) return null;

  const timeS = secondsSince(points.timeMs, startMs);
  const statesTime = draft.laps.some((lap) => lap.closed && lap.totalS > 0);
  const elapsedS = timeS.at(-1) ?? sum(lapTimes);
  const movedM = points.columns.distanceM;
  const pauses = statesTime
    ? pausesFromTotal(timeS, points.starts, elapsedS - sum(lapTimes))
    : pausesFromGaps(
        timeS,
        points.starts,
        (row) => (movedM?.[row] ?? Number.NaN) - (movedM?.[row - 1] ?? Number.NaN),
      );
  const movingS = statesTime
    ? sum(lapTimes)
    : elapsedS - pauses.reduce((total, { fromS, toS }) => total + toS - fromS, 0);

  const {
    sport,
    subSport,
    warnings: sportWarnings,
  } = decideSport(draft.statedSport, [draft.notes, draft.plan, fileName]);
  const { latDeg, lonDeg } = points.columns;
  const worked =
    movedM === undefined && latDeg !== undefined && lonDeg !== undefined
      ? distanceFromPositions(timeS, latDeg, lonDeg, pauses)
      : null;
  const built = buildTrack(points, timeS, movedM ?? worked, pauses, sport, true);
  const recording: Recording = {
    startAtMs: startMs,
    utcOffsetMin: draft.tally.utcOffsetMin,
    sport,
    subSport,
    name: nameOf(draft),
    device: draft.creator,
    distanceM: totalDistance(draft, lastKnown(movedM ?? worked)),
    movingS: known(movingS),
    elapsedS,
    ascentM: missing({ reason: 'not-recorded', what: 'ascent' }),
    descentM: missing({ reason: 'not-recorded', what: 'descent' }),
    pauses,
    track: built.track,
  };
  const warnings: Warning[] = [...sportWarnings, ...built.warnings, ...tallyWarnings(draft.tally)];
  if (worked !== null) {
    const text = 'The points state no distance; it was worked out from their positions.';
    warnings.push({ code: 'distance-from-positions', text });
  }
  return judgeRecording({ recording, warnings });
}

function totalDistance(draft: TcxDraft, trackM: number | null): Measured<number> {
  const stated = draft.laps.some((lap) => lap.closed && lap.distanceM > 0) ? sum(draft.laps.map(lapM)) : 0;
  if (stated > 0) return known(stated);
  return trackM === null ? missing({ reason: 'not-recorded', what: 'distance' }) : known(trackM);
}

const nameOf = ({ notes, plan }: TcxDraft): string | null =>
  notes !== null && notes.length <= LONGEST_NAME && !notes.includes('\n') ? notes : plan;

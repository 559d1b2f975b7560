/** A recording as a row and back, with the reasons for what it does not know. */
import {
  type Because,
  type Channel,
  channelsOf,
  type Interval,
  isRun,
  type Measured,
  type Recording,
  type Track,
  known,
  missing,
  valueOrNull,
} from '@kneewise/engine';
import type { NewActivity } from '../history-store.ts';
import type { RecordingTable } from '../schema/tables.ts';
import { analysisColumns } from './analysis.ts';

const FIGURES = ['distanceM', 'movingS', 'ascentM', 'descentM'] as const;
type Figure = (typeof FIGURES)[number];

/** Reasons for the figures of a row that are null. */
export type Reasons = { readonly [F in Figure]?: Because };

/** Before it is grouped, a recording belongs to no activity. */
export function recordingRow(
  runnerId: string,
  sourceId: string,
  position: number,
  { recording, warnings, analysis, packed }: NewActivity,
): RecordingTable {
  if (!Number.isFinite(recording.startAtMs)) {
    throw new RangeError(`startAtMs must be a number, got ${recording.startAtMs}`);
  }
  if (!(recording.elapsedS >= 0 && recording.elapsedS < Infinity)) {
    throw new RangeError(`elapsedS must be 0 or more, got ${recording.elapsedS}`);
  }
  if (isRun(recording) && analysis === null) {
    throw new RangeError('analysis must be there for a run, got null');
  }
  const reasons: { [F in Figure]?: Because } = {};
  for (const figure of FIGURES) {
    const measured = recording[figure];
    if (!measured.known) reasons[figure] = measured.because;
    else if (!Number.isFinite(measured.value)) {
      throw new RangeError(`${figure} must be a number where it is known, got ${measured.value}`);
    }
  }
  return {
    runner_id: runnerId,
    source_id: sourceId,
    position,
    activity_id: '',
    used: 0,
    sport: recording.sport,
    sub_sport: recording.subSport,
    name: recording.name,
    device: recording.device,
    start_at_ms: Math.round(recording.startAtMs),
    utc_offset_min: recording.utcOffsetMin === null ? null : Math.round(recording.utcOffsetMin),
    elapsed_s: recording.elapsedS,
    distance_m: valueOrNull(recording.distanceM),
    moving_s: valueOrNull(recording.movingS),
    ascent_m: valueOrNull(recording.ascentM),
    descent_m: valueOrNull(recording.descentM),
    because: Object.keys(reasons).length === 0 ? null : JSON.stringify(reasons),
    pauses: JSON.stringify(recording.pauses),
    warnings: JSON.stringify(warnings),
    channels: JSON.stringify(packed?.channels ?? filledChannels(recording.track)),
    samples: packed?.samples ?? recording.track.timeS.length,
    ...analysisColumns(analysis),
  };
}

export const reasonsOf = (because: string | null): Reasons =>
  because === null ? {} : (JSON.parse(because) as Reasons);

export const measuredOf = (value: number | null, figure: Figure, reasons: Reasons): Measured<number> =>
  value === null ? missing(reasons[figure] ?? { reason: 'not-recorded', what: figure }) : known(value);

export function recordingOf(row: RecordingTable, track: Track): Recording {
  const reasons = reasonsOf(row.because);
  return {
    startAtMs: row.start_at_ms,
    utcOffsetMin: row.utc_offset_min,
    sport: row.sport,
    subSport: row.sub_sport,
    name: row.name,
    device: row.device,
    distanceM: measuredOf(row.distance_m, 'distanceM', reasons),
    movingS: measuredOf(row.moving_s, 'movingS', reasons),
    elapsedS: row.elapsed_s,
    ascentM: measuredOf(row.ascent_m, 'ascentM', reasons),
    descentM: measuredOf(row.descent_m, 'descentM', reasons),
    pauses: JSON.parse(row.pauses) as Interval[],
    track,
  };
}

/** A column of nothing but gaps makes no recording richer. */
export const filledChannels = (track: Track): Channel[] =>
  channelsOf(track).filter((channel) => track[channel]?.some((value) => !Number.isNaN(value)) ?? false);

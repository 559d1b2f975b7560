/**
 * Garmin's Training Center XML (TCX): activities of laps of tracks of points.
 * Schema: TrainingCenterDatabase v2 with ActivityExtension v2 (TPX: Speed, RunCadence, Watts).
 */
import type { ActivityReader } from '../read/activity-reader.ts';
import { FIELD, pointColumns, type PointColumns } from '../read/point-columns.ts';
import { newTally, pointRow, type PointTally } from '../read/point-row.ts';
import { xmlNumber } from '../read/xml-number.ts';
import { ownCopy } from '../read/own-copy.ts';
import { xmlDateMs } from '../read/xml-time.ts';
import { tcxActivity } from './tcx-activity.ts';

export interface LapDraft {
  readonly startMs: number;
  totalS: number;
  distanceM: number;
  /** False while the file may have been cut inside it. */
  closed: boolean;
  firstMs: number;
  lastMs: number;
  firstDistanceM: number;
  lastDistanceM: number;
}

export interface TcxDraft {
  readonly statedSport: string | null;
  idMs: number;
  notes: string | null;
  plan: string | null;
  creator: string | null;
  readonly laps: LapDraft[];
  readonly columns: PointColumns;
  /** Rows at which a Track begins. */
  readonly starts: number[];
  readonly tally: PointTally;
}

const newLap = (startTime: string): LapDraft => ({
  startMs: xmlDateMs(startTime),
  totalS: Number.NaN,
  distanceM: Number.NaN,
  closed: false,
  firstMs: Number.NaN,
  lastMs: Number.NaN,
  firstDistanceM: Number.NaN,
  lastDistanceM: Number.NaN,
});

const newDraft = (statedSport: string | null): TcxDraft => ({
  statedSport,
  idMs: Number.NaN,
  notes: null,
  plan: null,
  creator: null,
  laps: [],
  columns: pointColumns(),
  starts: [],
  tally: newTally(),
});

export function tcxReader(): ActivityReader {
  const drafts: TcxDraft[] = [];
  const row = pointRow();
  let activity: TcxDraft | null = null;
  let lap: LapDraft | null = null;
  let inPoint = false;
  let lat = '';

  function endPoint(): void {
    inPoint = false;
    if (activity === null || !row.push(activity.columns, activity.tally) || lap === null) return;
    const ms = row.values[FIELD.timeMs] ?? Number.NaN;
    const distanceM = row.values[FIELD.distanceM] ?? Number.NaN;
    if (Number.isNaN(lap.firstMs)) lap.firstMs = ms;
    lap.lastMs = ms;
    if (Number.isNaN(distanceM)) return;
    if (Number.isNaN(lap.firstDistanceM)) lap.firstDistanceM = distanceM;
    lap.lastDistanceM = distanceM;
  }

  function closeInPoint(name: string, text: string, parent: string): void {
    switch (name) {
      case 'Trackpoint':
        endPoint();
        break;
      case 'Time':
        if (activity !== null) row.time(text, activity.tally);
        break;
      case 'LatitudeDegrees':
        lat = text;
        break;
      case 'LongitudeDegrees':
        row.position(lat, text);
        break;
      case 'AltitudeMeters':
        row.set('altitudeM', text);
        break;
      case 'DistanceMeters':
        row.set('distanceM', text);
        break;
      case 'Value':
        if (parent === 'HeartRateBpm') row.set('heartRateBpm', text);
        break;
      case 'Cadence':
      case 'RunCadence':
        row.set('cadenceRaw', text);
        break;
      case 'Speed':
        row.set('speedMps', text);
        break;
      case 'Watts':
        row.set('powerW', text);
        break;
      default:
    }
  }

  function closeOutside(name: string, text: string, parent: string): void {
    if (activity === null) return;
    switch (name) {
      case 'TotalTimeSeconds':
        if (lap !== null && parent === 'Lap') lap.totalS = xmlNumber(text);
        break;
      case 'DistanceMeters':
        if (lap !== null && parent === 'Lap') lap.distanceM = xmlNumber(text);
        break;
      case 'Lap':
        if (lap !== null) lap.closed = true;
        lap = null;
        break;
      case 'Id':
        if (parent === 'Activity') activity.idMs = xmlDateMs(text);
        break;
      case 'Notes':
        if (parent === 'Activity' && text.trim() !== '') activity.notes = ownCopy(text.trim());
        break;
      case 'Name':
        if (text.trim() === '') break;
        if (parent === 'Creator') activity.creator = ownCopy(text.trim());
        else if (parent === 'Plan') activity.plan = ownCopy(text.trim());
        break;
      case 'Activity':
        activity = null;
        break;
      default:
    }
  }

  return {
    open(name, attributes) {
      switch (name) {
        case 'Trackpoint':
          inPoint = true;
          lat = '';
          row.clear();
          break;
        case 'Track':
          activity?.starts.push(activity.columns.count);
          break;
        case 'Lap':
          lap = newLap(attributes['StartTime'] ?? '');
          activity?.laps.push(lap);
          break;
        case 'Activity':
          activity = newDraft(attributes['Sport'] ?? null);
          drafts.push(activity);
          break;
        default:
      }
    },
    close(name, text, parent) {
      if (inPoint) closeInPoint(name, text, parent);
      else closeOutside(name, text, parent);
    },
    activities: (fileName) => drafts.flatMap((draft) => tcxActivity(draft, fileName) ?? []),
    nothing: () =>
      drafts.length === 0
        ? { code: 'no-activity', reason: 'The file holds no activity (a course or a workout, perhaps).' }
        : { code: 'no-times', reason: 'No lap and no point in the file has a usable time.' },
  };
}

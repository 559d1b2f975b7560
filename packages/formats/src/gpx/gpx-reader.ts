/**
 * GPX 1.0 and 1.1: tracks of segments of points, with the extensions recorders add
 * (Garmin TrackPointExtension v1 and v2 under any prefix, Strava's power, Apple's speed).
 */
import type { ActivityReader } from '../read/activity-reader.ts';
import { FIELD, pointColumns, type PointColumns } from '../read/point-columns.ts';
import { newTally, pointRow, type PointTally } from '../read/point-row.ts';
import { ownCopy } from '../read/own-copy.ts';
import { gpxActivities } from './gpx-activity.ts';

export interface TrackDraft {
  name: string | null;
  type: string | null;
  description: string | null;
  readonly columns: PointColumns;
  /** Rows at which a segment begins. */
  readonly starts: number[];
  readonly tally: PointTally;
  firstMs: number;
  lastMs: number;
}

export interface GpxDraft {
  creator: string | null;
  /** Title and description of the whole file. */
  title: string | null;
  readonly tracks: TrackDraft[];
}

const newTrack = (): TrackDraft => ({
  name: null,
  type: null,
  description: null,
  columns: pointColumns(),
  starts: [],
  tally: newTally(),
  firstMs: Number.NaN,
  lastMs: Number.NaN,
});

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : ownCopy(text.trim()));

export function gpxReader(): ActivityReader {
  const file: GpxDraft = { creator: null, title: null, tracks: [] };
  const row = pointRow();
  let track: TrackDraft | null = null;
  let inPoint = false;
  let otherPoints = 0;

  function closeInPoint(name: string, text: string): void {
    if (track === null) return;
    switch (name) {
      case 'trkpt':
        inPoint = false;
        if (row.push(track.columns, track.tally)) {
          const ms = row.values[FIELD.timeMs] ?? Number.NaN;
          if (Number.isNaN(track.firstMs)) track.firstMs = ms;
          track.lastMs = ms;
        }
        break;
      case 'time':
        row.time(text, track.tally);
        break;
      case 'ele':
        row.set('altitudeM', text);
        break;
      case 'hr':
      case 'heartrate':
      case 'HeartRate':
        row.set('heartRateBpm', text);
        break;
      case 'cad':
      case 'cadence':
      case 'Cadence':
      case 'RunCadence':
        row.set('cadenceRaw', text);
        break;
      case 'speed':
      case 'Speed':
        row.set('speedMps', text);
        break;
      case 'power':
      case 'watts':
      case 'Watts':
      case 'PowerInWatts':
        row.set('powerW', text);
        break;
      default:
    }
  }

  function closeOutside(name: string, text: string, parent: string): void {
    if (name === 'trk') track = null;
    else if (parent === 'trk' && track !== null) {
      if (name === 'name') track.name = textOrNull(text);
      else if (name === 'type') track.type = textOrNull(text);
      else if (name === 'desc' || name === 'cmt') track.description ??= textOrNull(text);
    } else if ((parent === 'metadata' || parent === 'gpx') && (name === 'name' || name === 'desc')) {
      file.title ??= textOrNull(text);
    }
  }

  return {
    open(name, attributes) {
      switch (name) {
        case 'trkpt':
          inPoint = track !== null;
          row.clear();
          row.position(attributes['lat'] ?? '', attributes['lon'] ?? '');
          break;
        case 'trkseg':
          track?.starts.push(track.columns.count);
          break;
        case 'trk':
          track = newTrack();
          file.tracks.push(track);
          break;
        case 'rtept':
        case 'wpt':
          otherPoints++;
          break;
        case 'gpx':
          file.creator = textOrNull(attributes['creator'] ?? '');
          break;
        default:
      }
    },
    close(name, text, parent) {
      if (inPoint) closeInPoint(name, text);
      else closeOutside(name, text, parent);
    },
    activities: (fileName) => gpxActivities(file, fileName),
    nothing: () =>
      otherPoints > 0 || file.tracks.some(({ tally }) => tally.untimed > 0)
        ? {
            code: 'no-times',
            reason:
              'No point of the file has a usable time: it is a route, or the recorder’s clock was wrong.',
          }
        : { code: 'no-activity', reason: 'The file holds no track points.' },
  };
}

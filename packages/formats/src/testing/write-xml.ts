/** Small TCX and GPX texts for tests; every part of them can be left out or replaced. */

export interface XmlPoint {
  /** Seconds after 2024-05-01T06:00:00Z; null writes no time. */
  readonly s: number | null;
  readonly m?: number;
  readonly lat?: number;
  readonly lon?: number;
  readonly cadence?: number;
  readonly heartRate?: number;
}

const START_MS = Date.UTC(2024, 4, 1, 6);

export const timeAt = (s: number): string => new Date(START_MS + s * 1000).toISOString();

/** A runner heading north: a point a second by default. 1e-5 degrees of latitude are 1.11 m. */
export const running = (seconds: number, mps = 3, cadence?: number): XmlPoint[] =>
  Array.from({ length: seconds }, (_, s) => ({
    s,
    m: s * mps,
    lat: 50 + (s * mps) / 111_230,
    lon: 7,
    ...(cadence !== undefined && { cadence }),
  }));

const tcxPoint = ({ s, m, lat, lon, cadence, heartRate }: XmlPoint): string =>
  `<Trackpoint>${s === null ? '' : `<Time>${timeAt(s)}</Time>`}` +
  (lat === undefined || lon === undefined
    ? ''
    : `<Position><LatitudeDegrees>${lat}</LatitudeDegrees><LongitudeDegrees>${lon}</LongitudeDegrees></Position>`) +
  (m === undefined ? '' : `<DistanceMeters>${m}</DistanceMeters>`) +
  (heartRate === undefined ? '' : `<HeartRateBpm><Value>${heartRate}</Value></HeartRateBpm>`) +
  (cadence === undefined
    ? ''
    : `<Extensions><ns3:TPX><ns3:RunCadence>${cadence}</ns3:RunCadence></ns3:TPX></Extensions>`) +
  '</Trackpoint>';

export interface XmlLap {
  readonly totalS?: number;
  readonly distanceM?: number;
  readonly tracks: readonly (readonly XmlPoint[])[];
}

export const tcxLap = ({ totalS, distanceM, tracks }: XmlLap): string =>
  `<Lap StartTime="${timeAt(tracks[0]?.[0]?.s ?? 0)}">` +
  (totalS === undefined ? '' : `<TotalTimeSeconds>${totalS}</TotalTimeSeconds>`) +
  (distanceM === undefined ? '' : `<DistanceMeters>${distanceM}</DistanceMeters>`) +
  tracks.map((points) => `<Track>${points.map(tcxPoint).join('')}</Track>`).join('') +
  '</Lap>';

export const tcxActivityXml = (laps: readonly XmlLap[], sport = 'Running', rest = ''): string =>
  `<Activity Sport="${sport}"><Id>${timeAt(0)}</Id>${laps.map(tcxLap).join('')}${rest}</Activity>`;

export const tcxXml = (...activities: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase xmlns="tcx"><Activities>${activities.join('')}</Activities></TrainingCenterDatabase>`;

const gpxPoint = ({ s, lat, lon, cadence, heartRate }: XmlPoint): string =>
  `<trkpt lat="${lat ?? 50}" lon="${lon ?? 7}"><ele>100</ele>${s === null ? '' : `<time>${timeAt(s)}</time>`}` +
  (cadence === undefined && heartRate === undefined
    ? ''
    : `<extensions><gpxtpx:TrackPointExtension>${heartRate === undefined ? '' : `<gpxtpx:hr>${heartRate}</gpxtpx:hr>`}${cadence === undefined ? '' : `<gpxtpx:cad>${cadence}</gpxtpx:cad>`}</gpxtpx:TrackPointExtension></extensions>`) +
  '</trkpt>';

export const gpxTrack = (segments: readonly (readonly XmlPoint[])[], head = '<type>running</type>'): string =>
  `<trk>${head}${segments.map((points) => `<trkseg>${points.map(gpxPoint).join('')}</trkseg>`).join('')}</trk>`;

export const gpxXml = (...tracks: readonly string[]): string =>
  `<?xml version="1.0"?>\n<gpx version="1.1" creator="test">${tracks.join('')}</gpx>`;

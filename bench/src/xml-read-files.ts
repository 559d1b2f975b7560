/** The TCX and GPX that every reader of the bench reads: three hours made here, and real files where they are. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const REAL = ['sports-lib/gpx/6782987395.gpx', 'sports-lib/tcx/6782987395.tcx'];
const SHARED = fileURLToPath(new URL('../../../shared/data/activities/', import.meta.url));
const THREE_HOURS_S = 3 * 3600;
const START_MS = Date.UTC(2026, 8, 27, 7, 0);

export interface XmlBenchFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Point {
  readonly time: string;
  readonly lat: string;
  readonly lon: string;
  readonly altitude: string;
  readonly distance: string;
  readonly speed: string;
  readonly heartRate: number;
  readonly cadence: number;
}

/** A point a second, moving as a run moves. */
const POINTS: readonly Point[] = Array.from({ length: THREE_HOURS_S }, (_, second) => ({
  time: new Date(START_MS + second * 1000).toISOString(),
  lat: (10 + 0.01 * Math.sin(second / 900)).toFixed(9),
  lon: (-30 + 0.01 * Math.sin(second / 700)).toFixed(9),
  altitude: (50 + 20 * Math.sin(second / 600)).toFixed(2),
  distance: (2.8 * second).toFixed(2),
  speed: (2.8 + 0.2 * Math.sin(second / 40)).toFixed(3),
  heartRate: Math.round(148 + 8 * Math.sin(second / 300)),
  cadence: Math.round(83 + 2 * Math.sin(second / 90)),
}));

const gpxPoint = ({ time, lat, lon, altitude, heartRate, cadence }: Point): string => `
   <trkpt lat="${lat}" lon="${lon}">
    <ele>${altitude}</ele>
    <time>${time}</time>
    <extensions>
     <gpxtpx:TrackPointExtension>
      <gpxtpx:hr>${heartRate}</gpxtpx:hr>
      <gpxtpx:cad>${cadence}</gpxtpx:cad>
     </gpxtpx:TrackPointExtension>
    </extensions>
   </trkpt>`;

const gpx = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Kneewise bench" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
 <trk>
  <type>running</type>
  <trkseg>${POINTS.map(gpxPoint).join('')}
  </trkseg>
 </trk>
</gpx>
`;

const tcxPoint = ({ time, lat, lon, altitude, distance, speed, heartRate, cadence }: Point): string => `
          <Trackpoint>
            <Time>${time}</Time>
            <Position>
              <LatitudeDegrees>${lat}</LatitudeDegrees>
              <LongitudeDegrees>${lon}</LongitudeDegrees>
            </Position>
            <AltitudeMeters>${altitude}</AltitudeMeters>
            <DistanceMeters>${distance}</DistanceMeters>
            <HeartRateBpm><Value>${heartRate}</Value></HeartRateBpm>
            <Extensions>
              <ns3:TPX>
                <ns3:Speed>${speed}</ns3:Speed>
                <ns3:RunCadence>${cadence}</ns3:RunCadence>
              </ns3:TPX>
            </Extensions>
          </Trackpoint>`;

const tcx = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2">
  <Activities>
    <Activity Sport="Running">
      <Id>${POINTS[0]?.time ?? ''}</Id>
      <Lap StartTime="${POINTS[0]?.time ?? ''}">
        <TotalTimeSeconds>${THREE_HOURS_S - 1}</TotalTimeSeconds>
        <Track>${POINTS.map(tcxPoint).join('')}
        </Track>
      </Lap>
    </Activity>
  </Activities>
</TrainingCenterDatabase>
`;

export const xmlBenchFiles = (): XmlBenchFile[] => [
  { name: 'three-hours.gpx (made here)', bytes: Buffer.from(gpx()) },
  { name: 'three-hours.tcx (made here)', bytes: Buffer.from(tcx()) },
  ...REAL.map((path) => `${SHARED}${path}`)
    .filter((path) => existsSync(path))
    .map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) })),
];

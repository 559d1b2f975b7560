/** A short run as a GPX file, written by hand: what a test needs where the format does not matter. */

const METRES_A_DEGREE = 111_195;

export interface GpxRun {
  /** ISO, UTC. */
  readonly start: string;
  readonly minutes: number;
  readonly speedMps?: number;
  readonly type?: string;
}

/** Due north along the Greenwich meridian, one point every ten seconds, with cadence of one leg as Garmin writes it. */
export function gpx({ start, minutes, speedMps = 3, type = 'running' }: GpxRun): Uint8Array {
  const points = Array.from({ length: minutes * 6 + 1 }, (_, i) => {
    const time = new Date(Date.parse(start) + i * 10_000).toISOString();
    const lat = (51 + (i * 10 * speedMps) / METRES_A_DEGREE).toFixed(7);
    return `<trkpt lat="${lat}" lon="0"><ele>20</ele><time>${time}</time><extensions><gpxtpx:TrackPointExtension><gpxtpx:cad>85</gpxtpx:cad></gpxtpx:TrackPointExtension></extensions></trkpt>`;
  });
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><gpx version="1.1" creator="Garmin Connect" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1"><trk><type>${type}</type><trkseg>${points.join('')}</trkseg></trk></gpx>`,
  );
}

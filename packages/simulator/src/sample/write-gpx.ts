/** A recording as GPX 1.1 with Garmin's track point extension, as a second service would export the same run. */
import type { Recording } from '@kneewise/engine';

/** GPX carries cadence a leg in the writers we imitate. */
const LEGS = 2;

/** The run as GPX text. Samples without a position are left out; only a run with positions has any. */
export function writeGpx(recording: Recording): string {
  const { track } = recording;
  const points = Array.from(track.timeS, (timeS, i): string => {
    const latDeg = track.latDeg?.[i];
    const lonDeg = track.lonDeg?.[i];
    if (latDeg === undefined || lonDeg === undefined) return '';
    const time = new Date(recording.startAtMs + timeS * 1000).toISOString().replace('.000Z', 'Z');
    const elevation = tag('ele', track.altitudeM?.[i], 1);
    const heart = tag('gpxtpx:hr', track.heartRateBpm?.[i], 0);
    const cadence = tag('gpxtpx:cad', (track.cadenceSpm?.[i] ?? Number.NaN) / LEGS, 0);
    return `<trkpt lat="${latDeg.toFixed(7)}" lon="${lonDeg.toFixed(7)}">${elevation}<time>${time}</time><extensions><gpxtpx:TrackPointExtension>${heart}${cadence}</gpxtpx:TrackPointExtension></extensions></trkpt>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx creator="${escape(recording.device ?? '')}" version="1.1" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
<metadata><time>${new Date(recording.startAtMs).toISOString()}</time></metadata>
<trk><name>${escape(recording.name ?? '')}</name><type>${escape(recording.sport)}</type><trkseg>
${points.join('')}</trkseg></trk>
</gpx>
`;
}

const tag = (name: string, value: number | undefined, digits: number): string =>
  value === undefined || !Number.isFinite(value) ? '' : `<${name}>${value.toFixed(digits)}</${name}>`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * Reads a GPX of about `process.argv[2]` megabytes, made while it is read, in a process of its own,
 * and prints `{ points, peakMb }`.
 */
import { readSource } from '../read/read-source.ts';
import { timeAt } from './write-xml.ts';

const BYTES_PER_MB = 1_000_000;
const KB_PER_MB = 1024;
const POINTS_A_PIECE = 100;
const bytesWanted = Number(process.argv[2]) * BYTES_PER_MB;

/** Read by nobody: it makes the text of a point weigh twenty times its columns. */
const REMARK = 'The runner passed here, as on every other day of the year. '.repeat(15);

const point = (s: number): string => `
      <trkpt lat="${(50 + s * 1e-5).toFixed(12)}" lon="${(7 + Math.sin(s) * 1e-4).toFixed(12)}">
        <ele>${(100 + Math.sin(s / 60)).toFixed(12)}</ele>
        <time>${timeAt(s)}</time>
        <desc>${REMARK}</desc>
        <extensions>
          <ns3:TrackPointExtension>
            <ns3:hr>${140 + (s % 20)}</ns3:hr>
            <ns3:cad>${80 + (s % 5)}</ns3:cad>
          </ns3:TrackPointExtension>
        </extensions>
      </trkpt>`;

// eslint-disable-next-line typescript/require-await
async function* pieces(): AsyncGenerator<Uint8Array> {
  const head = '<?xml version="1.0"?>\n<gpx version="1.1" creator="test"><trk><type>running</type><trkseg>';
  yield Buffer.from(head);
  let bytes = 0;
  for (let s = 0; bytes < bytesWanted; s += POINTS_A_PIECE) {
    const piece = Buffer.from(Array.from({ length: POINTS_A_PIECE }, (_, i) => point(s + i)).join(''));
    bytes += piece.length;
    yield piece;
  }
  yield Buffer.from('</trkseg></trk></gpx>');
}

const { result } = await readSource({ path: 'made.gpx', sizeBytes: null, open: pieces });
if (!result.ok) throw new Error(result.refusal.reason);
const points = result.activities[0]?.recording.track.timeS.length ?? 0;
process.stdout.write(JSON.stringify({ points, peakMb: process.resourceUsage().maxRSS / KB_PER_MB }));

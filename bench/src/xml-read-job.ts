/** One reader over all TCX and GPX of the bench, in a process of its own: prints the median milliseconds of each. */
import { readBytes } from '@kneewise/formats';
import { SaxesParser } from 'saxes';
import { peakMemoryMb } from './child.ts';
import { xmlBenchFiles } from './xml-read-files.ts';

const ROUNDS_FOR_MS = 1500;
const FEWEST_ROUNDS = 7;

/** Each says how many points it found; those that look for none say 0. */
const READERS: Readonly<Record<string, (bytes: Uint8Array, name: string) => number>> = {
  kneewise: (bytes, name) => {
    const read = readBytes(bytes, name);
    if (!read.ok) throw new Error(read.refusal.reason);
    return read.activities.reduce((points, { recording }) => points + recording.track.timeS.length, 0);
  },
  'saxes, a list of point objects': (bytes) => {
    const points: Record<string, string>[] = [];
    const parser = new SaxesParser();
    let point: Record<string, string> | null = null;
    let text = '';
    parser.on('opentag', ({ name, attributes }) => {
      text = '';
      if (name !== 'trkpt' && name !== 'Trackpoint') return;
      point = { ...attributes };
      points.push(point);
    });
    parser.on('text', (more) => {
      text += more;
    });
    parser.on('closetag', ({ name }) => {
      if (name === 'trkpt' || name === 'Trackpoint') point = null;
      else if (point !== null && text.trim() !== '') point[name] = text;
      text = '';
    });
    parser.write(new TextDecoder().decode(bytes).trimStart()).close();
    return points.length;
  },
  'saxes, nobody listening': (bytes) => {
    const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
    parser.write(new TextDecoder().decode(bytes).trimStart()).close();
    return 0;
  },
  'a plain pass over the bytes': (bytes) => {
    let sum = 0;
    for (let at = 0; at < bytes.length; at++) sum = (sum + (bytes[at] as number)) | 0;
    return Number.isNaN(sum) ? 1 : 0;
  },
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const read = READERS[process.argv[2] ?? ''];
if (read === undefined) throw new Error(`name one of ${Object.keys(READERS).join(', ')}`);
const files: { name: string; bytes: number; ms: number; points: number }[] = [];
for (const { name, bytes } of xmlBenchFiles()) {
  const taken: number[] = [];
  let points = 0;
  const startMs = performance.now();
  while (taken.length < FEWEST_ROUNDS || performance.now() - startMs < ROUNDS_FOR_MS) {
    const fromMs = performance.now();
    points = read(bytes, name);
    taken.push(performance.now() - fromMs);
  }
  files.push({ name, bytes: bytes.length, ms: median(taken), points });
}
console.log(JSON.stringify({ files, peakMemoryMb: peakMemoryMb() }));

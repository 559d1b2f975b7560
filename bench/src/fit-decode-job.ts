/** One decoder over all bench files, in a process of its own: prints the median milliseconds of each. */
import { Decoder, Stream } from '@garmin/fitsdk';
import FitParser from 'fit-file-parser';
import { readFit } from '@kneewise/formats';
import { peakMemoryMb } from './child.ts';
import { benchFiles } from './fit-files.ts';

const ROUNDS_FOR_MS = 1500;
const FEWEST_ROUNDS = 7;

/** A peer as its own documentation says to call it, with its defaults. */
const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => Promise<number> | number>> = {
  kneewise: (bytes) => {
    const read = readFit(bytes);
    if (!read.ok) throw new Error(read.refusal.reason);
    return read.activities.reduce((samples, { recording }) => samples + recording.track.timeS.length, 0);
  },
  '@garmin/fitsdk': (bytes) => {
    const decoder = new Decoder(Stream.fromBuffer(Buffer.from(bytes)));
    if (!decoder.checkIntegrity()) throw new Error('not sound');
    return decoder.read().messages.recordMesgs?.length ?? 0;
  },
  'fit-file-parser': async (bytes) => {
    const parsed = await new FitParser({ force: false }).parseAsync(Buffer.from(bytes).buffer);
    return parsed.records?.length ?? 0;
  },
  'a plain pass over the bytes': (bytes) => {
    let sum = 0;
    for (let at = 0; at < bytes.length; at++) sum = (sum + (bytes[at] as number)) | 0;
    return sum;
  },
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const decode = DECODERS[process.argv[2] ?? ''];
if (decode === undefined) throw new Error(`name one of ${Object.keys(DECODERS).join(', ')}`);
const files: { name: string; bytes: number; ms: number; samples: number }[] = [];
for (const { name, bytes } of benchFiles()) {
  const taken: number[] = [];
  let samples = 0;
  const startMs = performance.now();
  while (taken.length < FEWEST_ROUNDS || performance.now() - startMs < ROUNDS_FOR_MS) {
    const fromMs = performance.now();
    samples = await decode(bytes);
    taken.push(performance.now() - fromMs);
  }
  files.push({ name, bytes: bytes.length, ms: median(taken), samples });
}
console.log(JSON.stringify({ files, peakMemoryMb: peakMemoryMb() }));

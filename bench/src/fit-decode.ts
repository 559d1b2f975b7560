/** FIT decoding against the decoders a user would pick and a plain pass over the same bytes, in one run. */
import { runJob } from './child.ts';

export const FIT_DECODERS = [
  'kneewise',
  '@garmin/fitsdk',
  'fit-file-parser',
  'a plain pass over the bytes',
] as const;

interface FitJob {
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly ms: number;
    readonly samples: number;
  }[];
  readonly peakMemoryMb: number;
}
export interface FitDecodeRow extends FitJob {
  readonly decoder: (typeof FIT_DECODERS)[number];
}

const JOB = new URL('fit-decode-job.ts', import.meta.url);

/** The decoders take turns, and each is shown by its quietest: what else the machine does falls on none of them. */
const TURNS = 3;

/** Each decoder in a process of its own: the least of a file's median times, the most of the memory. */
export async function benchFitDecode(): Promise<FitDecodeRow[]> {
  const turns = new Map<string, FitJob[]>(FIT_DECODERS.map((decoder) => [decoder, []]));
  for (let turn = 0; turn < TURNS; turn++)
    for (const decoder of FIT_DECODERS) turns.get(decoder)?.push(await runJob<FitJob>(JOB, [decoder]));
  return FIT_DECODERS.map((decoder) => {
    const jobs = turns.get(decoder) ?? [];
    const files = (jobs[0]?.files ?? []).map(({ name, bytes, samples }, at) => {
      const ms = Math.min(...jobs.map((job) => job.files[at]?.ms ?? Infinity));
      return { name, bytes, samples, ms };
    });
    return { decoder, files, peakMemoryMb: Math.max(...jobs.map((job) => job.peakMemoryMb)) };
  });
}

/** A Markdown table: milliseconds a file and, in brackets, how many times ours. */
export function fitDecodeTable(rows: readonly FitDecodeRow[]): string {
  const ours = rows.find(({ decoder }) => decoder === 'kneewise');
  const heads = ours?.files.map(({ name, bytes }) => `${name}, ${Math.round(bytes / 1000)} kB`) ?? [];
  const lines = rows.map(({ decoder, files, peakMemoryMb }) => {
    const cells = files.map(
      ({ ms }, at) => `${ms.toFixed(2)} ms (× ${(ms / (ours?.files[at]?.ms ?? ms)).toFixed(1)})`,
    );
    return `| ${[decoder, ...cells, `${Math.round(peakMemoryMb)} MB`].join(' | ')} |`;
  });
  const all = ['decoder', ...heads, 'peak memory'];
  return [`| ${all.join(' | ')} |`, `|${'---|'.repeat(all.length)}`, ...lines].join('\n');
}

if (import.meta.main) console.log(fitDecodeTable(await benchFitDecode()));

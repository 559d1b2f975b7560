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

/** One decoder after the other, each in a process of its own. */
export async function benchFitDecode(): Promise<FitDecodeRow[]> {
  const rows: FitDecodeRow[] = [];
  for (const decoder of FIT_DECODERS) rows.push({ decoder, ...(await runJob<FitJob>(JOB, [decoder])) });
  return rows;
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

/** What is worked out of one run of one and of three hours, against the plainest way to the same figures. */
import { runJob } from './child.ts';

export interface AnalysisBench {
  readonly runs: readonly { readonly hours: number; readonly seconds: number }[];
  /** Milliseconds, one for each of `runs`. */
  readonly rows: readonly { readonly work: string; readonly ms: readonly number[] }[];
  readonly peakMemoryMb: number;
}

export const benchAnalysis = (): Promise<AnalysisBench> =>
  runJob<AnalysisBench>(new URL('analysis-job.ts', import.meta.url), []);

/** A Markdown table: milliseconds a run, in brackets a thousand seconds of it. */
export function analysisTable({ runs, rows, peakMemoryMb }: AnalysisBench): string {
  const heads = runs.map(({ hours, seconds }) => `${hours} h, ${seconds} seconds`);
  const lines = rows.map(({ work, ms }) => {
    const cells = ms.map((taken, i) => {
      const perThousand = (taken * 1000) / (runs[i]?.seconds ?? Number.NaN);
      return `${taken.toFixed(2)} (${perThousand.toFixed(3)})`;
    });
    return `| ${[work, ...cells].join(' | ')} |`;
  });
  return [
    'Milliseconds, medians, on simulated runs with every channel of a watch with running dynamics; in brackets for each',
    'thousand seconds of running. The single-step question asked of every second is how one would write it first.',
    '',
    `| ${['what', ...heads].join(' | ')} |`,
    `|${'---|'.repeat(heads.length + 1)}`,
    ...lines,
    '',
    `Peak memory: ${Math.round(peakMemoryMb)} MB.`,
  ].join('\n');
}

if (import.meta.main) console.log(analysisTable(await benchAnalysis()));

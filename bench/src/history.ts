/** How long each question takes over one, five, ten and twenty years of runs. Any of them: under 50 ms at ten years. */
import { runJob } from './child.ts';

export interface HistoryRow {
  readonly years: number;
  readonly runs: number;
  /** By question, store read included; `one run more` is adding it. Medians by the clock and of processor time. */
  readonly questions: Readonly<Record<string, { readonly ms: number; readonly cpuMs: number }>>;
  readonly peakMemoryMb: number;
}

interface HistoryJob {
  readonly stages: readonly Omit<HistoryRow, 'peakMemoryMb'>[];
  readonly peakMemoryMb: number;
}

/** In a process of its own, on a store on disk that it clears up. */
export async function benchHistory(): Promise<HistoryRow[]> {
  const { stages, peakMemoryMb } = await runJob<HistoryJob>(new URL('history-job.ts', import.meta.url), []);
  return stages.map(({ years, runs, questions }) => ({ years, runs, questions, peakMemoryMb }));
}

/** A Markdown table: a line for each question, milliseconds at each length of history. */
export function historyTable(rows: readonly HistoryRow[]): string {
  const heads = rows.map(({ years, runs }) => `${years} ${years === 1 ? 'year' : 'years'}, ${runs} runs`);
  const questions = Object.keys(rows[0]?.questions ?? {});
  const lines = questions.map((question) => {
    const cells = rows.map(({ questions: { [question]: taken } }) =>
      taken === undefined ? '' : `${taken.ms.toFixed(1)} (${taken.cpuMs.toFixed(1)})`,
    );
    return `| ${[question, ...cells].join(' | ')} |`;
  });
  return [
    'Milliseconds from the question to its answer, the store on disk included, and in brackets of processor time: medians.',
    'Each is asked after an answer about the knee was stored, as the app does; `one run more` is adding a run to that',
    'history, and with `the store just opened` nothing was read before, as after a start or an import.',
    '',
    `| ${['question', ...heads].join(' | ')} |`,
    `|${'---|'.repeat(heads.length + 1)}`,
    ...lines,
    '',
    `Peak memory of it all: ${Math.round(rows[0]?.peakMemoryMb ?? Number.NaN)} MB.`,
  ].join('\n');
}

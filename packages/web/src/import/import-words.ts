/** What the import page says: which sentence, and how the bar is divided. */
import type { ImportState, OutcomeRow } from '../api/types.ts';

/**
 * Which sentence heads the page.
 * @param notReceived files of it that never reached the server
 */
export function importSentence(state: ImportState, notReceived = 0): { key: string; count: number } {
  if (state.state === 'receiving' || state.state === 'reading')
    return { key: 'import.sentence.reading', count: state.filesFound };
  if (state.state === 'undone') return { key: 'keeping.undoneTitle', count: 0 };
  if (state.state === 'stopped') return { key: 'import.sentence.stopped', count: state.filesDone };
  if (state.added > 0) return { key: 'import.sentence.added', count: state.added };
  if (state.duplicates > 0) return { key: 'import.sentence.nothingNew', count: state.duplicates };
  if (state.others > 0) return { key: 'import.sentence.noRuns', count: state.others };
  if (state.refused > 0) return { key: 'import.sentence.allRefused', count: state.refused };
  if (notReceived > 0) return { key: 'import.sentence.notReceived', count: notReceived };
  return { key: 'import.sentence.empty', count: 0 };
}

export const SEGMENTS = ['added', 'duplicates', 'others', 'refused', 'notReceived'] as const;

/** Each segment's share of the bar, 0–1; together at most 1, as more files may still be found. */
export function segments(
  state: Pick<ImportState, Exclude<(typeof SEGMENTS)[number], 'notReceived'> | 'filesFound'> & {
    readonly notReceived: number;
  },
): { readonly name: (typeof SEGMENTS)[number]; readonly count: number; readonly share: number }[] {
  // One file may give several runs (a multisport file), so the parts may outnumber the files.
  const parts = SEGMENTS.reduce((sum, name) => sum + state[name], 0);
  const whole = Math.max(state.filesFound, parts, 1);
  return SEGMENTS.map((name) => ({ name, count: state[name], share: state[name] / whole }));
}

export type Filter = 'all' | 'refused' | 'remark';

export const hasRemark = (row: OutcomeRow): boolean => row.warnings.length > 0;

export const filterRows = (rows: readonly OutcomeRow[], filter: Filter): readonly OutcomeRow[] =>
  filter === 'all'
    ? rows
    : rows.filter((row) => (filter === 'refused' ? row.outcome === 'refused' : hasRemark(row)));

/** About how long it will take, as a person would say it: key and figure. */
export function timeLeft(secondsLeft: number): { key: string; count: number } {
  if (secondsLeft < 5) return { key: 'import.left.moment', count: 0 };
  if (secondsLeft < 90)
    return { key: 'import.left.seconds', count: secondsLeft < 10 ? 5 : Math.round(secondsLeft / 10) * 10 };
  return { key: 'import.left.minutes', count: Math.round(secondsLeft / 60) };
}

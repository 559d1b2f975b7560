/** Validation rows as a table of plain text. */
import type { Row } from './row.ts';

const DIGITS = 4;
const figure = (value: number | null): string =>
  value === null ? '' : Math.abs(value) < 1e-9 ? '0' : String(Number(value.toPrecision(DIGITS)));
const signed = (value: number | null): string => (value !== null && value > 0 ? '+' : '') + figure(value);

const HEAD = ['§', 'quantity', 'source', 'published', 'ours', 'difference', 'has to be', 'verdict'] as const;
const FIGURES: ReadonlySet<number> = new Set([3, 4, 5]);

/** One line a row, columns aligned; below, what simulated figures take for granted, and a count of verdicts. */
export function validationText(rows: readonly Row[]): string {
  const assumptions = [...new Set(rows.flatMap(({ assumes }) => assumes ?? []))];
  const note = ({ assumes }: Row): string =>
    assumes === undefined ? '' : ` [${assumptions.indexOf(assumes) + 1}]`;
  const cells = rows.map((row) => [
    row.section,
    (row.unit === '' ? row.quantity : `${row.quantity} (${row.unit})`) + note(row),
    row.source,
    figure(row.published),
    figure(row.ours),
    signed(row.difference),
    row.tolerance,
    row.verdict,
  ]);
  const widths = HEAD.map((title, i) => Math.max(title.length, ...cells.map((line) => line[i]?.length ?? 0)));
  const lines = [HEAD, ...cells].map((line) =>
    line
      .map((cell, i) => (FIGURES.has(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const count = (verdict: Row['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  return [
    ...lines,
    '',
    ...assumptions.map((assumption, i) => `[${i + 1}] ${assumption}`),
    ...(assumptions.length > 0 ? [''] : []),
    `${count('holds')} hold, ${count('fails')} fail, ${count('misses')} are known misses, ${count('compared')} compared only, ${count('skipped')} skipped`,
  ].join('\n');
}

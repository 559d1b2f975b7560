/** Validation rows as a table of plain text. */
import type { Row } from './row.ts';

const DIGITS = 4;
const figure = (value: number | null): string =>
  value === null ? '' : Math.abs(value) < 1e-9 ? '0' : String(Number(value.toPrecision(DIGITS)));
const signed = (value: number | null): string => (value !== null && value > 0 ? '+' : '') + figure(value);

const HEAD = ['§', 'quantity', 'source', 'published', 'ours', 'difference', 'has to be', 'verdict'] as const;
const FIGURES: ReadonlySet<number> = new Set([3, 4, 5]);

/** One line a row, columns aligned, a count of verdicts last. */
export function validationText(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.section,
    row.unit === '' ? row.quantity : `${row.quantity} (${row.unit})`,
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
    `${count('holds')} hold, ${count('fails')} fail, ${count('misses')} are known misses, ${count('skipped')} skipped`,
  ].join('\n');
}

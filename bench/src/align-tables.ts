/** Pads the cells of Markdown tables to one width a column, as the formatter wants them. */

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const isRule = (cell: string): boolean => /^-+$/.test(cell);
/** Narrowest column the formatter draws. */
const LEAST = 3;

const pad = (cell: string, width: number): string => (isRule(cell) ? '-'.repeat(width) : cell.padEnd(width));

function aligned(lines: readonly string[]): string[] {
  const rows = lines.map(cellsOf);
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(LEAST, ...rows.map((row) => (isRule(row[column] ?? '') ? 0 : (row[column] ?? '').length))),
  );
  return rows.map((row) => `| ${row.map((cell, column) => pad(cell, widths[column] ?? 0)).join(' | ')} |`);
}

/** The text with every table in it aligned; the rest as it is. */
export function alignTables(text: string): string {
  const done: string[] = [];
  let table: string[] = [];
  for (const line of [...text.split('\n'), '']) {
    if (line.startsWith('|')) {
      table.push(line);
      continue;
    }
    done.push(...aligned(table), line);
    table = [];
  }
  return done.slice(0, -1).join('\n');
}

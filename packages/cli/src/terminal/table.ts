/** Plain tables for a terminal: columns as wide as their widest cell, figures to the right. */

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string;
  readonly align?: 'left' | 'right';
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Terminal cells a text takes: combining marks take none, wide East Asian characters two. */
export function cellWidth(text: string): number {
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text))
    width +=
      /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/u.test(
        segment,
      )
        ? 2
        : 1;
  return width;
}

/** What a hostile file name could do to a terminal: control characters are shown, never sent. */
export const printable = (text: string): string =>
  text.replaceAll(
    /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu,
    (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

/** Longer texts lose their middle, so that both ends still tell what they are. */
export function shorten(text: string, width: number): string {
  if (cellWidth(text) <= width) return text;
  const letters = Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
  const tail = Math.floor((width - 1) / 2);
  return `${letters.slice(0, width - 1 - tail).join('')}…${letters.slice(-tail).join('')}`;
}

export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const cells = [
    columns.map(({ head }) => head),
    ...rows.map((row) => columns.map(({ cell }) => printable(cell(row)))),
  ];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => cellWidth(line[at] ?? ''))));
  return cells
    .map((line) =>
      columns
        .map(({ align }, at) => {
          const text = line[at] ?? '';
          const gap = ' '.repeat((widths[at] ?? 0) - cellWidth(text));
          return align === 'right' ? gap + text : text + gap;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

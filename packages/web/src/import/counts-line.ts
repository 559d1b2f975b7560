/** What an import came to, in one line: which counts are worth a word. */

interface Counts {
  readonly added: number;
  readonly duplicates: number;
  readonly others: number;
  readonly refused: number;
  readonly unread?: number;
}

const NAMES = ['added', 'duplicates', 'others', 'refused', 'unread'] as const;

/** Those that are not 0, in the order of interest; where all are, that there was nothing. */
export function countsLine(counts: Counts): readonly { readonly key: string; readonly count: number }[] {
  const said = NAMES.flatMap((name) => {
    const count = counts[name] ?? 0;
    return count === 0 ? [] : [{ key: `keeping.counts.${name}`, count }];
  });
  return said.length === 0 ? [{ key: 'keeping.counts.nothing', count: 0 }] : said;
}

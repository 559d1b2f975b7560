/** RFC 4180, written apart from what is tested: `null` for an empty field, '' for `""`. */
export function parseCsv(text: string): Record<string, string | null>[] {
  const lines: (string | null)[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const line = lines.at(-1) ?? [];
    if (text[at] === '"') {
      let value = '';
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        value += text[at];
        if (text[at] === '"') at++;
      }
      at++;
      line.push(value);
    } else {
      let value = '';
      while (at < text.length && text[at] !== ',' && text[at] !== '\n') value += text[at++];
      line.push(value === '' ? null : value);
    }
    if (text[at] === '\n' && at + 1 < text.length) lines.push([]);
    at++;
    if (text[at - 1] === ',' && (at === text.length || text[at] === '\n')) line.push(null);
  }
  const [head = [], ...rows] = lines;
  return rows.map((row) => Object.fromEntries(head.map((column, i) => [column ?? '', row[i] ?? null])));
}

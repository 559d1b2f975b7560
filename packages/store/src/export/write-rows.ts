/** Rows as CSV (RFC 4180, lines end in LF) and as JSON, in pieces. */
import type { SQLOutputValue } from 'node:sqlite';

type Row = Record<string, SQLOutputValue>;
const TEXT = new TextEncoder();
/** Letters gathered before they are passed on. Our choice. */
const PIECE_LETTERS = 64 * 1024;

export async function* textPieces(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE_LETTERS) continue;
    yield TEXT.encode(piece);
    piece = '';
  }
  if (piece !== '') yield TEXT.encode(piece);
}

function field(value: SQLOutputValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  return value === '' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

export const csvLine = (values: readonly (SQLOutputValue | undefined)[]): string =>
  `${values.map(field).join(',')}\n`;

export const csvBytes = (columns: readonly string[], rows: Iterable<Row>): AsyncIterable<Uint8Array> =>
  textPieces(
    (function* () {
      yield csvLine(columns);
      for (const row of rows) yield csvLine(columns.map((column) => row[column]));
    })(),
  );

/** @param json columns whose text is JSON already */
export const jsonBytes = (json: ReadonlySet<string>, rows: Iterable<Row>): AsyncIterable<Uint8Array> =>
  textPieces(
    (function* () {
      let begin = '[\n';
      for (const row of rows) {
        const members = Object.entries(row).map(([column, value]) => {
          const text = json.has(column) && typeof value === 'string' ? value : JSON.stringify(value);
          return `${JSON.stringify(column)}:${text}`;
        });
        yield `${begin}{${members.join(',')}}`;
        begin = ',\n';
      }
      yield begin === '[\n' ? '[]\n' : '\n]\n';
    })(),
  );

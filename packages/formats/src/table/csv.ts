/**
 * CSV as a stream (RFC 4180): bytes in, rows out, nothing kept but the row being read. Written out by hand, some
 * hundred lines, because limits have to hold inside a row: ten million columns or a quote that is never closed must
 * cost nothing.
 */
import { utf16Of } from '../read/xml-encoding.ts';

/** Columns of one row; Strava writes a hundred. Our choice. */
export const MOST_COLUMNS = 1024;
/** Characters of one field; a long description has thousands. Our choice. */
export const LONGEST_FIELD = 256 * 1024;
/** Characters of one row. Our choice. */
export const LONGEST_ROW = 1024 * 1024;

/** How a table ended. `row` counts from 1, the header included. */
export type CsvEnd =
  | { readonly kind: 'complete' }
  /** The last row is not whole: a quote is still open. */
  | { readonly kind: 'truncated'; readonly row: number }
  /** Not to be read on. */
  | { readonly kind: 'too-wide' | 'too-long'; readonly row: number };

export interface CsvFeed {
  /** @returns false once nothing more will be read */
  write(bytes: Uint8Array): boolean;
  end(): CsvEnd;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const BOM = '\uFEFF';
const SEPARATORS = [',', ';', '\t'] as const;

/** The sign that parts the fields of the first line: the one it holds most of, quoted text left out. */
function separatorOf(line: string): number {
  const bare = line.replace(/"[^"]*"/g, '');
  let best: string = SEPARATORS[0];
  for (const sign of SEPARATORS) if (bare.split(sign).length > bare.split(best).length) best = sign;
  return best.charCodeAt(0);
}

/** Empty lines are passed over. A quote inside an unquoted field stands for itself. */
export function csvFeed(onRow: (fields: string[]) => void): CsvFeed {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let separator: number | null = null;
  let end: CsvEnd | null = null;
  let row = 1;
  let fields: string[] = [];
  let field = '';
  let rowLength = 0;
  let quoted = false;
  /** A quote was met inside a quoted field: it ends it, or is one of two. */
  let half = false;
  let afterCr = false;
  /** Text before the first line end, while the separator is not known. */
  let head = '';

  function pushField(): boolean {
    if (fields.length >= MOST_COLUMNS) {
      end = { kind: 'too-wide', row };
      return false;
    }
    fields.push(field);
    field = '';
    return true;
  }

  function endRow(): boolean {
    if (!pushField()) return false;
    if (fields.length > 1 || fields[0] !== '') onRow(fields);
    fields = [];
    rowLength = 0;
    row++;
    return true;
  }

  /** Adds text to the field. @returns false where that is more than any table holds */
  function add(text: string): boolean {
    rowLength += text.length;
    if (field.length + text.length > LONGEST_FIELD || rowLength > LONGEST_ROW) {
      end = { kind: 'too-long', row };
      return false;
    }
    field += text;
    return true;
  }

  /** One sign that parts, quotes or ends. @returns false once nothing more will be read */
  function sign(code: number, text: string, at: number): boolean {
    if (half) {
      half = false;
      if (code === QUOTE) return add('"');
      quoted = false;
    }
    if (quoted) {
      if (code !== QUOTE) return add(text.charAt(at));
      half = true;
      return true;
    }
    if (code === QUOTE) {
      if (field !== '') return add('"');
      quoted = true;
      return true;
    }
    if (code === separator) return pushField();
    if (code === LF && afterCr) {
      afterCr = false;
      return true;
    }
    afterCr = code === CR;
    return endRow();
  }

  function parse(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const special = code === QUOTE || code === LF || code === CR || code === separator;
      if (!special && !half) {
        afterCr = false;
        continue;
      }
      if (at > from && !add(text.slice(from, at))) return;
      from = at + 1;
      if (special) {
        if (code !== LF && code !== CR) afterCr = false;
        if (!sign(code, text, at)) return;
      } else {
        // A letter behind a closing quote: it goes on unquoted.
        half = false;
        quoted = false;
        if (!add(text.charAt(at))) return;
      }
    }
    if (from < text.length) add(text.slice(from));
  }

  function take(text: string, isLast: boolean): void {
    if (separator !== null) return parse(text);
    head += text;
    const lineEnd = head.search(/[\r\n]/);
    if (lineEnd < 0 && !isLast && head.length <= LONGEST_ROW) return undefined;
    if (head.startsWith(BOM)) head = head.slice(1);
    separator = separatorOf(lineEnd < 0 ? head : head.slice(0, lineEnd));
    const all = head;
    head = '';
    return parse(all);
  }

  return {
    write(bytes) {
      if (end !== null) return false;
      decoder ??= new TextDecoder(utf16Of(bytes) ?? 'utf-8', { ignoreBOM: true });
      take(decoder.decode(bytes, { stream: true }), false);
      return end === null;
    },
    end() {
      if (end !== null) return end;
      take(decoder?.decode() ?? '', true);
      if (end !== null) return end;
      if (quoted && !half) return { kind: 'truncated', row };
      if (field !== '' || fields.length > 0) endRow();
      return end ?? { kind: 'complete' };
    },
  };
}

/**
 * XML as a stream of elements, by saxes: bytes in, `open` and `close` out, nothing kept.
 * Names come without their prefix (writers choose prefixes freely; the local names do not clash).
 * A document type that declares entities ends the reading: no recorder writes one, and bombs are made of them.
 */
import { SaxesParser } from 'saxes';
import { DEEPEST_XML, LONGEST_XML_TEXT } from './limits.ts';
import { refusal } from './refuse.ts';
import type { Refusal } from '../read-result.ts';

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, parent: string): void;
  /** `text` is what stood since the last tag: the whole text of an element without children. */
  close(name: string, text: string, parent: string): void;
}

/** How a document ended. `byteOffset` counts in the unpacked bytes. */
export type XmlEnd =
  | { readonly kind: 'complete'; readonly repaired: number }
  /** The bytes stop before the root is closed. */
  | { readonly kind: 'truncated'; readonly byteOffset: number; readonly detail: string }
  /** Something that is not XML, at that place. */
  | { readonly kind: 'damaged'; readonly byteOffset: number; readonly detail: string }
  /** Not to be read on at all. */
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface XmlFeed {
  /** @returns false once nothing more will be read */
  write(bytes: Uint8Array): boolean;
  end(): XmlEnd;
}

/** Thrown by a handler, or here, to stop reading with a refusal. */
export class XmlStop extends Error {
  readonly refusal: Refusal;
  constructor(why: Refusal) {
    super(why.reason);
    this.refusal = why;
  }
}

/** Slips in names and titles that leave the structure sound: a bare `&`, a control character. */
const HARMLESS =
  /undefined entity|disallowed character(?: in entity name)?\.$|malformed character entity|empty entity name/;

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  return /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
};

/** Bytes that `text` took in the file; exact for sound files of each encoding. */
const byteLength = (text: string, encoding: string): number =>
  encoding === 'utf-8'
    ? Buffer.byteLength(text)
    : encoding.startsWith('utf-16')
      ? text.length * 2
      : text.length;

export function xmlFeed(handler: XmlHandler): XmlFeed {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const names: string[] = [];
  const locals = new Map<string, string>();
  let text = '';
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let encoding = 'utf-8';
  let end: XmlEnd | null = null;
  let repaired = 0;
  let started = false;
  let tagAt = 0;
  /** Characters and bytes before the piece being parsed. */
  let charsBefore = 0;
  let bytesBefore = 0;
  let piece = '';

  const here = (): number => {
    const inPiece = Math.min(Math.max(parser.position - charsBefore, 0), piece.length);
    return bytesBefore + byteLength(piece.slice(0, inPiece), encoding);
  };
  const stop = (code: string, reason: string): never => {
    throw new XmlStop(refusal(code, reason, here()));
  };
  const local = (name: string): string => {
    const known = locals.get(name);
    if (known !== undefined) return known;
    const short = name.slice(name.indexOf(':') + 1);
    // A file with endless different names must not fill the memory.
    if (locals.size < 1000) locals.set(name, short);
    return short;
  };

  parser.on('opentag', (tag) => {
    text = '';
    tagAt = parser.position;
    const parent = names.at(-1) ?? '';
    const name = local(tag.name);
    names.push(name);
    if (names.length > DEEPEST_XML) {
      stop(
        'xml-too-deep',
        `Elements lie more than ${DEEPEST_XML} deep in one another; no recorder writes that.`,
      );
    }
    handler.open(name, tag.attributes, parent);
  });
  parser.on('closetag', () => {
    tagAt = parser.position;
    const name = names.pop() ?? '';
    handler.close(name, text, names.at(-1) ?? '');
    text = '';
  });
  parser.on('text', (more) => {
    text = text === '' ? more : text + more;
  });
  parser.on('cdata', (more) => {
    text += more;
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) {
      stop(
        'xml-doctype',
        'The file declares XML entities, which recorders never do; it was not read further.',
      );
    }
  });
  parser.on('error', (error) => {
    if (!HARMLESS.test(error.message)) throw error;
    repaired++;
  });

  function parse(decoded: string): void {
    piece = decoded;
    if (!started) {
      // Some writers put spaces or line ends before the declaration, which XML forbids.
      const trimmed = decoded.replace(/^[\s\uFEFF]+/, '');
      bytesBefore += byteLength(decoded, encoding) - byteLength(trimmed, encoding);
      piece = trimmed;
      started = trimmed !== '';
    }
    parser.write(piece);
    charsBefore += piece.length;
    bytesBefore += byteLength(piece, encoding);
    piece = '';
    if (charsBefore - tagAt > LONGEST_XML_TEXT) {
      stop(
        'xml-too-long',
        `More than ${LONGEST_XML_TEXT} characters stand without a tag; no recorder writes that.`,
      );
    }
  }

  function failed(error: unknown): XmlEnd {
    if (error instanceof XmlStop) return { kind: 'refused', refusal: error.refusal };
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'damaged', byteOffset: here(), detail };
  }

  return {
    write(bytes) {
      if (end !== null) return false;
      if (bytes.length === 0) return true;
      try {
        if (decoder === null) {
          encoding = encodingOf(bytes);
          decoder = new TextDecoder(encoding);
        }
      } catch {
        const reason = `The file is written in “${encoding}”, which this program cannot decode.`;
        end = { kind: 'refused', refusal: refusal('xml-encoding', reason, 0) };
        return false;
      }
      try {
        parse(decoder.decode(bytes, { stream: true }));
      } catch (error) {
        end = failed(error);
      }
      return end === null;
    },
    end() {
      if (end !== null) return end;
      try {
        parse(decoder?.decode() ?? '');
        if (names.length > 0 || !started) {
          const detail = names.length > 0 ? `<${names.at(-1)}> is not closed` : 'there is no element in it';
          return { kind: 'truncated', byteOffset: bytesBefore, detail };
        }
        parser.close();
        return { kind: 'complete', repaired };
      } catch (error) {
        return failed(error);
      }
    },
  };
}

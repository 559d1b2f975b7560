/**
 * XML as a stream of elements, by saxes: bytes in, `open` and `close` out, nothing kept. Decodes, sets limits, and
 * says at which byte a document ends or stops being XML. Names come without their prefix (writers choose prefixes
 * freely; the local names do not clash). A document type that declares entities ends the reading: no recorder
 * writes one, and bombs are made of them.
 */
import { SaxesParser } from 'saxes';
import type { Refusal } from '../read-result.ts';
import { DEEPEST_XML, LONGEST_XML_TEXT, MOST_REPAIRS } from './limits.ts';
import { ownCopy } from './own-copy.ts';
import { refusal } from './refuse.ts';
import { byteLength, encodingOf } from './xml-encoding.ts';
import {
  hideBareAmpersands,
  hidesAmpersands,
  isHarmless,
  showAmpersands,
  unfinishedReferenceAt,
} from './xml-slips.ts';

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, parent: string): void;
  /** `text` is that of an element without children; '' where it has some. */
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

/** What is not XML. */
class XmlFault extends Error {}

/** Decoded at once: larger pieces would lie in memory twice for no gain. Our choice. Bytes */
const PIECE_BYTES = 1024 * 1024;
/** A file with endless different names must not fill the memory. Our choice. */
const MOST_NAMES = 1000;
const DOCTYPE = '<!DOCTYPE';

/** @returns the local part of a name; that of a name with a prefix is kept, so that it is cut once */
function localNames(): (raw: string) => string {
  const known = new Map<string, string>();
  return (raw) => {
    const colon = raw.indexOf(':');
    if (colon < 0) return raw;
    const found = known.get(raw);
    if (found !== undefined) return found;
    const local = ownCopy(raw.slice(colon + 1));
    if (known.size < MOST_NAMES) known.set(ownCopy(raw), local);
    return local;
  };
}

export function xmlFeed(handler: XmlHandler): XmlFeed {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const localOf = localNames();
  /** The elements that are open. */
  const names: string[] = [];
  let parent = '';
  /** What stands in the element opened last, while it has no children. */
  let text = '';
  let leaf = false;
  /** Characters before the end of the last tag. */
  let tagAt = 0;
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let encoding = 'utf-8';
  let end: XmlEnd | null = null;
  let repaired = 0;
  let started = false;
  /** Whether any `&` has been hidden, so that most documents need not be asked. */
  let hidden = false;
  /** Decoded, but not parsed before what follows is there. */
  let rest = '';
  /** The piece being parsed, and the characters and bytes before it. */
  let piece = '';
  let charsBefore = 0;
  let bytesBefore = 0;

  /** The byte being read. */
  const here = (): number => {
    const inPiece = Math.max(parser.position - charsBefore, 0);
    return bytesBefore + byteLength(piece.slice(0, inPiece), encoding);
  };
  const stop = (code: string, reason: string, at = here()): never => {
    throw new XmlStop(refusal(code, reason, at));
  };
  /** Each slip costs saxes an Error with its stack, some microseconds: millions of them would take minutes. */
  function repair(): void {
    if (++repaired > MOST_REPAIRS)
      throw new XmlFault(`more than ${MOST_REPAIRS} characters up to here are not allowed in XML`);
  }
  function shown(value: string): string {
    if (!hidesAmpersands(value)) return value;
    repair();
    return showAmpersands(value);
  }

  // saxes cuts text out only while somebody listens: between elements nobody does.
  const hear = (more: string): void => {
    text = text === '' ? more : text + more;
  };

  // In a CDATA section a bare `&` is no slip.
  parser.on('cdata', (more) => {
    if (leaf) hear(hidden ? showAmpersands(more) : more);
  });
  parser.on('opentag', ({ name: raw, attributes }) => {
    const name = localOf(raw);
    tagAt = parser.position;
    text = '';
    parser.on('text', hear);
    leaf = true;
    if (hidden) for (const key of Object.keys(attributes)) attributes[key] = shown(attributes[key] ?? '');
    if (names.push(name) > DEEPEST_XML) {
      stop(
        'xml-too-deep',
        `Elements lie more than ${DEEPEST_XML} deep in one another; no recorder writes that.`,
      );
    }
    handler.open(name, attributes, parent);
    parent = name;
  });
  parser.on('closetag', () => {
    const inside = hidden ? shown(text) : text;
    tagAt = parser.position;
    text = '';
    parser.off('text');
    leaf = false;
    const name = names.pop() ?? '';
    parent = names.at(-1) ?? '';
    handler.close(name, inside, parent);
  });
  parser.on('doctype', (doctype) => {
    if (!doctype.includes('<!ENTITY')) return;
    const at = here() - byteLength(`${DOCTYPE}${doctype}>`, encoding);
    stop(
      'xml-doctype',
      'The file declares XML entities, which recorders never do; it was not read further.',
      at,
    );
  });
  parser.on('error', ({ message }) => {
    if (!isHarmless(message, piece.charAt(parser.position - charsBefore - 1)))
      throw new XmlFault(message.replace(/\.$/, ''));
    repair();
  });

  function parse(decoded: string, isLast: boolean): void {
    const all = rest === '' ? decoded : rest + decoded;
    const upTo = isLast ? all.length : unfinishedReferenceAt(all);
    rest = all.slice(upTo);
    piece = all.slice(0, upTo);
    if (!started) {
      // Some writers put spaces or line ends before the declaration, which XML forbids; a mark may stand there too.
      const trimmed = piece.trimStart();
      bytesBefore += byteLength(piece, encoding) - byteLength(trimmed, encoding);
      piece = trimmed;
      started = trimmed !== '';
    }
    const sound = hideBareAmpersands(piece);
    hidden ||= sound !== piece;
    parser.write(sound);
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
    if (error instanceof XmlFault) return { kind: 'damaged', byteOffset: here(), detail: error.message };
    throw error;
  }

  function settleEncoding(bytes: Uint8Array): InstanceType<typeof TextDecoder> | null {
    try {
      encoding = encodingOf(bytes);
      // The mark stays in the text, so that bytes are counted right.
      return new TextDecoder(encoding, { ignoreBOM: true });
    } catch {
      const reason = `The file is written in “${encoding}”, which this program cannot decode.`;
      end = { kind: 'refused', refusal: refusal('xml-encoding', reason, 0) };
      return null;
    }
  }

  return {
    write(bytes) {
      if (end !== null) return false;
      if (bytes.length === 0) return true;
      decoder ??= settleEncoding(bytes);
      if (decoder === null) return false;
      try {
        for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
          parse(decoder.decode(bytes.subarray(from, from + PIECE_BYTES), { stream: true }), false);
        }
      } catch (error) {
        end = failed(error);
      }
      return end === null;
    },
    end() {
      if (end !== null) return end;
      try {
        parse(decoder?.decode() ?? '', true);
        if (names.length > 0 || !started) {
          const detail = names.length > 0 ? `<${names.at(-1)}> is not closed` : 'there is no element in it';
          return { kind: 'truncated', byteOffset: bytesBefore, detail };
        }
        parser.close();
      } catch (error) {
        return failed(error);
      }
      return { kind: 'complete', repaired };
    },
  };
}

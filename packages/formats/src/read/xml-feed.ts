/**
 * XML as a stream of elements: bytes in, `open` and `close` out, nothing kept. Decodes, sets limits, and says at
 * which byte a document ends or stops being XML. Names come without their prefix (writers choose prefixes freely;
 * the local names do not clash). A document type that declares entities ends the reading: no recorder writes one,
 * and bombs are made of them.
 */
import type { Refusal } from '../read-result.ts';
import { DEEPEST_XML, LONGEST_XML_TEXT } from './limits.ts';
import { refusal } from './refuse.ts';
import { XmlFault } from './xml-names.ts';
import { type XmlHandler, xmlScanner } from './xml-scan.ts';

export type { XmlHandler } from './xml-scan.ts';

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

/** Decoded at once: larger pieces would lie in memory twice for no gain. Our choice. Bytes */
const PIECE_BYTES = 1024 * 1024;

export function xmlFeed(handler: XmlHandler): XmlFeed {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let encoding = 'utf-8';
  let end: XmlEnd | null = null;
  /** Bytes of everything decoded so far. */
  let decodedBytes = 0;

  const stop = (code: string, reason: string): never => {
    throw new XmlStop(refusal(code, reason, here()));
  };
  const scanner = xmlScanner(
    {
      open(name, attributes, parent) {
        if (scanner.depth > DEEPEST_XML) {
          stop(
            'xml-too-deep',
            `Elements lie more than ${DEEPEST_XML} deep in one another; no recorder writes that.`,
          );
        }
        handler.open(name, attributes, parent);
      },
      close: (name, text, parent) => handler.close(name, text, parent),
    },
    (doctype) => {
      if (doctype.includes('<!ENTITY')) {
        stop(
          'xml-doctype',
          'The file declares XML entities, which recorders never do; it was not read further.',
        );
      }
    },
  );
  /** The byte being read. */
  const here = (): number => decodedBytes - byteLength(scanner.rest.slice(scanner.at), encoding);

  function parse(decoded: string): void {
    // Before the scan, so that `here` is right inside it; a mark before the document is passed over as a space.
    decodedBytes += byteLength(decoded, encoding);
    scanner.write(decoded);
    if (scanner.rest.length > LONGEST_XML_TEXT) {
      stop(
        'xml-too-long',
        `More than ${LONGEST_XML_TEXT} characters stand in one element; no recorder writes that.`,
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
      // The mark stays in the text, so that bytes are counted right; the scanner takes it for a space.
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
          parse(decoder.decode(bytes.subarray(from, from + PIECE_BYTES), { stream: true }));
        }
      } catch (error) {
        end = failed(error);
      }
      return end === null;
    },
    end() {
      if (end !== null) return end;
      try {
        parse(decoder?.decode() ?? '');
      } catch (error) {
        return failed(error);
      }
      if (scanner.depth > 0 || !scanner.rootSeen) {
        const detail = scanner.depth > 0 ? `<${scanner.inside}> is not closed` : 'there is no element in it';
        return { kind: 'truncated', byteOffset: decodedBytes, detail };
      }
      if (scanner.rest.trim() !== '') {
        return { kind: 'damaged', byteOffset: here(), detail: 'something begun after the root does not end' };
      }
      return { kind: 'complete', repaired: scanner.repaired };
    },
  };
}

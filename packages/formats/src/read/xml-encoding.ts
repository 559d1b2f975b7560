/** In which encoding an XML file is written, and how many of its bytes a text took. */

const LESS_THAN = 0x3c;
/** Encodings of two and four bytes a character, by their names. */
const WIDE = /^(?:utf-?16|utf-?32|ucs-?[24]|iso-10646-ucs-[24]|unicode)/;

/** UTF-16 by its mark, or by a first “<” that takes two bytes; null for anything else. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === LESS_THAN && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === LESS_THAN)) return 'utf-16be';
  return null;
}

/**
 * By the bytes where they show UTF-16, else by the declaration, else UTF-8; lower case, as the file words it.
 * A declaration that can be read byte by byte is not in UTF-16, whatever it says: some writers pass a UTF-8 file
 * off as what their strings were in memory.
 */
export function encodingOf(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return utf16;
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  const declared = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase();
  return declared === undefined || WIDE.test(declared) ? 'utf-8' : declared;
}

/** Bytes that `text` took in the file; exact for sound files of each encoding. */
export const byteLength = (text: string, encoding: string): number =>
  encoding === 'utf-8'
    ? Buffer.byteLength(text)
    : encoding.startsWith('utf-16')
      ? text.length * 2
      : text.length;

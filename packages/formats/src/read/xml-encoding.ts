/** In which encoding an XML file is written, and how many of its bytes a text took. */

/** By the byte order mark, else by the declaration, else UTF-8; lower case, as the file words it. */
export function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  return /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
}

/** Bytes that `text` took in the file; exact for sound files of each encoding. */
export const byteLength = (text: string, encoding: string): number =>
  encoding === 'utf-8'
    ? Buffer.byteLength(text)
    : encoding.startsWith('utf-16')
      ? text.length * 2
      : text.length;

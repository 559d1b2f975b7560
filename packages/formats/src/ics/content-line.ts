/** Content lines of a calendar: escaped text, folded at 75 octets [rfc 5545, 3.1 and 3.3.11]. */

/** Octets of a line, without its line break. [rfc 5545, 3.1] */
export const MOST_OCTETS = 75;
const CRLF = '\r\n';
const encoder = new TextEncoder();

/** Text as a value: backslash, semicolon, comma and line breaks are escaped; other control characters are left out. */
export const escapeText = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', String.raw`\;`)
    .replaceAll(',', String.raw`\,`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    // A control character may not stand in a calendar; half a surrogate is no character.
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD');

/** A parameter's or property's line, folded; a fold never cuts a character. Ends in CRLF. */
export function contentLine(name: string, value: string): string {
  const lines: string[] = [];
  let line = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const size = encoder.encode(character).length;
    if (octets + size > MOST_OCTETS) {
      lines.push(line);
      // The space that marks a continuation is one of its octets.
      line = ' ';
      octets = 1;
    }
    line += character;
    octets += size;
  }
  lines.push(line);
  return lines.join(CRLF) + CRLF;
}

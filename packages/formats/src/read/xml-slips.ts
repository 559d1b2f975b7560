/**
 * Slips that writers make in titles and declarations and that leave the structure of a document sound: they are
 * read over. All other faults end the reading where they stand.
 */

const HARMLESS: readonly RegExp[] = [
  // Names and titles: a reference to nothing, a control character.
  /undefined entity|malformed character entity|disallowed character\.$/,
  // What says nothing else if read over.
  /the string "\]\]>" is disallowed|malformed comment|duplicate attribute|no whitespace between attributes/,
  // The declaration is read before, for the encoding.
  /XML declaration|version number must|encoding value must|standalone value must|expected (?:the name|one of) /,
];

/**
 * @param message as saxes words it
 * @param last the character at which saxes stands: it finds a “<” in an attribute as disallowed as a control
 *   character, but that one is a tag whose end is lost
 */
export const isHarmless = (message: string, last: string): boolean =>
  HARMLESS.some((slip) => slip.test(message)) && !(message === 'disallowed character.' && last === '<');

/**
 * Stands for a bare `&` while saxes reads, which would take everything up to the next `;`, tags and all, for the
 * name of an entity. Unicode keeps this code point free for such use, and it is as long as what it stands for.
 */
const STAND_IN = '\uFDD0';
const BARE_AMPERSAND = /&(?!(?:#x[\da-f]+|#\d+|[a-z][\w.-]*);)/gi;

/** The same text with another sign for each `&` that begins no reference. */
export const hideBareAmpersands = (text: string): string =>
  text.includes('&') ? text.replace(BARE_AMPERSAND, STAND_IN) : text;

export const hidesAmpersands = (text: string): boolean => text.includes(STAND_IN);
export const showAmpersands = (text: string): string => text.replaceAll(STAND_IN, '&');

/** More characters than any reference of use has. */
const LONGEST_REFERENCE = 32;

/** Where a reference begins whose end is not there yet; the length of the text where none does. */
export function unfinishedReferenceAt(text: string): number {
  const tail = text.slice(-LONGEST_REFERENCE);
  const begun = /&[#\w.-]*$/.exec(tail);
  return begun === null ? text.length : text.length - tail.length + begun.index;
}

/** The names of elements, each kept once, with what followed it last. */

/** What is not XML. */
export class XmlFault extends Error {}

export interface Name {
  readonly raw: string;
  readonly local: string;
  /** The tag that opened after this one last time: recordings repeat themselves, so it mostly does again. */
  next: Name | null;
}

/** Whether `text` has `name` at `from`; faster than `startsWith` for the few letters of a tag. */
export function standsAt(text: string, name: string, from: number): boolean {
  for (let i = 0; i < name.length; i++) {
    if (text.charCodeAt(from + i) !== name.charCodeAt(i)) return false;
  }
  return true;
}

const NAME = /^[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*$/u;
/** A file with endless different names must not fill the memory. Our choice. */
const MOST_NAMES = 1000;

/** A string of its own: a piece cut from a long text keeps the whole of it alive. */
export const ownCopy = (text: string): string => Buffer.from(text).toString();

/** @returns the name an element is written with, kept once; throws XmlFault for what is no name */
export function nameTable(): (raw: string) => Name {
  const known = new Map<string, Name>();
  return (raw) => {
    const found = known.get(raw);
    if (found !== undefined) return found;
    if (!NAME.test(raw)) throw new XmlFault(`“<${raw.slice(0, 20)}” is no tag`);
    const own = ownCopy(raw);
    const name = { raw: own, local: own.slice(own.indexOf(':') + 1), next: null };
    if (known.size < MOST_NAMES) known.set(own, name);
    return name;
  };
}

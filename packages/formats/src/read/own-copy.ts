/** A string of its own: a piece cut from a long text keeps the whole of it alive. */
export const ownCopy = (text: string): string => Buffer.from(text).toString();

/** A figure and its unit stay on one line. */

const NO_BREAK = '\u00a0';
/** Units and signs the sentences write after a figure, or after the place of one. */
const BEFORE_UNIT = /(\d|\}\}) (?=(?:%|km|mi|m|ft|h|s|min|ms)(?![\w-]))/g;

/** The words, with a space that does not break between every figure and its unit; the tree keeps its shape. */
export function noBreaks<Words>(words: Words): Words {
  if (typeof words === 'string') return words.replace(BEFORE_UNIT, `$1${NO_BREAK}`) as Words;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, below]) => [key, noBreaks(below)])) as Words;
}

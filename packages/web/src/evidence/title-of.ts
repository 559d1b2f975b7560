/** Titles of entries as words; what a sentence leaves open until it is said of a runner stays open. */
import type { i18n } from 'i18next';
import type { Entry } from './registry.ts';

/** Sentences of the engine's codes hold places for figures: shown as an ellipsis. */
export const withGaps = (sentence: string): string => sentence.replaceAll(/\{\{[^}]*\}\}/g, '…');

export function titleOf({ title }: Pick<Entry, 'title'>, words: i18n): string {
  if ('text' in title) return title.text;
  const sentence: unknown =
    words.getResource(words.language, 'translation', title.key) ??
    words.getResource(words.language, 'translation', `${title.key}_other`);
  return typeof sentence === 'string' ? withGaps(sentence) : title.key;
}

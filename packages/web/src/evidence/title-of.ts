/** Titles of entries as words; what a sentence leaves open until it is said of a runner stays open. */
import type { i18n } from 'i18next';
import type { Entry } from './registry.ts';

/** Sentences of the engine's codes hold places for figures: shown as an ellipsis. */
export const withGaps = (sentence: string): string => sentence.replaceAll(/\{\{[^}]*\}\}/g, '…');

/** Some of the engine's short texts begin small, to stand within a sentence. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The name of a number, the last part of its id. */
export const nameOf = (id: string): string => id.split('.').at(-1) ?? id;

export function titleOf({ title }: Pick<Entry, 'title'>, words: i18n): string {
  if ('text' in title) return title.text;
  const sentence: unknown =
    words.getResource(words.language, 'translation', title.key) ??
    words.getResource(words.language, 'translation', `${title.key}_other`);
  return typeof sentence === 'string' ? withGaps(sentence) : title.key;
}

/** The words of the knee check, brought when it is opened. */
import { bringWords } from '../i18n/i18n.ts';
import words from './words.en.json' with { type: 'json' };

export const bringCheckWords = (): void => bringWords(words);

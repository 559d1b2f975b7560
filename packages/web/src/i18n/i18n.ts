/** All words come through here; a second language is a second file. */
import shared from '@kneewise/words/en.json' with { type: 'json' };
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json' with { type: 'json' };
import { noBreaks } from './no-break.ts';

export const LANGUAGE = 'en';

export async function startWords(): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: LANGUAGE,
    fallbackLng: LANGUAGE,
    // Sentences for the engine's codes are shared with the terminal; the pages' own come on top.
    resources: { en: { translation: noBreaks({ ...shared, ...en }) } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return i18next;
}

/**
 * Words that come with a part of the app that is loaded when it is opened: `words.en.json` in its folder.
 * Called once, where the part begins; keys are those of one tree, so a part has a top of its own.
 */
export function bringWords(words: Readonly<Record<string, unknown>>): void {
  i18next.addResourceBundle(LANGUAGE, 'translation', noBreaks(words), true);
}

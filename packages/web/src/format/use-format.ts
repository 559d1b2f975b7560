/** The runner's units and locale, kept in this browser. */
import { createContext, use } from 'react';
import { createFormat, type Format, localeFor, type Units, unitsOf } from './format.ts';

const KEY = 'kneewise.units';

const stored = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

export function formatOfThisBrowser(language: string): Format {
  const locale = localeFor(language, navigator.languages);
  const chosen = stored();
  return createFormat(locale, chosen === 'km' || chosen === 'mi' ? chosen : unitsOf(locale));
}

export function keepUnits(units: Units): void {
  try {
    localStorage.setItem(KEY, units);
  } catch {
    // A browser that keeps nothing: the choice holds until the page is closed.
  }
}

export const FormatContext = createContext<{ format: Format; setUnits: (units: Units) => void } | null>(null);

export function useFormat(): Format {
  const context = use(FormatContext);
  if (context === null) throw new Error('useFormat must be used inside FormatContext');
  return context.format;
}

/** Sentences that terminal and browser share, with figures as this runner reads them. */
import { type Figures, figureTexts, type Units as SharedUnits } from '@kneewise/words';
import type { Format } from '../format/format.ts';

export const sharedUnits = (format: Format): SharedUnits => ({
  distance: format.units,
  locale: format.locale,
});

const ISO_DAY = /^(\d{4})-\d{2}-\d{2}$/;

/** @param today the day spoken as of: a date of the same year is told without it */
export function figuresOf(figures: Figures, format: Format, today: string): Record<string, string> {
  const texts = figureTexts(figures, sharedUnits(format));
  for (const [name, value] of Object.entries(figures))
    if (typeof value === 'string' && ISO_DAY.exec(value)?.[1] === today.slice(0, 4))
      texts[name] = format.day(value);
  return texts;
}

/** A claim of the receipt, standing alone as a sentence. */
export const asSentence = (claim: string): string => (/[.?!]$/.test(claim) ? claim : `${claim}.`);

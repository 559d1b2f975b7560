/** Sentences that terminal and browser share, with figures as this runner reads them. */
import { type Figures, figureTexts, type Units as SharedUnits } from '@kneewise/words';
import type { Format } from '../format/format.ts';

export const sharedUnits = (format: Format): SharedUnits => ({
  distance: format.units,
  locale: format.locale,
});

export const figuresOf = (figures: Figures, format: Format): Record<string, string> =>
  figureTexts(figures, sharedUnits(format));

/**
 * Words for the engine's codes: a template a code, its figures put in as the runner reads them.
 * Templates use i18next's `{{name}}`, so that terminal and browser share one file of sentences.
 */
import type { Because } from '@kneewise/engine';
import english from './en.json' with { type: 'json' };
import { dayText, distanceText, durationText, numberText, paceText, type Units } from './quantities.ts';

export type Figures = Readonly<Record<string, number | string>>;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One figure as a runner reads it; the ending of its name says its unit. */
export function figureText(name: string, value: number | string, units: Units): string {
  if (typeof value === 'string') return ISO_DAY.test(value) ? dayText(value, units.locale) : value;
  if (name.endsWith('SPerKm')) return paceText(value, units);
  if (name.endsWith('Mps')) return value > 0 ? paceText(1000 / value, units) : String(value);
  if (name.endsWith('Percent')) return `${numberText(Math.round(value), 0, units.locale)}\u00A0%`;
  if (name.endsWith('Spm')) return numberText(Math.round(value), 0, units.locale);
  if (name.endsWith('M')) return distanceText(value, units);
  if (name.endsWith('S')) return durationText(value);
  return numberText(value, Number.isInteger(value) ? 0 : 2, units.locale);
}

export const figureTexts = (figures: Figures, units: Units): Record<string, string> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, figureText(name, value, units)]));

/** Puts figures into a template; a figure the template names and nobody gave is a programmer's mistake. */
export function fill(template: string, texts: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const text = texts[name];
    if (text === undefined)
      throw new RangeError(`template needs a figure named ${name}, got ${Object.keys(texts).join(', ')}`);
    return text;
  });
}

export type Section = keyof typeof english;

/** The template of a code, or null where the language has none. */
export const templateOf = (section: Section, code: string): string | null =>
  (english[section] as Readonly<Record<string, string>>)[code] ?? null;

/** A sentence for a code. @throws {RangeError} where the code has no words */
export function say(section: Section, code: string, figures: Figures, units: Units): string {
  const template = templateOf(section, code);
  if (template === null) throw new RangeError(`${section} must have words for every code, got ${code}`);
  return fill(template, figureTexts(figures, units));
}

/** Why something is not known, as a sentence's end: "needs 3 runs, has 1". */
export function sayBecause(because: Because, units: Units): string {
  const what = templateOf('what', because.what) ?? because.what;
  switch (because.reason) {
    case 'too-little-data':
      return fill(english.because['too-little-data'], {
        what,
        have: String(because.have),
        need: String(because.need),
      });
    case 'not-recorded':
    case 'does-not-apply':
      return fill(english.because[because.reason], { what });
    case 'out-of-range':
      return fill(english.because['out-of-range'], {
        what,
        value: numberText(because.value, 1, units.locale),
        low: numberText(because.low, 1, units.locale),
        high: numberText(because.high, 1, units.locale),
      });
  }
}

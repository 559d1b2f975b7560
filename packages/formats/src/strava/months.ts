/** Names of months in the languages Strava writes its dates in, from the platform's own tables. */

/** Languages of Strava's site, and those near them. Croatian is left out: its “listopad” is October, the Polish and Czech one November. */
const LANGUAGES = [
  'en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'nb', 'da', 'fi', 'pl', 'cs', 'sk', 'hu', 'ro', 'tr', 'ru', 'uk',
  'el', 'id', 'ca', 'et', 'lv', 'lt', 'sl', 'bg',
] as const; // prettier-ignore

const MONTHS = 12;

/** As months are compared: lower case, no dots. */
export const plainWord = (word: string): string => word.normalize('NFC').toLowerCase().replace(/\./g, '');

let known: ReadonlyMap<string, number> | null = null;

/** Built once, when the first date with a word comes. */
function table(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const clashing = new Set<string>();
  const note = (word: string, month: number): void => {
    const plain = plainWord(word);
    if (plain === '' || /^\d/.test(plain)) return;
    if ((found.get(plain) ?? month) !== month) clashing.add(plain);
    found.set(plain, month);
  };
  for (const language of LANGUAGES) {
    for (const width of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC' });
      // Many languages bend the name beside a day.
      const beside = new Intl.DateTimeFormat(language, { day: 'numeric', month: width, timeZone: 'UTC' });
      for (let month = 1; month <= MONTHS; month++) {
        const date = Date.UTC(2024, month - 1, 15);
        note(alone.format(date), month);
        const part = beside.formatToParts(date).find(({ type }) => type === 'month');
        if (part !== undefined) note(part.value, month);
      }
    }
  }
  // Written by Strava or by hand, and in no table: German and English four-letter forms.
  for (const [word, month] of [
    ['sept', 9],
    ['mär', 3],
    ['mrz', 3],
    ['okt', 10],
    ['dez', 12],
  ] as const)
    note(word, month);
  for (const word of clashing) found.delete(word);
  return found;
}

/** 1–12, or null for a word that is no month, or one of different months in different languages. */
export function monthOf(word: string): number | null {
  known ??= table();
  return known.get(plainWord(word)) ?? null;
}

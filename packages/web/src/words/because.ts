/** Why something is not known, as a sentence's key and its figures. */
import type { Because } from '@kneewise/engine';
import type { Format } from '../format/format.ts';

export interface BecauseWords {
  readonly key: string;
  /** Key of the words for what is missing, or null where the engine's own are all there is. */
  readonly whatKey: string | null;
  readonly figures: Readonly<Record<string, string>>;
}

export function becauseWords(
  because: Because,
  format: Format,
  exists: (key: string) => boolean,
): BecauseWords {
  const what = `what.${because.what}`;
  const plain = (value: number): string => format.number(value, Number.isInteger(value) ? 0 : 1);
  const figures = ((): Record<string, string> => {
    switch (because.reason) {
      case 'too-little-data':
        return { have: plain(because.have), need: plain(because.need) };
      case 'out-of-range':
        return { value: plain(because.value), low: plain(because.low), high: plain(because.high) };
      case 'not-recorded':
      case 'does-not-apply':
        return {};
    }
  })();
  return { key: `missing.${because.reason}`, whatKey: exists(what) ? what : null, figures };
}

/** How well an explanation fits, in words; percentages are not for runners. */
export type Certainty = 'very-well' | 'best' | 'fair' | 'possible' | 'folded';

/** Least share of each word. Our choice. */
const FROM: readonly (readonly [Certainty, number])[] = [
  ['very-well', 0.8],
  ['best', 0.55],
  ['fair', 0.3],
  ['possible', 0.1],
];

export const certaintyOf = (share: number): Certainty =>
  FROM.find(([, from]) => share >= from)?.[0] ?? 'folded';

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  'very-well': 'fits very well',
  best: 'fits best',
  fair: 'a fair fit',
  possible: 'possible',
  folded: 'fits little',
};

export const CHECK_FIRST_WORDS = 'needs checking; it mostly turns out to be something else';

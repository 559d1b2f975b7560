/** One condition of several, and how far it is met; `unknown` where nobody asked or said. */
export interface Criterion<Code extends string> {
  readonly code: Code;
  readonly met: 'yes' | 'no' | 'unknown';
  readonly figures: Readonly<Record<string, number>>;
}

/** @param have null: not known */
export const needs = <Code extends string>(
  code: Code,
  have: number | null,
  need: number,
): Criterion<Code> => ({
  code,
  met: have === null ? 'unknown' : have >= need ? 'yes' : 'no',
  figures: have === null ? { need } : { have, need },
});

/** At most so much. @param have null: not known */
export const within = <Code extends string>(
  code: Code,
  have: number | null,
  most: number,
): Criterion<Code> => ({
  code,
  met: have === null ? 'unknown' : have <= most ? 'yes' : 'no',
  figures: have === null ? { most } : { have, most },
});

export const allMet = (criteria: readonly Criterion<string>[]): boolean =>
  criteria.every(({ met }) => met === 'yes');

/** What the audit finds in simulated weeks, beside the prototype of models.md F. */
import { OF_AUDIT } from './assumptions.ts';
import { type AuditStudy, CHANGES } from './audit-study.ts';
import { noLess, noWorse, type Row, type Subject } from './row.ts';

/** Found clearly, %, for each of `CHANGES`. [models.md F] */
const FOUND_PCT = [35, 80, 56, 77, 73, 36, 52, 100] as const;
/** models.md does not say how its weeks were drawn: ours may find fewer by this. Our choice. Points. */
const FOUND_WITHIN = 10;
/** Where nothing changed: clear in one variable at most; a rise in any group; in two. [models.md F] % */
const FALSE_CLEAR = { published: 6.5, within: 1 } as const;
const RISEN = { published: 15, within: 3 } as const;
const RISEN_TWICE = { published: 1.5, within: 1 } as const;
const PER_CENT = 100;

const subject = (quantity: string): Subject => ({
  section: 'F',
  quantity: `simulated, ${quantity}`,
  source: 'prototype, models.md',
  unit: '%',
  assumes: OF_AUDIT,
});

/** @param studies one a seed */
export function auditRows(studies: readonly AuditStudy[]): Row[] {
  const total = (of: (study: AuditStudy) => number): number =>
    studies.reduce((sum, study) => sum + of(study), 0);
  const looked = total((study) => study.looked);
  const pct = (of: (study: AuditStudy) => number): number => (PER_CENT * total(of)) / looked;
  const variables = [...new Set(studies.flatMap(({ clear }) => Object.keys(clear)))];
  const worst = variables.toSorted(
    (a, b) => total(({ clear }) => clear[b] ?? 0) - total(({ clear }) => clear[a] ?? 0),
  )[0];
  return [
    noWorse(
      subject(
        `nothing changed, ${looked} runners: clear in the variable that errs most (${worst ?? 'none'})`,
      ),
      FALSE_CLEAR.published,
      worst === undefined ? 0 : pct(({ clear }) => clear[worst] ?? 0),
      FALSE_CLEAR.within,
    ),
    noWorse(
      subject('nothing changed: a clear rise in any group'),
      RISEN.published,
      pct(({ risen }) => risen),
      RISEN.within,
    ),
    noWorse(
      subject('nothing changed: a clear rise in two groups'),
      RISEN_TWICE.published,
      pct(({ risenTwice }) => risenTwice),
      RISEN_TWICE.within,
    ),
    ...CHANGES.map(({ name, weeks }, i) => {
      const published = FOUND_PCT[i] ?? Number.NaN;
      const ours = pct(({ found }) => found[i]?.clear ?? 0);
      const possible = pct(({ found }) => found[i]?.possible ?? 0);
      return noLess(
        subject(`${name}, ${weeks} weeks: found clearly (at least possibly ${Math.round(possible)} %)`),
        published,
        ours,
        FOUND_WITHIN,
      );
    }),
  ];
}

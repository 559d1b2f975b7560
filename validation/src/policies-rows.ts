/**
 * Policies over 16 weeks on simulated runners, beside the prototype of models.md C. A simulation: harm is convex above
 * four fifths of capacity by assumption, and the injuries of the session-spike cohort are not simulated. It does not
 * show that runners get better.
 */
import {
  changeAtEqualKm,
  type LifeFigures,
  type PolicyName,
  shareFromOpening,
  type Varied,
  VARIANT_IS,
  type Variant,
} from '@kneewise/simulator';
import { mean } from '@kneewise/engine';
import { OF_POLICIES } from './assumptions.ts';
import type { VariantStudies } from './policies-studies.ts';
import { agrees, atLeast, noWorse, type Row, type Subject } from './row.ts';

/** Policies as models.md C numbers them, and in a few words. */
const SHORT: Readonly<Record<PolicyName, string>> = {
  'i-70': 'i (+10 % a week from 70 %)',
  'i-30': 'i (+10 % a week from 30 %)',
  ii: 'ii (rest, then +10 % a week)',
  'iii-a': 'iii-a (rule, from the long run)',
  'iii-b': 'iii-b (rule, from half)',
  iv: 'iv (learnt cap, from half)',
  'iv-25': 'iv, +25 % steps',
};

/** Kilometres, ceiling days, flares a runner, V0. [models.md C] */
const PROTOTYPE: Readonly<Record<PolicyName, readonly [number, number, number]>> = {
  'i-70': [249, 33.8, 3.7],
  'i-30': [183, 6.4, 0.6],
  ii: [216, 28.1, 3.1],
  'iii-a': [164, 2.3, 0.11],
  'iii-b': [168, 1.4, 0.09],
  iv: [180, 1.8, 0.09],
  'iv-25': [193, 2.3, 0.13],
};
const POLICIES = Object.keys(PROTOTYPE) as PolicyName[];
/** Tolerances of models.md C. */
const KM_WITHIN = 12;
const DAYS_WITHIN = 0.3;
/** Policies i and ii scatter more. */
const WILD_DAYS_WITHIN = 2.5;
/** Of flares models.md gives none, and fewer are welcome. Our choice: a share for i and ii, else flares a runner. */
const WILD_FLARES_WITHIN = 0.25;
const FLARES_WITHIN = 0.05;
const isWild = (name: PolicyName): boolean => name.startsWith('i-') || name === 'ii';

/** Change of ceiling days at equal kilometres, %. [models.md C] */
const EQUAL_KM: readonly {
  readonly ours: PolicyName;
  readonly other: Varied;
  readonly against: string;
  readonly published: Readonly<Record<Variant, number>>;
  /** Whether the whole interval lies below 0 in every variant. */
  readonly clear: boolean;
}[] = [
  {
    ours: 'iv',
    other: 'iii-a',
    against: SHORT['iii-a'],
    published: { V0: -42, V1: -37, V2: -41, V3: -61, V4: -44, V5: -33, V6: -51 },
    clear: true,
  },
  {
    ours: 'iv',
    other: 'iii-b',
    against: SHORT['iii-b'],
    published: { V0: -12, V1: -10, V2: -7, V3: -19, V4: -5, V5: -5, V6: -21 },
    clear: false,
  },
  {
    ours: 'iv-25',
    other: 'iii-b',
    against: SHORT['iii-b'],
    published: { V0: -29, V1: -25, V2: -22, V3: -39, V4: -17, V5: -27, V6: -24 },
    clear: false,
  },
  {
    ours: 'iv',
    other: 'i',
    against: 'i, start varied',
    published: { V0: -72, V1: -67, V2: -73, V3: -82, V4: -78, V5: -84, V6: -78 },
    clear: true,
  },
];
const MOST_OF_IT_PCT = 50;
const PER_CENT = 100;

const subject = (variant: Variant, quantity: string, unit: string): Subject => ({
  section: 'C',
  quantity: `simulated, 16 weeks, ${variant} ${VARIANT_IS[variant]}: ${quantity}`,
  source: 'prototype, models.md',
  unit,
  assumes: OF_POLICIES,
});

const pct = (share: number): string => String(Math.round(PER_CENT * share));

function tableRows({ variant, policies }: VariantStudies): Row[] {
  return POLICIES.flatMap((name) => {
    const figures = policies.policies[name];
    const of = (value: (figure: LifeFigures) => number): number => mean(figures.map(value));
    const [km, days, flares] = PROTOTYPE[name];
    const wild = isWild(name);
    return [
      agrees(
        subject(variant, SHORT[name], 'km'),
        km,
        of((each) => each.km),
        KM_WITHIN,
      ),
      agrees(
        subject(variant, `${SHORT[name]}, ceiling days`, 'days'),
        days,
        of((each) => each.ceilingDays),
        wild ? WILD_DAYS_WITHIN : DAYS_WITHIN,
      ),
      noWorse(
        subject(variant, `${SHORT[name]}, flares a runner`, ''),
        flares,
        of((each) => each.flares),
        wild ? WILD_FLARES_WITHIN * flares : FLARES_WITHIN,
      ),
    ];
  });
}

function equalKmRows({ variant, policies }: VariantStudies): Row[] {
  return EQUAL_KM.map(({ ours, other, against, published, clear }) => {
    const change = changeAtEqualKm(policies, ours, other);
    const of = subject(variant, `ceiling days at equal km, ${SHORT[ours]} against ${against}`, '%');
    return Object.assign(of, {
      published: published[variant],
      ours: PER_CENT * change.value,
      difference: PER_CENT * change.value - published[variant],
      tolerance: `below 0${clear ? ', interval too' : ''}: 95 % ${pct(change.low)} to ${pct(change.high)}`,
      verdict: (clear ? change.high : change.value) < 0 ? ('holds' as const) : ('fails' as const),
    });
  });
}

/** The same share from the prototype's changes, 81 % in V0: iii-b saves over iii-a what iv does not save over iii-b. */
function publishedOpeningPct(variant: Variant): number {
  const kept = (other: Varied): number =>
    1 +
    (EQUAL_KM.find((each) => each.ours === 'iv' && each.other === other)?.published[variant] ?? Number.NaN) /
      PER_CENT;
  return (PER_CENT * (1 - kept('iii-a') / kept('iii-b'))) / (1 - kept('iii-a'));
}

function openingRow({ variant, policies }: VariantStudies): Row {
  const of = subject(
    variant,
    'of the ceiling days that iv saves over iii-a at equal km, the share that comes from starting at half',
    '%',
  );
  const ours = PER_CENT * shareFromOpening(policies);
  const published = publishedOpeningPct(variant);
  return {
    ...atLeast(of, MOST_OF_IT_PCT, ours),
    published,
    difference: ours - published,
    tolerance: 'more than half',
  };
}

export const policyRows = (studies: readonly VariantStudies[]): Row[] =>
  studies.flatMap((study) => [
    ...(study.variant === 'V0' ? tableRows(study) : []),
    ...equalKmRows(study),
    openingRow(study),
  ]);

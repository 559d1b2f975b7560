/**
 * How well the learnt edge finds the true one of simulated runners, beside what the prototype of models.md B found.
 * A simulation: it shows right arithmetic, and what follows from the assumptions named in each row.
 */
import { CHECK_INS, type EdgeStudy, pooledEdge, VARIANT_IS, type Variant } from '@kneewise/simulator';
import { median } from '@kneewise/engine';
import { OF_RUNNERS } from './assumptions.ts';
import { SEEDS, type VariantStudies } from './policies-studies.ts';
import { agrees, atLeast, atMost, noWorse, type Row, type Subject } from './row.ts';

/** Errors after 4, 8 and 16 check-ins, %, and bias after 16: by the rule, with random distances. [models.md B] */
const PROTOTYPE: Readonly<
  Record<
    Variant,
    { readonly rule: readonly number[]; readonly bias: number; readonly random: readonly number[] }
  >
> = {
  V0: { rule: [18, 17, 16], bias: -8, random: [18, 15, 13] },
  V1: { rule: [16, 13, 15], bias: 2, random: [19, 15, 14] },
  V2: { rule: [18, 19, 17], bias: -8, random: [19, 16, 16] },
  V3: { rule: [26, 26, 28], bias: -18, random: [26, 19, 19] },
  V4: { rule: [18, 21, 21], bias: -17, random: [19, 15, 17] },
  V5: { rule: [17, 15, 15], bias: 2, random: [18, 15, 13] },
  V6: { rule: [20, 21, 20], bias: -18, random: [19, 17, 17] },
};
/**
 * V3 is told in one line of models.md, and our reading of it (start pain that eases is said as the worst, and that it
 * eased) is harder after four check-ins by the rule: known to be missed by so much more than the tolerance, points.
 */
const V3_AFTER_FOUR_MISSED_BY = 2;
/** Where nobody asks whether it eased, start pain is blamed on the load and the edge errs far on the careful side. % */
const LEAST_COVERAGE_NOT_ASKED_PCT = 45;
/** Points by which another implementation with other draws may be worse; better is free. [models.md B] */
const WITHIN_POINTS = 3;
const COVERAGE_PCT = 82;
const COVERAGE_WITHIN = 3;
const LEAST_COVERAGE_PCT = 70;
/** Mean gap of predicted and seen chances. [models.md B] */
const GAP = { V0: 0.03, V6: 0.05 } as const;
/** The interval's ends divided by each other, V0 by the rule, after 4 and 8. [models.md B] */
const WIDTHS = [2.2, 2] as const;
const WIDTH_WITHIN = 0.3;
const PER_CENT = 100;
/** V3 is found only where the runner is asked. */
const ASKED = ' (asked if it eased)';

const subject = (variant: Variant | null, quantity: string, unit: string): Subject => ({
  section: 'B',
  quantity: `simulated, ${
    variant === null ? 'all variants' : `${variant} ${VARIANT_IS[variant]}${variant === 'V3' ? ASKED : ''}`
  }: ${quantity}`,
  source: 'prototype, models.md',
  unit,
  assumes: OF_RUNNERS,
});

const DATA = { rule: 'by the rule', random: 'random distances' } as const;
type Data = keyof typeof DATA;

const medianErrorPct = (errors: readonly number[]): number => PER_CENT * median(errors.map(Math.abs));
export const coveragePct = ({ covered, estimates }: EdgeStudy): number => (PER_CENT * covered) / estimates;

/** Mean of |predicted − seen| over runs, by bins of the prediction. */
export const calibrationGap = ({ calibration, estimates }: EdgeStudy): number =>
  calibration.reduce((sum, [, predicted, seen]) => sum + Math.abs(predicted - seen), 0) / estimates;

function errorRows(variant: Variant, data: Data, study: EdgeStudy): Row[] {
  return CHECK_INS.map((count, i) => {
    const of = subject(variant, `error of the edge after ${count} check-ins, ${DATA[data]}`, '%');
    const published = PROTOTYPE[variant][data][i] ?? Number.NaN;
    const ours = medianErrorPct(study.errors[i] ?? []);
    const missedBy = variant === 'V3' && data === 'rule' && i === 0 ? V3_AFTER_FOUR_MISSED_BY : 0;
    return noWorse(of, published, ours, WITHIN_POINTS, missedBy);
  });
}

/** Bias may be as far from 0 as the prototype's, and so many points farther: models.md gives none, our choice. */
const BIAS_WITHIN = 4;

/** Median of estimate ÷ truth − 1: below 0 on the careful side. */
function biasRow(variant: Variant, study: EdgeStudy): Row {
  const published = PROTOTYPE[variant].bias;
  const ours = PER_CENT * median(study.errors.at(-1) ?? []);
  const most = Math.abs(published) + BIAS_WITHIN;
  return {
    ...subject(variant, 'bias of the edge after 16 check-ins, by the rule', '%'),
    published,
    ours,
    difference: ours - published,
    tolerance: `within ± ${most} of 0`,
    verdict: Math.abs(ours) <= most ? 'holds' : 'fails',
  };
}

const coverageRow = (variant: Variant, studies: readonly EdgeStudy[]): Row =>
  atLeast(
    subject(variant, `the 80 % interval holds the edge, seeds ${SEEDS.join(', ')}`, '%'),
    LEAST_COVERAGE_PCT,
    coveragePct(pooledEdge(studies)),
  );

export function edgeRows(studies: readonly VariantStudies[]): Row[] {
  const rows: Row[] = [];
  for (const { variant, rule, random, notAskedIfEased } of studies) {
    const byRule = pooledEdge(rule);
    const spread = pooledEdge(random);
    rows.push(...errorRows(variant, 'rule', byRule), ...errorRows(variant, 'random', spread));
    rows.push(biasRow(variant, byRule), coverageRow(variant, [...rule, ...random]));
    if (notAskedIfEased.length > 0) {
      rows.push(
        atLeast(
          {
            ...subject(variant, '', '%'),
            quantity: `simulated, ${variant} ${VARIANT_IS[variant]} (not asked if it eased): the 80 % interval holds the edge`,
          },
          LEAST_COVERAGE_PCT,
          coveragePct(pooledEdge(notAskedIfEased)),
          LEAST_COVERAGE_NOT_ASKED_PCT,
        ),
      );
    }
    if (variant === 'V0') {
      for (const [i, width] of WIDTHS.entries()) {
        rows.push(
          agrees(
            subject(variant, `interval's ends divided, after ${CHECK_INS[i]} check-ins, by the rule`, '×'),
            width,
            median(byRule.widths[i] ?? []),
            WIDTH_WITHIN,
          ),
        );
      }
    }
    if (variant === 'V0' || variant === 'V6') {
      rows.push(
        atMost(
          subject(variant, 'predicted less seen chance of too much, mean gap, random distances', ''),
          GAP[variant],
          calibrationGap(spread),
        ),
      );
    }
  }
  const all = studies.flatMap(({ rule, random }) => [...rule, ...random]);
  rows.push(
    agrees(
      subject(null, 'the 80 % interval holds the edge, by the rule and with random distances', '%'),
      COVERAGE_PCT,
      coveragePct(pooledEdge(all)),
      COVERAGE_WITHIN,
    ),
  );
  return rows;
}

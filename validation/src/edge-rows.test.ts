import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VARIANTS } from '@kneewise/simulator';
import { calibrationGap, coveragePct, edgeRows } from './edge-rows.ts';
import { policyRows } from './policies-rows.ts';
import { SEEDS, studyVariant, type VariantStudies } from './policies-studies.ts';
import { FULL, variantStudies } from './studies.ts';

/** Few runners: what the rows say is held by `kneewise validate`, here it is how they come about. */
const FEW = { ...FULL, edgeRunners: 2, policyRunnersV0: 4, policyRunners: 2 };
const studies: Promise<readonly VariantStudies[]> = variantStudies(FEW);

describe('rows on simulated runners', () => {
  it('come from all variants and three seeds, in order', async () => {
    const all = await studies;
    assert.deepEqual(
      all.map(({ variant }) => variant),
      [...VARIANTS],
    );
    for (const { rule, random } of all) assert.deepEqual([rule.length, random.length], [3, 3]);
    assert.deepEqual([...SEEDS], [1, 2, 3]);
  });
  it('are the same from a worker thread as from this one', async () => {
    const [, v1] = await studies;
    assert.deepEqual(v1, studyVariant({ kind: 'variant', variant: 'V1', edgeRunners: 2, policyRunners: 2 }));
  });
  it('say that they are simulated, and which variant assumes what', async () => {
    const all = await studies;
    const rows = [...edgeRows(all), ...policyRows(all)];
    for (const { quantity, section, assumes = '' } of rows) {
      assert.match(quantity, /^simulated, /);
      assert.match(assumes, /^Simulated .*Assumed: /);
      assert.match(assumes, section === 'C' ? /starting at half/ : /not that runners get better/);
      assert.ok(section === 'B' || section === 'C');
    }
    assert.ok(
      rows.some(({ quantity }) => quantity.includes('V3 start pain, late answer (asked if it eased)')),
    );
    assert.equal(new Set(rows.map(({ quantity }) => quantity)).size, rows.length);
  });
  it('hold the errors after 4, 8 and 16 check-ins of every variant, by the rule and at random', async () => {
    const rows = edgeRows(await studies);
    assert.equal(rows.filter(({ quantity }) => quantity.includes('error of the edge')).length, 7 * 2 * 3);
    const error = rows.find(({ quantity }) => quantity.includes('V0') && quantity.includes('after 8'));
    assert.equal(error?.published, 17);
    assert.equal(error?.verdict, (error?.ours ?? Infinity) <= 20 ? 'holds' : 'fails');
  });
  it('compare policies at equal kilometres in every variant, and say at equal kilometres too what starting at half does by itself', async () => {
    const rows = policyRows(await studies);
    assert.equal(
      rows.filter(({ quantity }) => quantity.includes('ceiling days at equal km, ')).length,
      7 * 4,
    );
    assert.equal(rows.filter(({ quantity }) => quantity.includes('comes from starting at half')).length, 7);
  });
});

describe('figures of a study', () => {
  const study = {
    errors: [],
    widths: [],
    estimates: 20,
    covered: 15,
    // Ten runs predicted at 0.1 each and two too much; ten at 0.5 each and four.
    calibration: [
      [10, 1, 2],
      [10, 5, 4],
    ] as const,
  };
  it('are 75 % covered for 15 of 20, and a mean gap of 0.1', () => {
    assert.equal(coveragePct(study), 75);
    assert.equal(calibrationGap(study), 0.1);
  });
});

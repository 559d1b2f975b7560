import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { type PolicyMaker, randomDistances, tenPercentRule, threeQuarters } from '../model/policy.ts';
import { loadPerKmBws } from '../model/true-load.ts';
import { drawDays } from './chance.ts';
import { type Life, live } from './live.ts';
import { drawVariant, type VariantRunner } from './variant.ts';

/** Twice the 300 of models.md: fewer differ from it by the luck of the draw alone. */
const RUNNERS = 600;
const WEEKS = 16;
const runners = Array.from({ length: RUNNERS }, (_, i) => drawVariant(i, 'V0'));
const lifeOf = (runner: VariantRunner, seed: number, weeks: number, policy: PolicyMaker): Life =>
  live(runner, drawDays(seed, weeks), policy);
const lives = (policy: PolicyMaker): Life[] =>
  runners.map((runner, i) => lifeOf(runner, 1000 + i, WEEKS, policy));

const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * values.length)] ?? Number.NaN;

/** What models.md prints of a policy: kilometres, ceiling days and shares of reported pain 0, 1, 2, 3, 4, 5+ in %. */
function figures(policy: PolicyMaker) {
  const lived = lives(policy);
  const runs = lived.flatMap((life) => life.runs);
  const said = runs.flatMap(({ report }) => (report.pain === null ? [] : [Math.min(5, report.pain)]));
  const ceilingDays = runs.filter(({ truth }) => truth.ceilingReached || !truth.settled);
  return {
    km: runs.reduce((sum, { report }) => sum + report.coveredKm, 0) / RUNNERS,
    ceilingDays: ceilingDays.length / RUNNERS,
    reachedPct: (100 * runs.filter(({ truth }) => truth.ceilingReached).length) / runs.length,
    saidPct: [0, 1, 2, 3, 4, 5].map((pain) => (100 * said.filter((p) => p === pain).length) / said.length),
    growth: quantile(
      lived.map(({ end }, i) => end.capacityBws / (runners[i]?.capacityBws ?? Number.NaN)),
      0.5,
    ),
  };
}

// models.md A, "Sanity" and C; tolerances of C where stated (km ±12, ceiling days ±0.3, for i and ii ±2.5).
it('draws runners who ache at 2.9, 5.1 and 9.0 km (10, 50, 90 %) and bear 235, 273 and 326 BW·s a kilometre', () => {
  const load = runners.map((r) => loadPerKmBws(r.easyMps, r.cadenceLine.spm, r.legM));
  const km = runners.map((r, i) => r.capacityBws / (load[i] ?? Number.NaN));
  for (const [share, expected] of [
    [0.1, 2.9],
    [0.5, 5.1],
    [0.9, 9],
  ] as const)
    near(quantile(km, share) / expected, 1, 0.12);
  for (const [share, expected] of [
    [0.1, 235],
    [0.5, 273],
    [0.9, 326],
  ] as const)
    near(quantile(load, share), expected, 8);
});
it('runs 164 km in 16 weeks by the rule of three quarters, with 2.3 ceiling days and capacity × 1.7', () => {
  const rule = figures(threeQuarters(1));
  near(rule.km, 164, 12);
  near(rule.ceilingDays, 2.3, 0.3);
  near(rule.growth, 1.7, 0.1);
  near(rule.reachedPct, 5, 1);
  [41, 38, 14, 6, 1, 0].forEach((share, pain) => near(rule.saidPct[pain] ?? Number.NaN, share, 3));
});
it('runs 168 km with 1.4 ceiling days when it opens at half the long run', () => {
  const rule = figures(threeQuarters(0.5));
  near(rule.km, 168, 12);
  near(rule.ceilingDays, 1.4, 0.3);
});
it('reaches the ceiling in 40 % of runs at random distances', () => {
  const random = figures(randomDistances);
  near(random.reachedPct, 40, 3);
  [19, 23, 16, 25, 10, 8].forEach((share, pain) => near(random.saidPct[pain] ?? Number.NaN, share, 4));
});
it('has 33.8 ceiling days by a tenth more a week from 70 %, and 6.4 from 30 %', () => {
  const high = figures(tenPercentRule(0.7));
  near(high.km, 249, 12);
  near(high.ceilingDays, 33.8, 2.5);
  const low = figures(tenPercentRule(0.3));
  near(low.km, 183, 12);
  near(low.ceilingDays, 6.4, 1);
});
it('lives the same life for the same seed', () => {
  const [runner] = runners;
  assert.ok(runner);
  assert.deepEqual(lifeOf(runner, 5, 4, threeQuarters(1)), lifeOf(runner, 5, 4, threeQuarters(1)));
});
it('never plans past the ceiling it was told, and never runs when pain was 2 before', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const life = lifeOf(drawVariant(seed, 'V0'), seed, 8, threeQuarters(1));
      for (const { report } of life.runs) assert.ok(report.painBefore < 2 && report.coveredKm >= 0);
      life.runs.slice(1).forEach(({ report }, i) => {
        const before = life.runs[i]?.report;
        if (before?.onsetKm) assert.ok(report.plannedKm <= Math.max(0.2, 0.75 * before.onsetKm) + 1e-9);
      });
    }),
    { numRuns: 60 },
  );
});

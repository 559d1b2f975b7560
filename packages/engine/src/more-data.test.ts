/** More data never widens an interval, on average over many runners. Draws are our own, so every run is the same. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  advance,
  cadenceAt,
  cadenceLine,
  capacityPrior,
  edgeLoad,
  type FadingEvidence,
  learnFrom,
  normalDensity,
  normalQuantile,
  usualPlace,
} from './index.ts';

/** Evenly spread in 0–1, the same each time: a multiplicative generator (Park and Miller). */
function draws(seed: number): () => number {
  let state = (seed * 48_271 + 11) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state + 0.5) / 2_147_483_648;
  };
}
const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** Mean width after each number of observations never grows, and shrinks from first to last. */
function neverWidens(widthAfter: (seed: number) => readonly number[], runners: number): void {
  const widths = seeds(runners).map(widthAfter);
  const means = (widths[0] ?? []).map((_, i) => mean(widths.map((each) => each[i] ?? Number.NaN)));
  assert.ok(means.length > 2 && means.every(Number.isFinite));
  for (let i = 1; i < means.length; i += 1)
    assert.ok(
      (means[i] ?? Infinity) <= (means[i - 1] ?? 0),
      means.map((width) => width.toFixed(3)).join(' '),
    );
  assert.ok((means.at(-1) ?? 0) < 0.9 * (means[0] ?? 0));
}

describe('more data', () => {
  it('never widens the cadence line: after 2, 4, 8, 16 and 32 runs', () => {
    neverWidens((seed) => {
      const random = draws(seed);
      const normal = (): number => normalQuantile(random());
      const runs = Array.from({ length: 32 }, (_, i) => {
        const day = 2.4 * normal();
        const pace = 2.8 + 0.2 * normal();
        return {
          ageDays: 2 * i,
          bins: Array.from({ length: 40 }, () => {
            const speedMps = pace + 0.1 * normal();
            return { speedMps, cadenceSpm: 168 + 11 * (speedMps - 2.8) + day + 2 * normal(), gradeRatio: 0 };
          }),
        };
      });
      return [2, 4, 8, 16, 32].map((count) => {
        const { low, high } = cadenceAt(cadenceLine(runs.slice(0, count)), 3);
        return high - low;
      });
    }, 40);
  });

  it('never widens the usual place of fading form: after 6, 12, 24 and 48 runs', () => {
    neverWidens((seed) => {
      const random = draws(seed);
      const runs = Array.from({ length: 48 }, (): FadingEvidence => {
        const fadesM = 7000 * Math.exp(0.2 * normalQuantile(random()));
        const endM = 6000 + 9000 * random();
        const distanceM = Float64Array.from({ length: 40 }, (_, i) => 1500 + ((endM - 1500) * i) / 40);
        const faded = fadesM < endM - 500;
        return {
          distanceM,
          likelihood: distanceM.map((m) => (faded ? 0.05 + 20 * normalDensity((m - fadesM) / 600) : 0.4)),
          endM,
          verdict: faded ? 'fade' : 'steady',
        };
      });
      return [6, 12, 24, 48].map((count) => {
        const place = usualPlace(runs.slice(0, count));
        assert.ok(place.known);
        return Math.log(place.value.highM / place.value.lowM);
      });
    }, 12);
  });

  it('never widens the learnt edge: after 0, 2, 4, 8 and 16 check-ins', () => {
    neverWidens((seed) => {
      const random = draws(seed);
      const normal = (): number => normalQuantile(random());
      const usual = 1200 * Math.exp(0.4 * normal());
      let state = capacityPrior(0.7 * usual * Math.exp(0.4 * normal()));
      const width = (): number => {
        const { q10, q90 } = edgeLoad(state, 0.2, 0, 0);
        return Math.log(q90 / q10);
      };
      const widths = [width()];
      for (let i = 1; i <= 16; i += 1) {
        state = advance(state, 2);
        const load = usual * (0.35 + 0.75 * random());
        const capacity = usual * Math.exp(0.22 * normal());
        const felt = 2.5 * (load / capacity) ** 2;
        const worst = Math.max(0, Math.min(10, Math.round(felt + 0.7 * normal())));
        state = learnFrom(state, {
          load,
          leftover: 0,
          painBefore: 0,
          ceiling: 3,
          said: worst >= 3 ? { kind: 'onset', load: capacity } : { kind: 'pain', worst },
          unsettled: load > capacity * Math.exp(0.3 + 0.25 * normal()),
        });
        if ([2, 4, 8, 16].includes(i)) widths.push(width());
      }
      return widths;
    }, 25);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ride, run } from '../testing/histories.ts';
import { SPIKE_BINS, longestOf30Days, sessionSpikes, spikeBin } from './session-spikes.ts';

describe('spikeBin', () => {
  it('has edges at +10, +30 and +100 %, each edge in the lower bin', () => {
    const cases: [number, string][] = [
      [0.5, 'up-to-10'],
      [1.0999, 'up-to-10'],
      [1.1, 'up-to-10'],
      [1.1001, '10-to-30'],
      [1.3, '10-to-30'],
      [1.3001, '30-to-100'],
      [2, '30-to-100'],
      [2.0001, 'over-100'],
      [40, 'over-100'],
    ];
    for (const [ratio, bin] of cases) assert.equal(spikeBin(ratio).bin, bin, String(ratio));
    assert.equal(spikeBin(11_000 / 10_000).bin, 'up-to-10');
    assert.equal(spikeBin(14_300 / 13_000).bin, 'up-to-10');
  });

  it('carries the published hazard ratios', () => {
    assert.deepEqual(
      SPIKE_BINS.map(({ hazardRatio: { value, low, high } }) => [value, low, high]),
      [
        [1, 1, 1],
        [1.64, 1.31, 2.05],
        [1.52, 1.16, 2],
        [2.28, 1.5, 3.48],
      ],
    );
  });

  it('refuses what is no ratio', () => {
    for (const ratio of [0, -1, Number.NaN]) assert.throws(() => spikeBin(ratio), RangeError);
  });
});

describe('sessionSpikes', () => {
  it('puts 18 km after 13 km into +30 to +100 %', () => {
    const [, spike] = sessionSpikes([run({ at: '2026-09-13', km: 13 }), run({ at: '2026-09-27', km: 18 })]);
    assert.equal(spike?.bin, '30-to-100');
    assert.deepEqual(spike?.longestBeforeM, { known: true, value: 13_000 });
    assert.equal(spike?.hazardRatio?.value, 1.52);
  });

  it('looks back 30 days to the moment, and not at the run itself', () => {
    const later = run({ at: '2026-03-31T10:00', km: 5 });
    const bin = (earlier: string) => sessionSpikes([run({ at: earlier, km: 5 }), later]).at(-1)?.bin;
    assert.equal(bin('2026-03-01T09:59'), null);
    assert.equal(bin('2026-03-01T10:00'), 'up-to-10');
    assert.equal(bin('2026-03-01T10:01'), 'up-to-10');
    assert.equal(bin('2026-03-31T10:00'), null);
  });

  it('says when the history begins inside the thirty days', () => {
    const runs = [
      run({ at: '2026-03-01', km: 5 }),
      run({ at: '2026-03-20', km: 5 }),
      run({ at: '2026-04-10', km: 5 }),
    ];
    assert.deepEqual(
      sessionSpikes(runs).map((spike) => spike.windowCovered),
      [false, false, true],
    );
    assert.deepEqual(
      sessionSpikes(runs, [ride('2026-01-01')]).map((spike) => spike.windowCovered),
      [true, true, true],
    );
  });

  it('gives one row for every run of known distance, whatever the order', () => {
    const runs = [
      run({ at: '2026-03-20', km: 7 }),
      run({ at: '2026-03-10' }),
      run({ at: '2026-03-01', km: 5 }),
    ];
    assert.deepEqual(
      sessionSpikes(runs).map(({ runId, bin }) => [runId, bin]),
      [
        ['2026-03-01', null],
        ['2026-03-20', '30-to-100'],
      ],
    );
  });

  it('agrees with looking through all earlier runs', () => {
    const dayMs = 86_400_000;
    const history = fc.array(fc.record({ day: fc.nat({ max: 120 }), km: fc.integer({ min: 1, max: 40 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(history, (days) => {
        const runs = days.map(({ day, km }, i) => ({
          ...run({ at: '2026-01-01', km, id: String(i) }),
          startAtMs: day * dayMs,
        }));
        for (const spike of sessionSpikes(runs)) {
          const before = runs
            .filter(
              (other) => other.startAtMs < spike.startAtMs && other.startAtMs >= spike.startAtMs - 30 * dayMs,
            )
            .map((other) => (other.distanceM.known ? other.distanceM.value : 0));
          const longest = spike.longestBeforeM.known ? spike.longestBeforeM.value : null;
          assert.equal(longest, before.length > 0 ? Math.max(...before) : null);
        }
        assert.equal(sessionSpikes(runs).length, runs.length);
      }),
    );
  });
});

describe('longestOf30Days', () => {
  it('is missing without a run in the window', () => {
    const runs = [run({ at: '2026-03-01T10:00', km: 9 }), run({ at: '2026-03-20', km: 4 })];
    const until = (text: string) => longestOf30Days(runs, run({ at: text }).startAtMs);
    assert.deepEqual(until('2026-03-31T10:00'), { known: true, value: 9000 });
    assert.deepEqual(until('2026-03-31T10:01'), { known: true, value: 4000 });
    assert.equal(until('2026-05-31').known, false);
  });
});

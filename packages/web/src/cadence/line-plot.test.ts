import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Cadence } from '../api/types.ts';
import { linePlot, paceTicks } from './line-plot.ts';

const line = {
  from: 'own',
  centreMps: 2.8,
  centreSpm: 165,
  centreSe: 0.5,
  slope: 10,
  slopeSe: 1,
  daySd: 2,
  binSd: 2,
  runs: 12,
  bins: 400,
} as const;
const run = (speedMps: number, cadenceSpm: number) => ({
  runId: 'a',
  startAtMs: 0,
  speedMps,
  cadenceSpm,
  since: false,
});
const unknown = { known: false, because: { reason: 'not-recorded', what: 'cadence' } } as const;
const asked = (change: Partial<Cadence> = {}) =>
  linePlot({ line, runs: [run(2.5, 160), run(3.5, 174)], target: unknown, ownFrom: 'line', ...change });

describe('the picture of cadence against speed', () => {
  it('holds every run and the line at its ends, with its doubt wider away from its centre', () => {
    const plot = asked();
    assert.deepEqual(plot?.speeds, [2.5, 3.5]);
    assert.deepEqual(plot?.own?.middle, [162, 172]);
    const [low, high] =
      plot?.own === null || plot === null
        ? [
            [0, 0],
            [0, 0],
          ]
        : [plot.own.low, plot.own.high];
    assert.ok((high[1] ?? 0) - (low[1] ?? 0) > (high[0] ?? 0) - (low[0] ?? 0));
    assert.ok(plot !== null && plot.spm[0] < 160 && plot.spm[1] > 174);
  });
  it('draws no line where the population’s stands in, and no target without one', () => {
    const plot = asked({ ownFrom: null });
    assert.deepEqual([plot?.own, plot?.target], [null, null]);
  });
  it('is not drawn where there is nothing to draw', () => {
    assert.equal(asked({ runs: [] }), null);
  });
  it('is at least half a minute of pace wide, however alike the runs are', () => {
    const plot = asked({ runs: [run(2.8, 165)] });
    assert.ok(plot !== null && Math.abs(plot.speeds[1] - plot.speeds[0] - 0.6) < 1e-12);
  });
});

it('ticks of pace are round and run faster', () => {
  assert.deepEqual(paceTicks([1000 / 420, 1000 / 290], 1000, 5), [420, 390, 360, 330, 300]);
  assert.deepEqual(paceTicks([1000 / 420, 1000 / 290], 1000, 3), [420, 360, 300]);
});

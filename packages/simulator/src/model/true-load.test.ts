import assert from 'node:assert/strict';
import { it } from 'node:test';
import { contactTimeS, loadPerKmBws, peakForceBw } from './true-load.ts';

const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);

// models.md A, "Golden".
it('gives 275.65 BW·s a kilometre at 2.8 m/s, 164 steps a minute and a leg of 0.90 m', () => {
  near(loadPerKmBws(2.8, 164, 0.9), 275.65, 0.005);
});
it('gives 254.09 BW·s a kilometre at 3.0 m/s, 166.8 steps a minute and a leg of 0.89 m', () => {
  near(loadPerKmBws(3.0, 166.8, 0.89), 254.09, 0.005);
});
it('drops peak force by 13.3 % for ten per cent more cadence at one speed', () => {
  near(peakForceBw(2.8, 1.1 * 164) / peakForceBw(2.8, 164) - 1, -0.133, 0.0005);
});
it('shortens contact with speed and with cadence', () => {
  assert.ok(contactTimeS(3.2, 164, 0.9) < contactTimeS(2.8, 164, 0.9));
  assert.ok(contactTimeS(2.8, 172, 0.9) < contactTimeS(2.8, 164, 0.9));
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { clip, seededRandom } from './random.ts';

const DRAWS = 100_000;
const draw = (next: () => number): number[] => Array.from({ length: DRAWS }, next);
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);

it('gives the same stream for the same seed', () => {
  const [a, b] = [seededRandom(7), seededRandom(7)];
  for (let i = 0; i < 100; i++) assert.equal(a.normal(), b.normal());
});
it('spreads evenly from 0 up to, and without, 1', () => {
  const random = seededRandom(1);
  const values = draw(() => random.uniform());
  near(mean(values), 0.5, 0.005);
  near(mean(values.map((v) => (v - 0.5) ** 2)), 1 / 12, 0.002);
  assert.ok(values.every((v) => v >= 0 && v < 1));
});
it('draws normal numbers: mean 0, deviation 1, fourth moment 3, no memory', () => {
  const random = seededRandom(2);
  const values = draw(() => random.normal());
  near(mean(values), 0, 0.01);
  near(mean(values.map((v) => v * v)), 1, 0.02);
  near(mean(values.map((v) => v ** 4)), 3, 0.1);
  near(mean(values.slice(1).map((v, i) => v * (values[i] ?? 0))), 0, 0.01);
});
it('draws log-normal, exponential and chance with what they are asked for', () => {
  const random = seededRandom(3);
  const logs = draw(() => random.logNormal(4.5, 0.45)).toSorted((a, b) => a - b);
  near(logs[DRAWS / 2] ?? 0, 4.5, 0.03);
  near(mean(draw(() => random.exponential(900))), 900, 12);
  near(mean(draw(() => (random.chance(0.07) ? 1 : 0))), 0.07, 0.003);
});
it('forks without moving on, and each label has a stream of its own', () => {
  const [a, b] = [seededRandom(5), seededRandom(5)];
  const left = a.fork('left').uniform();
  assert.notEqual(left, a.fork('right').uniform());
  assert.equal(a.fork('left').uniform(), left);
  assert.equal(a.uniform(), b.uniform());
});
it('refuses a seed that is no whole number of 32 bits', () => {
  for (const seed of [-1, 0.5, 2 ** 32, Number.NaN]) assert.throws(() => seededRandom(seed), RangeError);
  seededRandom(0);
  seededRandom(2 ** 32 - 1);
});
it('clips below, within and above', () => {
  assert.deepEqual(
    [-1, 0, 0.5, 1, 2].map((v) => clip(v, 0, 1)),
    [0, 0, 0.5, 1, 1],
  );
});

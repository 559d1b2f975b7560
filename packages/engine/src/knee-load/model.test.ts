import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { referenceCadenceSpm } from '../cadence/reference-cadence.ts';
import { contactAreaMm2, jointForceFactor, jointForceN, quadricepsLeverM } from './joint-geometry.ts';
import {
  estimatedContactS,
  forceFromCadenceBw,
  IMPULSE_SHAPE,
  legOf,
  referenceForceBw,
  stepsPerKm,
} from './model.ts';
import { flightS, peakGroundForceBw, springForceBw, springMass } from './spring-mass.ts';
import { leanFactor, styleFactors } from './style.ts';

const near = (actual: number, expected: number, tolerance: number): void => {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);
};

/** Load of a kilometre as models.md A writes it. */
const perKm = (v: number, c: number, leg: number): number =>
  IMPULSE_SHAPE * forceFromCadenceBw(v, c) * estimatedContactS(v, c, leg) * stepsPerKm(v, c);

describe('the running model', () => {
  it('gives 275.65 and 254.09 BW·s a kilometre, the golden numbers of models.md A', () => {
    near(perKm(2.8, 164, 0.9), 275.65, 0.005);
    near(perKm(3, 166.8, 0.89), 254.09, 0.005);
  });
  it('takes 13.3 % off the peak for 10 % more cadence at the same speed', () => {
    // 1.1^-1.5 = 0.8668 (evidence B2c 3).
    near(forceFromCadenceBw(3, 187) / forceFromCadenceBw(3, 170), 0.8668, 5e-5);
  });
  it('is the speed line alone at the population’s cadence', () => {
    near(forceFromCadenceBw(3.5, referenceCadenceSpm(3.5)), referenceForceBw(3.5), 1e-12);
    near(referenceForceBw(3.5), 6.275, 1e-12);
  });
  it('takes leg length as measured, else 0.53 of height, else nothing', () => {
    assert.equal(legOf({ legM: 0.9, heightM: 1.8 }), 0.9);
    assert.equal(legOf({ heightM: 1.8 }), 0.53 * 1.8);
    assert.equal(legOf({}), undefined);
  });
});

describe('the kneecap joint as a lever', () => {
  it('reproduces the table of evidence B2 within its last digit', () => {
    const table: readonly (readonly [number, number, number])[] = [
      [0, 0.046, 0.462],
      [15, 0.0475, 0.602],
      [30, 0.0449, 0.743],
      [45, 0.0396, 0.864],
      [60, 0.0333, 0.947],
      [90, 0.0242, 0.981],
    ];
    for (const [deg, lever, factor] of table) {
      near(quadricepsLeverM(deg), lever, 6e-5);
      near(jointForceFactor(deg), factor, 6e-4);
    }
  });
  it('reproduces both contact area fits', () => {
    near(contactAreaMm2(45, 'powers'), 243.6, 0.1);
    near(contactAreaMm2(60, 'powers'), 234.7, 0.1);
    near(contactAreaMm2(30, 'connolly'), 242.3, 0.1);
    near(contactAreaMm2(0, 'kernozek'), 73.81, 1e-9);
  });
  it('refuses flexion below 0 and above 90°, and Connolly’s fit above 45°', () => {
    assert.throws(() => quadricepsLeverM(-0.1), /flexionDeg must be 0 to 90, got -0.1/);
    assert.throws(() => jointForceFactor(90.1), RangeError);
    assert.throws(() => contactAreaMm2(45.1, 'connolly'), /0 to 45/);
    assert.equal(contactAreaMm2(45, 'connolly') > 340, true);
  });
  it('turns 100 N·m at 45° into 2182 N', () => {
    // k/L at 45° is 21.8 /m (evidence B2).
    near(jointForceN(100, 45), 2182, 8);
  });
});

describe('the spring-mass runner', () => {
  it('drops 0.067, 0.061 and 0.053 m at 2.5, 3.5 and 4.5 m/s, not the 0.19 m of the misprint', () => {
    // evidence B2d, from the cadence and contact times of B2b.
    for (const [v, spm, contact, drop] of [
      [2.5, 161.7, 0.271, 0.067],
      [3.5, 171.5, 0.226, 0.061],
      [4.5, 184.1, 0.198, 0.053],
    ] as const) {
      near(springMass(v, contact, flightS(spm, contact), 0.93).dropM, drop, 0.002);
    }
  });
  it('puts the ground force within 0.05 BW of the measured 2.37, 2.62 and 2.78', () => {
    // evidence B2b, means at 2.5, 3.5 and 4.5 m/s.
    for (const [spm, contact, peak] of [
      [161.7, 0.271, 2.37],
      [171.5, 0.226, 2.62],
      [184.1, 0.198, 2.78],
    ] as const) {
      near(peakGroundForceBw(contact, flightS(spm, contact)), peak, 0.05);
    }
  });
  it('has a peak of π/2 body weights with no flight at all, and refuses less than none', () => {
    near(springForceBw(0.25, 0), Math.PI / 2, 1e-12);
    assert.throws(() => springForceBw(0.25, -0.001), /flight must be at least 0/);
    assert.throws(() => springForceBw(0, 0.1), RangeError);
  });
  it('gives stiffness as force over way, the leg giving more than the body drops', () => {
    const spring = springMass(3.5, 0.226, 0.124, 0.93);
    near(spring.verticalStiffness * spring.dropM, spring.peakForceBw, 1e-12);
    assert.ok(spring.legCompressionM > spring.dropM);
    assert.throws(() => springMass(8, 0.3, 0.1, 0.93), /legM must be above 1.2/);
  });
});

describe('style', () => {
  it('changes nothing at a lean of 7° and is capped at 8 % either way', () => {
    assert.equal(leanFactor(7), 1);
    near(leanFactor(14.9), 0.921, 1e-12);
    assert.equal(leanFactor(15), 0.92);
    assert.equal(leanFactor(25), 0.92);
    assert.equal(leanFactor(-5), 1.08);
  });
  it('takes more off the peak than off the impulse for the forefoot', () => {
    assert.deepEqual(styleFactors({ forefoot: true }), { peak: 0.73, impulse: 0.88 });
    assert.deepEqual(styleFactors({ minimalShoe: true }), { peak: 0.83, impulse: 0.83 });
    assert.deepEqual(styleFactors({}), { peak: 1, impulse: 1 });
  });
});

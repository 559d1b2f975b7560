/** Which records of a health export are readings of a run, and what their values are in our units. */
import type { Kind } from './samples.ts';
import { lengthM, speedMps, timeS } from './units.ts';

interface Reading {
  readonly kind: Kind;
  /** What one of its unit is in ours: beats a minute, m/s, m, ms, mm, W, steps, m. NaN for a unit that is none of it. */
  readonly per: (unit: string) => number;
}

const MS_PER_S = 1000;
const MM_PER_M = 1000;
const only =
  (...units: readonly string[]) =>
  (unit: string): number =>
    units.includes(unit) ? 1 : Number.NaN;

const READINGS: Readonly<Record<string, Reading>> = {
  HKQuantityTypeIdentifierHeartRate: {
    kind: 'heartRate',
    per: (unit) => (unit === 'count/s' ? 60 : only('count/min')(unit)),
  },
  HKQuantityTypeIdentifierRunningSpeed: { kind: 'speed', per: speedMps },
  // Apple's stride is one step: “the distance covered by a single step while running”.
  HKQuantityTypeIdentifierRunningStrideLength: { kind: 'stepLength', per: lengthM },
  HKQuantityTypeIdentifierRunningGroundContactTime: {
    kind: 'contact',
    per: (unit) => timeS(unit) * MS_PER_S,
  },
  HKQuantityTypeIdentifierRunningVerticalOscillation: {
    kind: 'oscillation',
    per: (unit) => lengthM(unit) * MM_PER_M,
  },
  HKQuantityTypeIdentifierRunningPower: { kind: 'power', per: only('W') },
  HKQuantityTypeIdentifierStepCount: { kind: 'steps', per: only('count') },
  HKQuantityTypeIdentifierDistanceWalkingRunning: { kind: 'distance', per: lengthM },
};

/** The reading that a record of this type is, or null. */
export const readingOf = (type: string): Reading | null =>
  Object.hasOwn(READINGS, type) ? (READINGS[type] ?? null) : null;

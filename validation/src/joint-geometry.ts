/** §C1: the polynomials of the kneecap joint at the published angles. */
import { contactAreaMm2, jointForceFactor, quadricepsLeverM } from '@kneewise/engine';
import { agrees, type Row } from './row.ts';

/** θ°, lever m, force factor: evidence C1. */
const PUBLISHED = [
  [0, 0.046, 0.462],
  [30, 0.0449, 0.743],
  [45, 0.0396, 0.864],
  [60, 0.0333, 0.947],
  [90, 0.0242, 0.981],
] as const;
/** Half of the last printed digit. */
const LEVER_DIGIT_M = 5.1e-5;
const FACTOR_DIGIT = 5.1e-4;
const AREA_DEG = 45;
const POWERS_AREA_MM2 = 243.6;
const AREA_DIGIT_MM2 = 0.051;

const subject = (quantity: string, unit: string) => ({ section: 'C1', quantity, source: 'nunes-2018', unit });

export function jointGeometryRows(): Row[] {
  return [
    ...PUBLISHED.flatMap(([deg, lever, factor]) => [
      agrees(subject(`lever of the quadriceps at ${deg}°`, 'm'), lever, quadricepsLeverM(deg), LEVER_DIGIT_M),
      agrees(
        subject(`joint force ÷ quadriceps force at ${deg}°`, ''),
        factor,
        jointForceFactor(deg),
        FACTOR_DIGIT,
      ),
    ]),
    agrees(
      subject(`contact area at ${AREA_DEG}°, Powers`, 'mm²'),
      POWERS_AREA_MM2,
      contactAreaMm2(AREA_DEG, 'powers'),
      AREA_DIGIT_MM2,
    ),
  ];
}

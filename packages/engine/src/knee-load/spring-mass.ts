/**
 * Running as a mass on a spring: ground force and stiffness from times alone [morin-2005, J Appl Biomech 21:167;
 * error 0.67–6.93 %]. Level ground only: not valid on slopes [meyer-2023].
 *
 * The drop of the centre of mass carries a minus; copies that print a plus give 0.19 m at 3.5 m/s where the
 * minus gives the measured 0.06 m.
 */

import { SECONDS_PER_MINUTE } from './model.ts';

/** Standard gravity, m/s². [definition] */
export const GRAVITY = 9.806_65;

/** Time in the air a step, seconds: negative means that the two feet overlap, which is walking. */
export const flightS = (cadenceSpm: number, contactS: number): number =>
  SECONDS_PER_MINUTE / cadenceSpm - contactS;

/**
 * Peak vertical ground force, body weights.
 * @param contactS time on the ground, s; @param flight time in the air, s, at least 0
 */
export function springForceBw(contactS: number, flight: number): number {
  if (!(contactS > 0)) throw new RangeError(`contactS must be above 0, got ${contactS}`);
  if (!(flight >= 0)) throw new RangeError(`flight must be at least 0, got ${flight}`);
  return (Math.PI / 2) * (flight / contactS + 1);
}

/** A measured ground force peaks higher than the spring's by this, body weights, SD 0.085. [fukuchi-2017, B2b] */
export const SPRING_BIAS_BW = 0.18;

/** Peak vertical ground force as a force plate would show it, body weights; ranges as `springForceBw`. */
export const peakGroundForceBw = (contactS: number, flight: number): number =>
  springForceBw(contactS, flight) + SPRING_BIAS_BW;

export interface SpringMass {
  readonly peakForceBw: number;
  /** Drop of the centre of mass while on the ground, m. */
  readonly dropM: number;
  /** Compression of the leg, m. */
  readonly legCompressionM: number;
  /** Body weights a metre. */
  readonly verticalStiffness: number;
  readonly legStiffness: number;
}

/**
 * Drop, leg compression and stiffness.
 * @param speedMps m/s; @param contactS s; @param flight s, at least 0; @param legM m, more than half the way
 * covered in contact
 */
export function springMass(speedMps: number, contactS: number, flight: number, legM: number): SpringMass {
  const peakForceBw = springForceBw(contactS, flight);
  const halfWayM = (speedMps * contactS) / 2;
  if (!(legM > halfWayM)) throw new RangeError(`legM must be above ${halfWayM}, got ${legM}`);
  const dropM = Math.abs(
    (-peakForceBw * GRAVITY * contactS ** 2) / Math.PI ** 2 + (GRAVITY * contactS ** 2) / 8,
  );
  const legCompressionM = legM - Math.sqrt(legM ** 2 - halfWayM ** 2) + dropM;
  return {
    peakForceBw,
    dropM,
    legCompressionM,
    verticalStiffness: peakForceBw / dropM,
    legStiffness: peakForceBw / legCompressionM,
  };
}

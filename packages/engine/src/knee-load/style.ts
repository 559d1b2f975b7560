/** How lean, landing and shoe change the kneecap joint's load (evidence B2c 4). Mechanisms measured in laboratories. */

/** Peak stress falls by this share a degree of lean beyond the usual. [teng-powers-2014: 24 runners, 3.4 m/s] */
export const LEAN_SLOPE_PER_DEG = 0.01;
/** The lean at which nothing is added or taken, degrees. [teng-powers-2014: self-selected 7.3 ± 3.6] */
export const USUAL_LEAN_DEG = 7;
/** No larger share than this either way. Our choice, as evidence B2c 4 has it. */
export const LEAN_EFFECT_LIMIT = 0.08;
/** Landing on the forefoot instead of the heel: peak and integral. Calf and Achilles take it. [vannatta-kernozek-2015: 16 runners] */
export const FOREFOOT_PEAK_FACTOR = 0.73;
export const FOREFOOT_IMPULSE_FACTOR = 0.88;
/** Minimal shoes against usual ones. [bonacci-2018: 15 with kneecap pain] */
export const MINIMAL_SHOE_FACTOR = 0.83;

export interface Style {
  readonly leanDeg?: number | undefined;
  readonly forefoot?: boolean | undefined;
  readonly minimalShoe?: boolean | undefined;
}

/** Factor of trunk lean, 0.92–1.08. */
export function leanFactor(leanDeg: number): number {
  const change = -LEAN_SLOPE_PER_DEG * (leanDeg - USUAL_LEAN_DEG);
  return 1 + Math.max(-LEAN_EFFECT_LIMIT, Math.min(LEAN_EFFECT_LIMIT, change));
}

/** Factors on peak force and on impulse; 1 and 1 where nothing is said. */
export function styleFactors({ leanDeg, forefoot, minimalShoe }: Style): { peak: number; impulse: number } {
  const both =
    (leanDeg === undefined ? 1 : leanFactor(leanDeg)) * (minimalShoe === true ? MINIMAL_SHOE_FACTOR : 1);
  return forefoot === true
    ? { peak: both * FOREFOOT_PEAK_FACTOR, impulse: both * FOREFOOT_IMPULSE_FACTOR }
    : { peak: both, impulse: both };
}

/**
 * The kneecap joint as a lever: what a knee moment means as force and as contact area.
 * θ is knee flexion in degrees. Published absolute stress spreads threefold for the same runner, so these serve
 * validation and inverse dynamics; no stress in megapascals is shown to a runner. [nunes-2018, evidence B2]
 */

/** Effective lever of the quadriceps, m, over θ: highest power first. [nunes-2018 table 1, its mixed units made metres] */
const LEVER_M = [8e-8, -1.3e-5, 2.8e-4, 0.046] as const;
/** Joint force a unit of quadriceps force: numerator and denominator over θ. [nunes-2018; copies with +0.0162 are misprints] */
const FACTOR_NUMERATOR = [-3.84e-5, 1.47e-3, 0.462] as const;
const FACTOR_DENOMINATOR = [-6.98e-7, 1.55e-4, -1.62e-2, 1] as const;
/** Contact area, mm², over θ, by three published fits. [nunes-2018] */
const AREA_MM2 = {
  /** Magnetic resonance, 0–45° only. */
  connolly: [0.0781, 0.6763, 151.75],
  powers: [2e-5, -0.0033, 0.1099, 3.5273, 81.058],
  kernozek: [-1e-4, -0.0082, 3.5071, 73.81],
} as const;

/** Flexion the polynomials hold for, degrees. [nunes-2018] */
export const FLEXION_RANGE_DEG = [0, 90] as const;
/** Connolly's data end here, degrees. [nunes-2018] */
export const CONNOLLY_RANGE_DEG = [0, 45] as const;

export type ContactAreaFit = keyof typeof AREA_MM2;

const polynomial = (coefficients: readonly number[], x: number): number => {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
};

const requireFlexion = (deg: number, [low, high]: readonly [number, number]): void => {
  if (!(deg >= low && deg <= high)) throw new RangeError(`flexionDeg must be ${low} to ${high}, got ${deg}`);
};

/** Lever of the quadriceps, m; 0–90°. */
export function quadricepsLeverM(flexionDeg: number): number {
  requireFlexion(flexionDeg, FLEXION_RANGE_DEG);
  return polynomial(LEVER_M, flexionDeg);
}

/** Joint force ÷ quadriceps force; 0–90°. */
export function jointForceFactor(flexionDeg: number): number {
  requireFlexion(flexionDeg, FLEXION_RANGE_DEG);
  return polynomial(FACTOR_NUMERATOR, flexionDeg) / polynomial(FACTOR_DENOMINATOR, flexionDeg);
}

/** Contact area, mm²; 0–90°, Connolly's fit 0–45°. */
export function contactAreaMm2(flexionDeg: number, fit: ContactAreaFit): number {
  requireFlexion(flexionDeg, fit === 'connolly' ? CONNOLLY_RANGE_DEG : FLEXION_RANGE_DEG);
  return polynomial(AREA_MM2[fit], flexionDeg);
}

/** Joint force in N from a knee extension moment in N·m; 0–90°. */
export function jointForceN(momentNm: number, flexionDeg: number): number {
  if (!Number.isFinite(momentNm)) throw new RangeError(`momentNm must be a number, got ${momentNm}`);
  return (jointForceFactor(flexionDeg) * momentNm) / quadricepsLeverM(flexionDeg);
}

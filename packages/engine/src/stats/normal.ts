/**
 * The normal distribution: density, distribution function, quantile.
 * Φ by Hart's rational approximation as printed by West (2005, Wilmott Magazine, pp. 70–76), absolute error
 * below 1e-14; its inverse by Acklam's approximation (relative error 1.15e-9) and one Halley step.
 */

/** Factor of the normal density. [definition] */
const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

/** Beyond this |x| the lower tail is below the smallest double, in SDs. [definition: binary fractions] */
const TAIL_END = 38;
/** Where Hart's rational form hands over to the continued fraction, in SDs. [west-2005] */
const RATIONAL_UNTIL = 7.071_067_811_865_47;

/** Hart's numerator and denominator, highest power first. [west-2005] */
const HART_P = [
  3.526_249_659_989_11e-2, 0.700_383_064_443_688, 6.373_962_203_531_65, 33.912_866_078_383,
  112.079_291_497_871, 221.213_596_169_931, 220.206_867_912_376,
] as const;
const HART_Q = [
  8.838_834_764_831_84e-2, 1.755_667_163_182_64, 16.064_177_579_207, 86.780_732_202_946_1,
  296.564_248_779_674, 637.333_633_378_831, 793.826_512_519_948, 440.413_735_824_752,
] as const;
/** Depth and start of the continued fraction, its terms x + 1/(x + 2/(x + 3/(x + 4/(x + 0.65)))). [west-2005] */
const FRACTION_FROM = 4;
const FRACTION_END = 0.65;

const polynomial = (coefficients: readonly number[], x: number): number => {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
};

/** φ(x). */
export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x) / SQRT_TWO_PI;

/** Φ(x): the share of a standard normal below x. Any x, infinities included; NaN throws RangeError. */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) throw new RangeError('x must be a number, got NaN');
  const size = Math.abs(x);
  let tail = 0;
  if (size < RATIONAL_UNTIL) {
    tail = (Math.exp(-0.5 * size * size) * polynomial(HART_P, size)) / polynomial(HART_Q, size);
  } else if (size < TAIL_END) {
    let fraction = size + FRACTION_END;
    for (let k = FRACTION_FROM; k >= 1; k -= 1) fraction = size + k / fraction;
    tail = normalDensity(size) / fraction;
  }
  return x > 0 ? 1 - tail : tail;
}

/** Acklam's coefficients, highest power first: centre (numerator, denominator), tails (numerator, denominator).
 * [acklam-2003] */
const CENTRE_P = [
  -3.969_683_028_665_376e1, 2.209_460_984_245_205e2, -2.759_285_104_469_687e2, 1.383_577_518_672_69e2,
  -3.066_479_806_614_716e1, 2.506_628_277_459_239,
] as const;
const CENTRE_Q = [
  -5.447_609_879_822_406e1, 1.615_858_368_580_409e2, -1.556_989_798_598_866e2, 6.680_131_188_771_972e1,
  -1.328_068_155_288_572e1, 1,
] as const;
const TAIL_P = [
  -7.784_894_002_430_293e-3, -0.322_396_458_041_136_5, -2.400_758_277_161_838, -2.549_732_539_343_734,
  4.374_664_141_464_968, 2.938_163_982_698_783,
] as const;
const TAIL_Q = [
  7.784_695_709_041_462e-3, 0.322_467_129_070_039_8, 2.445_134_137_142_996, 3.754_408_661_599_416, 1,
] as const;
const TAIL_BELOW = 0.024_25;

/** Φ⁻¹(p), 0 < p < 1. Throws RangeError outside. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`p must be between 0 and 1, got ${p}`);
  // The upper half mirrors the lower, where p keeps its digits.
  if (p > 0.5) return -normalQuantile(1 - p);
  let x: number;
  if (p < TAIL_BELOW) {
    const q = Math.sqrt(-2 * Math.log(p));
    x = polynomial(TAIL_P, q) / polynomial(TAIL_Q, q);
  } else {
    const q = p - 0.5;
    x = (polynomial(CENTRE_P, q * q) * q) / polynomial(CENTRE_Q, q * q);
  }
  const step = (normalCdf(x) - p) / normalDensity(x);
  return Number.isFinite(step) ? x - step / (1 + (x * step) / 2) : x;
}

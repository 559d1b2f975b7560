/**
 * Chance that can be repeated: one seed, one story. The generator is sfc32 (Chris Doty-Humphrey's Small Fast
 * Counting generator, which passes PractRand), seeded by splitmix32; normal numbers by the polar method of
 * Marsaglia.
 */

/** A stream of chance. Every call moves it on; two streams of one seed give the same numbers. */
export interface Random {
  /** Evenly spread in [0, 1). */
  uniform(): number;
  /** Evenly spread in [low, high). */
  between(low: number, high: number): number;
  /** Normal with the given mean and standard deviation. */
  normal(mean?: number, sd?: number): number;
  /** LN(median, s) of the models: median · e^(s·N). */
  logNormal(median: number, s: number): number;
  /** Waiting time with the given mean. */
  exponential(mean: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** A stream of its own for `label`: what is drawn from it leaves this one where it was. */
  fork(label: string): Random;
}

const UINT32_RANGE = 4_294_967_296;
/** Rounds that wash out a poor seed, as the author of sfc32 advises. */
const WARM_UP_ROUNDS = 12;

/** FNV-1a, 32 bits: spreads a label over the seed space. */
const hash = (text: string, seed: number): number => {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

/**
 * A stream of chance from a seed.
 * @param seed a whole number from 0 to 2³²−1
 * @throws RangeError for any other number
 */
export function seededRandom(seed: number): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed >= UINT32_RANGE) {
    throw new RangeError(`seed must be a whole number from 0 to ${UINT32_RANGE - 1}, got ${seed}`);
  }
  let mix = seed | 0;
  const splitmix = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix ^ (mix >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) | 0;
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return t >>> 0;
  };
  for (let i = 0; i < WARM_UP_ROUNDS; i++) next();

  const uniform = (): number => next() / UINT32_RANGE;
  /** The polar method gives two numbers at a time; the second waits here. */
  let spare = Number.NaN;
  const standardNormal = (): number => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    let x = 0;
    let y = 0;
    let square = 0;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const stretch = Math.sqrt((-2 * Math.log(square)) / square);
    spare = y * stretch;
    return x * stretch;
  };
  return {
    uniform,
    between: (low, high) => low + (high - low) * uniform(),
    normal: (mean = 0, sd = 1) => mean + sd * standardNormal(),
    logNormal: (median, s) => median * Math.exp(s * standardNormal()),
    exponential: (mean) => -mean * Math.log(1 - uniform()),
    chance: (probability) => uniform() < probability,
    fork: (label) => seededRandom(hash(label, seed)),
  };
}

/** A value held within its range. */
export const clip = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

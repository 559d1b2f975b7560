/** Steps a minute from an even signal, such as how hard the phone is shaken or how loud the room is. */

/** Slower and faster than anyone runs. Our choice, as for counts. Steps/min */
const SLOWEST_SPM = 120;
const FASTEST_SPM = 240;
/** From here on (1 = every step like the last) a rate is told. Our choice. */
export const CLEAR_FROM = 0.35;
/** A signal shorter than this holds too few steps. Our choice. s */
export const ENOUGH_S = 8;
/** A rate at half the lag must be nearly as clear to be taken instead: then each foot's step is alike. Our choice. */
const HALF_SHARE = 0.8;
/** Swings below this share of the mean are rounding: the phone lies still. */
const STILL = 1e-9;
/** The lag is read off so many steps at once, which makes it so many times as fine. Our choice. */
const MOST_STEPS_AT_ONCE = 8;
const S_PER_MIN = 60;

export interface StepRate {
  readonly cadenceSpm: number;
  /** How alike one step is to the next, 0–1. */
  readonly clarity: number;
}

/** Correlation of the signal with itself so many samples later, −1 to 1. */
function likenessAt(signal: Float64Array, lag: number): number {
  let product = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i + lag < signal.length; i += 1) {
    const a = signal[i] ?? 0;
    const b = signal[i + lag] ?? 0;
    product += a * b;
    first += a * a;
    second += b * b;
  }
  const scale = Math.sqrt(first * second);
  return scale > 0 ? product / scale : 0;
}

/** Where the parabola through three neighbouring likenesses has its top, in samples off the middle one. */
function topOff(before: number, here: number, after: number): number {
  const bend = before - 2 * here + after;
  return bend < 0 ? (before - after) / (2 * bend) : 0;
}

/** The lag of one step to a fraction of a sample: from two steps at once, then three, each found from the one before. */
function sharpened(signal: Float64Array, lag: number): number {
  let fine = lag;
  for (let steps = 1; steps <= MOST_STEPS_AT_ONCE; steps += 1) {
    const about = Math.round(fine * steps);
    if (about + 1 >= signal.length / 2) break;
    const near = [about - 1, about, about + 1].map((at) => ({ at, likeness: likenessAt(signal, at) }));
    const top = near.reduce((best, one) => (one.likeness > best.likeness ? one : best));
    const off = topOff(likenessAt(signal, top.at - 1), top.likeness, likenessAt(signal, top.at + 1));
    fine = (top.at + off) / steps;
  }
  return fine;
}

/**
 * The rate at which the signal repeats, between 120 and 240 a minute.
 * @param samples evenly spaced, in any unit; @param rateHz samples a second, at least 20
 * @returns null where it is too short or does not repeat clearly
 */
export function stepRate(samples: ArrayLike<number>, rateHz: number): StepRate | null {
  if (samples.length < ENOUGH_S * rateHz) return null;
  let mean = 0;
  for (let i = 0; i < samples.length; i += 1) mean += (samples[i] ?? 0) / samples.length;
  const signal = Float64Array.from({ length: samples.length }, (_, i) => (samples[i] ?? 0) - mean);
  if (signal.every((value) => Math.abs(value) <= STILL * Math.abs(mean))) return null;
  const least = Math.ceil((S_PER_MIN * rateHz) / FASTEST_SPM);
  const most = Math.floor((S_PER_MIN * rateHz) / SLOWEST_SPM);
  let best = { lag: 0, likeness: 0 };
  for (let lag = least; lag <= most; lag += 1) {
    const likeness = likenessAt(signal, lag);
    if (likeness > best.likeness) best = { lag, likeness };
  }
  const half = Math.round(best.lag / 2);
  if (half >= least) {
    const likeness = likenessAt(signal, half);
    if (likeness > HALF_SHARE * best.likeness) best = { lag: half, likeness };
  }
  if (best.likeness < CLEAR_FROM) return null;
  const lag = sharpened(signal, best.lag);
  return { cadenceSpm: (S_PER_MIN * rateHz) / lag, clarity: best.likeness };
}

/** Events at uneven times as an even signal, by the straight line between two. Times in ms, rising. */
export function evenly(timesMs: readonly number[], values: readonly number[], rateHz: number): Float64Array {
  const [first] = timesMs;
  const last = timesMs.at(-1);
  if (first === undefined || last === undefined) return new Float64Array();
  const stepMs = 1000 / rateHz;
  let at = 0;
  return Float64Array.from({ length: Math.floor((last - first) / stepMs) + 1 }, (_, i) => {
    const t = first + i * stepMs;
    while (at + 2 < timesMs.length && (timesMs[at + 1] ?? 0) <= t) at += 1;
    const [from, to] = [timesMs[at] ?? t, timesMs[at + 1] ?? t];
    const share = to > from ? Math.min(1, (t - from) / (to - from)) : 0;
    return (values[at] ?? 0) * (1 - share) + (values[at + 1] ?? values[at] ?? 0) * share;
  });
}

/**
 * How a runner's pace, cadence or heart rate drifts from second to second: an Ornstein–Uhlenbeck process,
 * that is noise of a stated size that forgets itself over a stated time.
 */
import type { Random } from '../random.ts';

/**
 * A drifting value, one step a call.
 * @param sd its standard deviation in the long run, in the caller's unit
 * @param memory steps after which a deviation has faded to 37 %
 */
export function wander(random: Random, sd: number, memory: number): () => number {
  const keep = Math.exp(-1 / memory);
  const kick = sd * Math.sqrt(1 - keep * keep);
  let value = random.normal(0, sd);
  return () => {
    const now = value;
    value = keep * value + kick * random.normal();
    return now;
  };
}

/**
 * What befalls a runner, drawn day by day before any policy is asked: so two policies, and two variants, meet the
 * same days, and what differs between them is their doing (models.md C, "same draws").
 */
import { type Random, seededRandom } from '../random.ts';

export const DAYS_PER_WEEK = 7;

/** One number a day in each column. Standard normal, or evenly spread in 0–1, as named. */
export interface Days {
  readonly count: number;
  readonly fallsOut: Float64Array;
  /** Life: whether something happens, which of three, and how hard. Even. */
  readonly life: Float64Array;
  readonly lifeKind: Float64Array;
  readonly lifeSize: Float64Array;
  readonly speed: Float64Array;
  readonly fast: Float64Array;
  readonly cadence: Float64Array;
  readonly loadError: Float64Array;
  readonly capacity: Float64Array;
  /** Student's t with 3 degrees of freedom, scaled to a variance of 1; the sign and rank of `capacity`'s own normal. */
  readonly wildCapacity: Float64Array;
  readonly jump: Float64Array;
  readonly jumpSize: Float64Array;
  readonly wayHome: Float64Array;
  readonly saidBefore: Float64Array;
  readonly saidPain: Float64Array;
  readonly saidMorning: Float64Array;
  readonly saidPlace: Float64Array;
  readonly answers: Float64Array;
  readonly tellsPlace: Float64Array;
  readonly answersMorning: Float64Array;
  /** For policies that choose by chance. */
  readonly policy: Random;
}

const T_DEGREES = 3;

/** The days of a seed. */
export function drawDays(seed: number, weeks: number): Days {
  const random = seededRandom(seed);
  const count = weeks * DAYS_PER_WEEK;
  const column = (label: string, draw: (stream: Random) => number): Float64Array => {
    const stream = random.fork(label);
    return Float64Array.from({ length: count }, () => draw(stream));
  };
  const normal = (label: string): Float64Array => column(label, (stream) => stream.normal());
  const even = (label: string): Float64Array => column(label, (stream) => stream.uniform());
  const capacity = normal('capacity');
  const squares = column('wild', (stream) => {
    let sum = 0;
    for (let i = 0; i < T_DEGREES; i += 1) sum += stream.normal() ** 2;
    return sum;
  });
  return {
    count,
    fallsOut: even('falls-out'),
    life: even('life'),
    lifeKind: even('life-kind'),
    lifeSize: even('life-size'),
    speed: normal('speed'),
    fast: even('fast'),
    cadence: normal('cadence'),
    loadError: normal('load-error'),
    capacity,
    // t = z ÷ √(χ²/3), whose variance is 3.
    wildCapacity: capacity.map((z, i) => z / Math.sqrt(squares[i] ?? Number.NaN)),
    jump: even('jump'),
    jumpSize: normal('jump-size'),
    wayHome: normal('way-home'),
    saidBefore: normal('said-before'),
    saidPain: normal('said-pain'),
    saidMorning: normal('said-morning'),
    saidPlace: normal('said-place'),
    answers: even('answers'),
    tellsPlace: even('tells-place'),
    answersMorning: even('answers-morning'),
    policy: random.fork('policy'),
  };
}

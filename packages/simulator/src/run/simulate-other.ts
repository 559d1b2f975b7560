/** A ride or a swim, so that a history holds what is no run: distance, speed and heart rate, nothing about knees. */
import { known, missing, type Recording } from '@kneewise/engine';
import { seededRandom } from '../random.ts';
import { heartRate } from './heart-rate.ts';
import { drawRoute } from './route.ts';
import { SIMULATED_DEVICE } from './simulate-run.ts';
import { wander } from './wander.ts';

export interface OtherPlan {
  readonly seed: number;
  readonly startAtMs: number;
  readonly utcOffsetMin: number;
  readonly sport: 'cycling' | 'swimming';
  readonly distanceM: number;
  readonly name: string;
}

/** Usual speed, its swing and memory, and the least. Our choice: an unhurried ride, an unhurried swim. m/s; s */
const PACE = {
  cycling: { mps: 6.6, sdMps: 1, memoryS: 60, leastMps: 2 },
  swimming: { mps: 0.75, sdMps: 0.05, memoryS: 120, leastMps: 0.4 },
} as const;
const SUB_SPORT = { cycling: 'road', swimming: 'lap_swimming' } as const;

/** Simulates a ride or swim, one sample a second. */
export function simulateOther(plan: OtherPlan): Recording {
  if (!(plan.distanceM > 0)) throw new RangeError(`distanceM must be above 0, got ${plan.distanceM}`);
  const random = seededRandom(plan.seed);
  const pace = PACE[plan.sport];
  const drift = wander(random, pace.sdMps, pace.memoryS);
  const heart = heartRate(random.fork('heart'), pace.mps);
  const distanceM: number[] = [];
  const speedMps: number[] = [];
  const heartRateBpm: number[] = [];
  for (let atM = 0, last = false; !last;) {
    last = atM >= plan.distanceM;
    const now = Math.max(pace.leastMps, pace.mps + drift());
    distanceM.push(Math.min(atM, plan.distanceM));
    speedMps.push(now);
    heartRateBpm.push(heart(pace.mps, 0));
    atM += now;
  }
  const route = drawRoute(random.fork('route'), { lengthM: plan.distanceM, stemShare: 0.2 });
  const elapsedS = distanceM.length - 1;
  return {
    startAtMs: plan.startAtMs,
    utcOffsetMin: plan.utcOffsetMin,
    sport: plan.sport,
    subSport: SUB_SPORT[plan.sport],
    name: plan.name,
    device: SIMULATED_DEVICE,
    distanceM: known(plan.distanceM),
    movingS: known(elapsedS),
    elapsedS,
    ascentM: missing({ reason: 'not-recorded', what: 'altitude' }),
    descentM: missing({ reason: 'not-recorded', what: 'altitude' }),
    pauses: [],
    track: {
      timeS: Float64Array.from(distanceM, (_, second) => second),
      distanceM: Float64Array.from(distanceM),
      speedMps: Float64Array.from(speedMps),
      heartRateBpm: Float64Array.from(heartRateBpm),
      ...(plan.sport === 'cycling' && {
        latDeg: Float64Array.from(distanceM, route.latAt),
        lonDeg: Float64Array.from(distanceM, route.lonAt),
      }),
    },
  };
}

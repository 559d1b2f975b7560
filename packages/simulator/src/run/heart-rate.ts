/** Heart rate of a simulated run: it follows effort late and creeps up. Nothing is concluded from it yet. */
import type { Random } from '../random.ts';
import { wander } from './wander.ts';

/** All our choice: an ordinary heart on an easy run. */
const HEART = {
  restingBpm: 88,
  atEasyBpm: 143,
  perMps: 42,
  perGrade: 230,
  lagS: 40,
  creepPerS: 0.1 / 60,
  wander: [2, 60],
} as const;

/** A heart, one second a call. */
export function heartRate(random: Random, easyMps: number): (speedMps: number, grade: number) => number {
  const drift = wander(random, HEART.wander[0], HEART.wander[1]);
  let effortBpm: number = HEART.restingBpm;
  let seconds = 0;
  return (speedMps, grade) => {
    const target = HEART.atEasyBpm + HEART.perMps * (speedMps - easyMps) + HEART.perGrade * grade;
    effortBpm += (target - effortBpm) / HEART.lagS;
    seconds += 1;
    return Math.round(effortBpm + HEART.creepPerS * seconds + drift());
  };
}

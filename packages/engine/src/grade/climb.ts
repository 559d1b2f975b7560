/** Metres climbed and descended, from altitude, where the file does not say. */
import { known, type Measured, missing } from '../measured.ts';
import { finiteOf } from '../stats/quantile.ts';

/**
 * A turn counts once altitude has moved back by this much, m. Our choice: altimeters wander by 1–2 m, satellites
 * by more, and every such wobble would count as a hill.
 */
export const TURN_M = 3;
/** Fewer samples than this say nothing. Our choice. */
export const ENOUGH_ALTITUDES = 10;

export interface Climb {
  readonly ascentM: number;
  readonly descentM: number;
}

/**
 * Sums rises and falls between turning points that are at least `TURN_M` apart.
 * @param altitudeM metres; NaN where missing
 */
export function climbOf(altitudeM: Float64Array | undefined): Measured<Climb> {
  if (altitudeM === undefined) return missing({ reason: 'not-recorded', what: 'altitude' });
  const readings = finiteOf(altitudeM);
  if (readings.length < ENOUGH_ALTITUDES) {
    return missing({
      reason: 'too-little-data',
      what: 'altitude readings',
      have: readings.length,
      need: ENOUGH_ALTITUDES,
    });
  }
  let ascentM = 0;
  let descentM = 0;
  let turn = readings[0] ?? 0;
  let low = turn;
  let high = turn;
  let direction: 'up' | 'down' | 'unknown' = 'unknown';
  for (const altitude of readings) {
    low = Math.min(low, altitude);
    high = Math.max(high, altitude);
    if (direction !== 'down' && high - altitude >= TURN_M) {
      // What came before an early first turn is a rise only if it reached a turn's height.
      if (direction === 'up' || high - turn >= TURN_M) ascentM += high - turn;
      turn = high;
      low = altitude;
      direction = 'down';
    } else if (direction !== 'up' && altitude - low >= TURN_M) {
      if (direction === 'down' || turn - low >= TURN_M) descentM += turn - low;
      turn = low;
      high = altitude;
      direction = 'up';
    }
  }
  if (direction === 'up') ascentM += high - turn;
  if (direction === 'down') descentM += turn - low;
  return known({ ascentM, descentM });
}

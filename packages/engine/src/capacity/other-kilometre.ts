/**
 * How far does the same load reach at another speed or cadence? (models.md B) The knee is taken to bear the same
 * impulse; what a kilometre of it costs changes. Damage, which counts hard steps more, would say otherwise of speed
 * [evidence B4]: `compareKilometre` tells both.
 */
import { referenceCadenceSpm } from '../cadence/reference-cadence.ts';
import { kneeLoadAt } from '../knee-load/knee-load-at.ts';
import { known, type Measured } from '../measured.ts';
import type { Quantiles } from './exceed.ts';

export interface Kilometre {
  readonly speedMps: number;
  /** Both feet; left out: the population's at that speed. */
  readonly cadenceSpm?: number | undefined;
  readonly legM?: number | undefined;
}

export interface KilometreChange {
  /** Load of the second kilometre ÷ load of the first. */
  readonly loadRatio: number;
  /** SD of its logarithm. */
  readonly logSd: number;
}

/** SD of ln load for each unit that ln load changes by speed, and that ln cadence changes. [fukuchi-2017; lenhart-2014; bonacci-2018; B2c 3, B2d] */
const SPEED_SD = 0.12;
const CADENCE_SD = 0.3;
/** Φ⁻¹(0.9): half an 80 % interval in SDs. [definition] */
export const HALF_OF_80_PCT = 1.281_551_565_544_6;

/** @returns missing, `out-of-range`, where the load model has no answer for one of them */
export function kilometreChange(from: Kilometre, to: Kilometre): Measured<KilometreChange> {
  const style = cadenceOf(from) / referenceCadenceSpm(from.speedMps);
  // The first runner's own style at the second speed: what is left then is a change of cadence alone.
  const kept: Kilometre = { ...to, cadenceSpm: style * referenceCadenceSpm(to.speedMps) };
  const loads = [kneeLoadAt(from), kneeLoadAt(kept), kneeLoadAt(to)] as const;
  for (const load of loads) if (!load.known) return load;
  const [first, keptStyle, last] = loads.map((load) =>
    load.known ? load.value.impulsePerKmBws : Number.NaN,
  );
  const bySpeed = Math.abs(Math.log((keptStyle ?? Number.NaN) / (first ?? Number.NaN)));
  const byCadence = Math.abs(Math.log(cadenceOf(to) / cadenceOf(kept)));
  return known({
    loadRatio: (last ?? Number.NaN) / (first ?? Number.NaN),
    logSd: Math.hypot(SPEED_SD * bySpeed, CADENCE_SD * byCadence),
  });
}

const cadenceOf = ({ speedMps, cadenceSpm }: Kilometre): number =>
  cadenceSpm ?? referenceCadenceSpm(speedMps);

/**
 * Where an edge moves. Its 80 % interval holds the change alone: the edge it starts from is taken as known.
 * @param edgeM at the first kilometre, metres
 */
export function edgeElsewhere(edgeM: number, from: Kilometre, to: Kilometre): Measured<Quantiles> {
  const change = kilometreChange(from, to);
  if (!change.known) return change;
  return known(movedBy({ q10: edgeM, q50: edgeM, q90: edgeM }, change.value));
}

/** Quantiles of a distance under a change of what a kilometre costs: moved, and widened by what is not known of it. */
export function movedBy({ q10, q50, q90 }: Quantiles, { loadRatio, logSd }: KilometreChange): Quantiles {
  const widened = (q: number): number =>
    q50 > 0 && q > 0 ? Math.exp(Math.hypot(Math.log(q / q50), HALF_OF_80_PCT * logSd)) : 1;
  const middle = q50 / loadRatio;
  return {
    q10: q10 > 0 ? middle / widened(q10) : 0,
    q50: middle,
    q90: middle * widened(q90),
  };
}

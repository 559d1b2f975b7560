/**
 * The load a simulated knee really bears: force and impulse a kilometre, from speed, cadence and leg length
 * (models.md A; evidence B2c 1–3, 5–6). It is written out here again, apart from the engine's own model, so that
 * the truth does not share a mistake with what it is there to check.
 */
import { populationCadenceSpm } from './cadence-line.ts';

/** Peak force at 0 m/s and its rise with speed [B2c 2]. BW; BW per m/s */
const FORCE_INTERCEPT_BW = 4.294;
const FORCE_SLOPE = 0.566;
/** Force goes with cadence to this power at a given speed [B2c 3]. */
const FORCE_CADENCE_EXPONENT = -1.5;

/** ln contact time = these, on ln speed, ln(cadence ÷ 165) and ln leg length [models.md A]. s */
const CONTACT = { constant: -0.881, speed: -0.437, cadence: -0.455, cadenceAtSpm: 165, leg: 0.494 } as const;

/** Impulse ÷ (peak force × contact time) [B2c 6]. */
const IMPULSE_SHAPE = 0.38;
const METRES_PER_KM = 1000;
const SECONDS_PER_MINUTE = 60;
/** Each leg takes every second step. */
const LEGS = 2;

/** Peak force on the kneecap joint at a step. BW; speed m/s, cadence steps/min of both feet. */
export const peakForceBw = (speedMps: number, cadenceSpm: number): number =>
  (FORCE_INTERCEPT_BW + FORCE_SLOPE * speedMps) *
  (cadenceSpm / populationCadenceSpm(speedMps)) ** FORCE_CADENCE_EXPONENT;

/** Time a foot stays on the ground. Seconds; speed m/s above 0, cadence steps/min, leg m. */
export const contactTimeS = (speedMps: number, cadenceSpm: number, legM: number): number =>
  Math.exp(
    CONTACT.constant +
      CONTACT.speed * Math.log(speedMps) +
      CONTACT.cadence * Math.log(cadenceSpm / CONTACT.cadenceAtSpm) +
      CONTACT.leg * Math.log(legM),
  );

/** Load a kilometre and leg, ℓ of the models. BW·s */
export const loadPerKmBws = (speedMps: number, cadenceSpm: number, legM: number): number => {
  const impulsePerStep =
    IMPULSE_SHAPE * peakForceBw(speedMps, cadenceSpm) * contactTimeS(speedMps, cadenceSpm, legM);
  const stepsPerKmAndLeg = (METRES_PER_KM / LEGS) * (cadenceSpm / (SECONDS_PER_MINUTE * speedMps));
  return impulsePerStep * stepsPerKmAndLeg;
};

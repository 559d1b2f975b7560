import type { DamagePerKm } from './damage.ts';

/** Force and impulse on the kneecap joint for one leg (evidence B2c), with its error. */
export interface KneeLoad {
  /** Peak patellofemoral joint force a step, body weights; median over the run. */
  readonly peakForceBw: number;
  /** Body weight × seconds a step. */
  readonly impulsePerStepBws: number;
  /** Per kilometre and leg. */
  readonly impulsePerKmBws: number;
  /** Whole run, one leg. */
  readonly impulseRunBws: number;
  /**
   * Σ force^m a kilometre and leg, as a multiple of the reference kilometre: level, 2.5 m/s, the population's
   * cadence. Two of them divided compare two kilometres of one runner.
   */
  readonly damagePerKm: DamagePerKm;
  /** One standard deviation as a share of the peak force (0.15 = 15 %). */
  readonly sdRatio: number;
  readonly form: 'speed' | 'speed-cadence' | 'speed-cadence-contact' | 'speed-cadence-flexion';
  /** What the sums rest on. */
  readonly working?: KneeLoadWorking;
}

export interface KneeLoadWorking {
  /** Seconds and metres of running that the model covers. */
  readonly runningS: number;
  readonly runningM: number;
  /** Moving seconds that are not running by the model: walked, stood, or without speed. No load is given for them. */
  readonly notRunningS: number;
  /** Shares of the running time, 0–1. */
  readonly cadenceShare: number;
  readonly contactShare: number;
  /** Beyond ±4 %; null where altitude or distance is missing. */
  readonly steepShare: number | null;
  /** One standard deviation of the impulses as a share: the peak's with contact time and curve shape added. */
  readonly impulseSdRatio: number;
}

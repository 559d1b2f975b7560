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
  /** Σ force^m a kilometre and leg, as a multiple of the same runner's easy kilometre where that is known. */
  readonly damagePerKm: { readonly value: number; readonly exponent: number };
  /** One standard deviation as a share of the figure (0.15 = 15 %). */
  readonly sdRatio: number;
  readonly form: 'speed' | 'speed-cadence' | 'speed-cadence-contact' | 'speed-cadence-flexion';
}

/** A workout as a watch plays it: steps by time or distance, repeats, and a cadence to keep. No heart rate, no pace alarm. */

export type Until =
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'distance'; readonly metres: number }
  /** Until the lap button. */
  | { readonly kind: 'open' };

export type Intensity = 'active' | 'rest' | 'warm-up' | 'cool-down' | 'recovery' | 'interval';

export interface WorkoutStep {
  readonly kind: 'step';
  /** A few words on the watch's display. */
  readonly name: string;
  readonly until: Until;
  readonly intensity: Intensity;
  /** Steps/min of both feet; null: any. */
  readonly cadenceSpm: { readonly low: number; readonly high: number } | null;
  /** A sentence more, where the watch shows one; null: none. */
  readonly notes: string | null;
}

export interface WorkoutRepeat {
  readonly kind: 'repeat';
  /** 2 and above. */
  readonly times: number;
  readonly steps: readonly WorkoutStep[];
}

export interface Workout {
  readonly name: string;
  readonly parts: readonly (WorkoutStep | WorkoutRepeat)[];
}

const secondsOf = ({ until }: WorkoutStep): number => (until.kind === 'time' ? until.seconds : Number.NaN);

/** Seconds a workout takes where every step is by time; null where one is not. */
export function workoutSeconds({ parts }: Workout): number | null {
  const total = parts.reduce(
    (sum, part) =>
      sum +
      (part.kind === 'step'
        ? secondsOf(part)
        : part.times * part.steps.reduce((inner, step) => inner + secondsOf(step), 0)),
    0,
  );
  return Number.isNaN(total) ? null : total;
}

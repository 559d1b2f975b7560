/** What a runner says about the knee, bound to a run where there was one. */
export const MOMENTS = ['during', 'evening', 'next-morning', '48h'] as const;
export type Moment = (typeof MOMENTS)[number];
export type Side = 'left' | 'right';

export interface CheckIn {
  readonly id: string;
  readonly runId: string | null;
  readonly side: Side;
  readonly when: Moment;
  /** Epoch milliseconds at which it applies, and the runner's offset then. */
  readonly atMs: number;
  readonly utcOffsetMin: number;
  /** 0–10, whole. */
  readonly pain: number;
  /** Where in the run the pain first reached the ceiling, metres; null: not said. */
  readonly onsetM: number | null;
  /** Sharp, rising though slowed, limping, giving way, locking or swelling: any of them stops. null: not said. */
  readonly stopSign: boolean | null;
  readonly painkiller: boolean | null;
  /** Whether an ache in the run eased as it went on: worst at the start, less on the way. null or absent: not said. */
  readonly eased?: boolean | null | undefined;
}

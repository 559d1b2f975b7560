import type { NewSource } from '../history-store.ts';
import { activityWith, sourceWith, steadyTrack, SUNDAY_MS } from './sources.ts';

const HOUR_MS = 3_600_000;

/** The same file for the same number in every process; no two are the same run. */
export const numberedSource = (i: number): NewSource =>
  sourceWith(`numbered-${i}-${'x'.repeat(20_000)}`, {
    path: `numbered-${i}.fit`,
    activities: [activityWith({ startAtMs: SUNDAY_MS + i * HOUR_MS, track: steadyTrack(600) })],
  });

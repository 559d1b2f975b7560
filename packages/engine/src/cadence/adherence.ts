/** How much of the easy running was done at the target cadence (K8, training.md 5). */
import type { Measured } from '../measured.ts';
import { known, missing } from '../measured.ts';
import type { HalfMinuteBins } from '../run/half-minute-bins.ts';
import { median } from '../stats/quantile.ts';
import { TARGET_ABOVE, TARGET_BELOW } from './cadence-target.ts';
import { EASY_WITHIN } from './easy-speed.ts';

/** The first minutes are not judged, s. [training.md 5: our choice] */
export const ADHERENCE_FROM_S = 300;
/** Steeper ground, rise over run, is not judged. [training.md 5: our choice] */
export const ADHERENCE_GRADE = 0.03;
/** Fewer half minutes of easy running than this are no session to judge. Our choice: five minutes. */
export const ENOUGH_EASY_BINS = 10;
/** From this share a session is good. [training.md 5: our choice] */
export const GOOD_SHARE = 0.7;
/** From this share of good sessions a programme is kept. [training.md 5: our choice] */
export const GOOD_SESSIONS_SHARE = 2 / 3;

export interface Adherence {
  /** Share of easy half minutes on target, 0–1. */
  readonly share: number;
  readonly good: boolean;
  /** Half minutes that were judged. */
  readonly easyBins: number;
  /** Median of their cadence against the target: -0.02 is 2 % below. */
  readonly typicalOffset: number;
}

/**
 * Share of a run's easy running at target −2.5…+5 %.
 * @param easyMps own easy speed, m/s; @param targetAt target cadence at a speed, steps/min
 * @returns missing with less than five minutes of easy, level running after the first five
 */
export function adherence(
  bins: HalfMinuteBins,
  easyMps: number,
  targetAt: (speedMps: number) => number,
): Measured<Adherence> {
  if (!(easyMps > 0)) throw new RangeError(`easyMps must be above 0, got ${easyMps}`);
  const offsets: number[] = [];
  let onTarget = 0;
  for (let i = 0; i < bins.startS.length; i += 1) {
    const speed = bins.speedMps[i] ?? Number.NaN;
    const easy = Math.abs(speed / easyMps - 1) <= EASY_WITHIN;
    // Unknown ground counts as level: most watches without altitude are on level ground, and it is said elsewhere.
    const steep = Math.abs(bins.gradeRatio[i] ?? 0) > ADHERENCE_GRADE;
    if (!easy || steep || (bins.startS[i] ?? 0) < ADHERENCE_FROM_S) continue;
    const cadence = bins.cadenceSpm[i] ?? Number.NaN;
    const target = targetAt(speed);
    offsets.push(cadence / target - 1);
    if (cadence >= target * (1 - TARGET_BELOW) && cadence <= target * (1 + TARGET_ABOVE)) onTarget += 1;
  }
  if (offsets.length < ENOUGH_EASY_BINS) {
    return missing({
      reason: 'too-little-data',
      what: 'half minutes of easy, level running',
      have: offsets.length,
      need: ENOUGH_EASY_BINS,
    });
  }
  const share = onTarget / offsets.length;
  return known({
    share,
    good: share >= GOOD_SHARE,
    easyBins: offsets.length,
    typicalOffset: median(offsets),
  });
}

/** A programme of weeks: sessions judged, good ones, and whether at least two thirds were good. */
export interface ProgrammeAdherence {
  readonly sessions: number;
  readonly good: number;
  readonly kept: boolean;
}

/** Judges the sessions of a programme; those that could not be judged are left out. Missing where none could. */
export function programmeAdherence(sessions: readonly Measured<Adherence>[]): Measured<ProgrammeAdherence> {
  let judged = 0;
  let good = 0;
  for (const session of sessions) {
    if (!session.known) continue;
    judged += 1;
    if (session.value.good) good += 1;
  }
  return judged === 0
    ? missing({ reason: 'too-little-data', what: 'sessions that can be judged', have: 0, need: 1 })
    : known({ sessions: judged, good, kept: good >= GOOD_SESSIONS_SHARE * judged });
}

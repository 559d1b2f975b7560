/**
 * The sample runner's story, in figures. It is made up, and every file says so. One runner, one year:
 * about 30 km a week over four runs, a jump in the long run in September 2026, an aching right knee from
 * 1 October, a careful return, and on Sunday 15 November the ache at 4.1 km.
 */
import type { CadenceProgramme } from '@kneewise/engine';
import type { Fading } from '../run/run-plan.ts';

/** The day the sample is looked at: everything before it has happened. A Tuesday. */
export const TODAY = '2026-11-17';
/** First Monday of the story. */
export const FIRST_MONDAY = '2025-11-17';
export const ONSET = { date: '2026-10-01', side: 'right' } as const;

/** 6:10 a kilometre. m/s */
export const EASY_MPS = 1000 / 370;
/** 5:05 a kilometre, twelve minutes of it on Thursdays. m/s */
export const BRISK_MPS = 1000 / 305;
/** The runner's own cadence by habit. */
export const CADENCE_LINE = { spm: 164, atMps: EASY_MPS, slopeSpmPerMps: 11 } as const;
/** The weeks to more steps that the runner began; week four is under way on the day of the story. */
export const CADENCE_PROGRAMME: CadenceProgramme = { startedOn: '2026-10-26', step: 0.05 };
export const LEG_M = 0.92;

/** Before the ache, form goes after mile four of a long run; ln of the place varies by this much. metres */
export const USUAL_FADING = { medianM: 6400, lnSd: 0.1 } as const;

/** A week of the story by what it comes to. */
export interface StoryWeek {
  readonly km: number;
  readonly longKm: number;
  readonly descentM: number;
}

/**
 * The weeks up to the ache by their Mondays. Over the last four the distance comes to 34.5 km a week (29.6 before),
 * the descent to 410 m (190 before), and the long run jumps by 38 %.
 */
export const TOLD_WEEKS: Readonly<Record<string, StoryWeek>> = {
  '2026-07-27': { km: 29.4, longKm: 10, descentM: 186 },
  '2026-08-03': { km: 30.1, longKm: 9.8, descentM: 195 },
  '2026-08-10': { km: 29.2, longKm: 10.5, descentM: 178 },
  '2026-08-17': { km: 30.6, longKm: 12, descentM: 205 },
  '2026-08-24': { km: 29.8, longKm: 10.5, descentM: 198 },
  '2026-08-31': { km: 31, longKm: 12, descentM: 230 },
  '2026-09-07': { km: 32, longKm: 12.5, descentM: 370 },
  '2026-09-14': { km: 35, longKm: 13, descentM: 430 },
  '2026-09-21': { km: 40, longKm: 18, descentM: 610 },
};

/** Weeks nobody tells of: their means, how much they vary, and what they stay within. */
export const USUAL_WEEK = {
  km: { mean: 29.6, sd: 0.9, low: 28, high: 31 },
  longKm: { mean: 10, sd: 0.35, low: 9.5, high: 10.5 },
  descentM: { mean: 190, sd: 18, low: 150, high: 230 },
} as const;
/** The winter holds a little less, and a run falls out now and then (models.md A: 7 % do). */
export const WINTER = { until: '2026-05-25', kmFactor: 0.95, fallsOut: 0.07 } as const;
/** Monday of a week in bed: no activity of any kind. */
export const WEEK_IN_BED = '2026-02-16';

export const TREADMILL_DAY = '2026-01-15';
/** The watch died on this day: its file ends in the middle. */
export const BROKEN_FILE_DAY = '2026-03-21';
export const BROKEN_FILE_SHARE = 0.69;

/** One run after 1 October: what was run, what walked, what the knee said. Kilometres; pain 0–10. */
export interface AchingRun {
  readonly date: string;
  readonly clock: string;
  readonly km: number;
  readonly walkedKm?: number;
  /** Steps a minute over the habit: from 27 October on a metronome leads towards 172. */
  readonly cadenceOffsetSpm?: number;
  readonly fading?: Fading;
  /** Worst ache during, that evening, next morning, second morning; null: not answered (yet). */
  readonly pain: readonly [number | null, number | null, number | null, number | null];
  /** Where the ache first reached the ceiling of 2. Metres */
  readonly onsetM?: number;
}

/**
 * The return: three runs a week by the rule of three quarters (4.2 km → 3.15), a step up on 18 October and on
 * 8 November, a stiffer morning on 21 October, and the edge on 15 November.
 */
export const ACHING_RUNS: readonly AchingRun[] = [
  { date: '2026-10-01', clock: '18:14', km: 4.4, walkedKm: 1.6, pain: [3, 2, 1, 1], onsetM: 4200 },
  { date: '2026-10-07', clock: '17:41', km: 3, pain: [1, 1, 1, 0] },
  { date: '2026-10-09', clock: '18:02', km: 3, pain: [1, 1, 1, 1] },
  { date: '2026-10-11', clock: '10:20', km: 3, pain: [1, 1, 0, 1] },
  { date: '2026-10-13', clock: '18:05', km: 3, pain: [1, 0, 1, 0] },
  { date: '2026-10-15', clock: '18:11', km: 3, pain: [1, 1, 1, 1] },
  { date: '2026-10-18', clock: '09:35', km: 3.6, pain: [1, 1, 1, 0] },
  { date: '2026-10-20', clock: '18:07', km: 3.2, pain: [1, 1, 2, 1] },
  { date: '2026-10-22', clock: '18:12', km: 3, pain: [1, 0, 1, 0] },
  { date: '2026-10-25', clock: '09:22', km: 3.6, pain: [1, 1, 0, 0] },
  { date: '2026-10-27', clock: '18:03', km: 3, cadenceOffsetSpm: 4, pain: [1, null, 0, 0] },
  { date: '2026-10-29', clock: '18:09', km: 3.1, cadenceOffsetSpm: 5, pain: [0, 0, 0, null] },
  { date: '2026-11-01', clock: '09:18', km: 3.6, cadenceOffsetSpm: 6, pain: [1, 1, 1, 0] },
  { date: '2026-11-03', clock: '18:06', km: 3.1, cadenceOffsetSpm: 6, pain: [0, 0, 0, 0] },
  { date: '2026-11-05', clock: '18:10', km: 3.1, cadenceOffsetSpm: 7, pain: [1, 0, 0, 0] },
  { date: '2026-11-08', clock: '09:31', km: 4.1, cadenceOffsetSpm: 7, pain: [1, 1, 1, 0] },
  { date: '2026-11-10', clock: '18:04', km: 3.2, cadenceOffsetSpm: 7, pain: [1, 0, 0, 0] },
  { date: '2026-11-12', clock: '18:08', km: 3.2, cadenceOffsetSpm: 7, pain: [0, 0, 0, 0] },
  {
    date: '2026-11-15',
    clock: '09:12',
    km: 4.1,
    walkedKm: 0.9,
    cadenceOffsetSpm: 7,
    fading: { fromM: 3200, rampS: 120, cadenceSpm: -6, contactMs: 12, oscillationMm: 4 },
    pain: [2, 1, 0, null],
    onsetM: 4100,
  },
];
/** On 15 November the ache could first be felt here; at `onsetM` it had reached the ceiling. Metres */
export const ACHE_BEGAN_M = 3600;

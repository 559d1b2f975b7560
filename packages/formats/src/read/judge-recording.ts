/**
 * Are a recording's date and totals such as a person could have run? One place for FIT, TCX and GPX.
 * A total that cannot be true gives way to what the samples say, then to “not known”; each with a warning.
 * Samples stay as the file has them.
 */
import { known, type Measured, missing, type Recording } from '@kneewise/engine';
import type { ReadActivity, Warning } from '../read-result.ts';
import { lastKnown } from './last-known.ts';
import { ON_FOOT } from './on-foot.ts';

const S_PER_HOUR = 3600;
const S_PER_DAY = 24 * S_PER_HOUR;

/** Days before and from which a clock was wrong: no GPS watch is older, none of today's lives as long. Our choice. */
export const CLOCK_FROM_MS = Date.UTC(1990, 0, 1);
export const CLOCK_BEFORE_MS = Date.UTC(2100, 0, 1);
/** From here on it is no date at all, and nothing may reckon with it. Our choice. */
export const NO_DATE_FROM_MS = Date.UTC(2200, 0, 1);
/** FIT counts from here; earlier times are clocks that were never set. 1989-12-31 */
export const NO_DATE_BEFORE_MS = 631_065_600_000;

/** Whether a time can be reckoned with at all. */
export const isDate = (ms: number): boolean => ms >= NO_DATE_BEFORE_MS && ms < NO_DATE_FROM_MS;

/** A gap so long inside one activity is a clock or a forgotten watch, not a run. Our choice. */
export const LONG_GAP_S = S_PER_DAY;
/** Longer than any race on foot that a watch keeps as one activity; the 10-day races are below it. Our choice. */
export const LONGEST_MOVING_S = 14 * S_PER_DAY;
/**
 * A timer may have run so much longer than the samples reach: some end at the last fix, or before the battery.
 * Our choice.
 */
export const BEYOND_SAMPLES_S = 12 * S_PER_HOUR;
/** The fastest 100 m ever (9.58 s) are 10.4 m/s from end to end, and no run is faster on the whole. Our choice. */
export const FASTEST_ON_FOOT_MPS = 12;
/** The speed of sound: whatever else carries a watch is slower. */
export const FASTEST_MPS = 340;
/** First fixes jump: so much is never held against a short recording. Our choice. */
export const JUMP_M = 200;
/** What a distance is held against where nobody says how long it took. Our choice. */
const UNTIMED_S = S_PER_DAY;

interface Judged {
  readonly value: Measured<number>;
  readonly warnings: readonly Warning[];
}

const outside = (what: string, value: number, high: number): Measured<number> =>
  missing({ reason: 'out-of-range', what, value, low: 0, high });

const figure = (value: number): string =>
  value < 1e9 ? Math.round(value).toLocaleString('en') : value.toExponential(1);

function judgedMoving({ movingS, elapsedS, pauses, track }: Recording): Judged {
  if (!movingS.known) return { value: movingS, warnings: [] };
  const highS = Math.min(LONGEST_MOVING_S, elapsedS + BEYOND_SAMPLES_S);
  const statedS = movingS.value;
  if (statedS >= 0 && statedS <= highS) return { value: movingS, warnings: [] };
  const sampledS = elapsedS - pauses.reduce((total, { fromS, toS }) => total + toS - fromS, 0);
  const serves = track.timeS.length > 1 && sampledS >= 0 && sampledS <= LONGEST_MOVING_S;
  const text = serves
    ? `The file states ${figure(statedS)} s of timer time, which cannot be; its samples span ${figure(sampledS)} s, which counts.`
    : `The file comes to ${figure(statedS)} s of timer time, which cannot be; the time is taken as not known.`;
  return {
    value: serves ? known(sampledS) : outside('timer time', statedS, highS),
    warnings: [{ code: 'total-implausible', text }],
  };
}

/** The farthest that can have been covered in the time there is. Metres */
function farthestM({ sport, elapsedS, track }: Recording, movingS: Measured<number>): number {
  const fastestMps = ON_FOOT.has(sport) ? FASTEST_ON_FOOT_MPS : FASTEST_MPS;
  const seconds = movingS.known ? movingS.value : Math.min(elapsedS, LONGEST_MOVING_S);
  const untimed = seconds === 0 && track.timeS.length <= 1;
  return fastestMps * (untimed ? UNTIMED_S : seconds) + JUMP_M;
}

function judgedDistance(recording: Recording, movingS: Measured<number>): Judged {
  const { distanceM, track } = recording;
  if (!distanceM.known) return { value: distanceM, warnings: [] };
  const statedM = distanceM.value;
  if (!movingS.known && movingS.because.reason === 'out-of-range')
    return { value: outside('distance', statedM, farthestM(recording, movingS)), warnings: [] };
  const highM = farthestM(recording, movingS);
  const fits = (metres: number): boolean => metres >= 0 && metres <= highM;
  if (fits(statedM)) return { value: distanceM, warnings: [] };
  const sampledM = lastKnown(track.distanceM ?? null);
  if (sampledM !== null && fits(sampledM)) {
    const text = `The file states a distance of ${figure(statedM)} m, which cannot be; its samples come to ${figure(sampledM)} m, which counts.`;
    return { value: known(sampledM), warnings: [{ code: 'total-implausible', text }] };
  }
  const text = `The distance comes to ${figure(statedM)} m, where ${figure(highM)} m would be the most in that time; it is taken as not known.`;
  return { value: outside('distance', statedM, highM), warnings: [{ code: 'speed-implausible', text }] };
}

function clockWarnings({ startAtMs, elapsedS }: Recording): Warning[] {
  const endMs = startAtMs + elapsedS * 1000;
  if (startAtMs >= CLOCK_FROM_MS && endMs < CLOCK_BEFORE_MS) return [];
  const year = new Date(startAtMs < CLOCK_FROM_MS ? startAtMs : endMs).getUTCFullYear();
  const text = `The file is dated in the year ${year}: the recorder's clock was wrong. Nothing was changed.`;
  return [{ code: 'clock-implausible', text }];
}

function gapWarnings(timeS: Float64Array): Warning[] {
  for (let at = 1; at < timeS.length; at++) {
    const gap = (timeS[at] ?? 0) - (timeS[at - 1] ?? 0);
    if (gap <= LONG_GAP_S) continue;
    const text = `Between two samples lie ${Math.round(gap / S_PER_HOUR)} hours: a clock that jumped, or a watch that was forgotten. Nothing was changed.`;
    return [{ code: 'long-gap', text }];
  }
  return [];
}

/**
 * The activity with totals that can be true, and a warning for each that could not.
 * @returns null for one whose start or end is no date: nobody can say when it was
 */
export function judgeRecording({ recording, warnings }: ReadActivity): ReadActivity | null {
  const { startAtMs, elapsedS, track } = recording;
  if (!isDate(startAtMs) || !isDate(startAtMs + elapsedS * 1000)) return null;
  const moving = judgedMoving(recording);
  const distance = judgedDistance(recording, moving.value);
  return {
    recording: { ...recording, movingS: moving.value, distanceM: distance.value },
    warnings: [
      ...warnings,
      ...clockWarnings(recording),
      ...gapWarnings(track.timeS),
      ...moving.warnings,
      ...distance.warnings,
    ],
  };
}

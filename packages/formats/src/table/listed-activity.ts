/** An activity of which only totals are known, from the list of an archive. No stream is made up for it. */
import { known, type Measured, missing, type Recording } from '@kneewise/engine';
import type { ReadActivity, Warning } from '../read-result.ts';
import { judgeRecording } from '../read/judge-recording.ts';

export interface ListedTotals {
  /** Epoch milliseconds. */
  readonly startAtMs: number;
  readonly utcOffsetMin: number | null;
  readonly sport: string;
  readonly subSport: string | null;
  readonly name: string | null;
  readonly device?: string | null;
  readonly shoe: string | null;
  /** `fileKey` of the file with its samples; null where the list names none. */
  readonly file: string | null;
  /** These are NaN where the list does not say. */
  readonly elapsedS: number;
  readonly movingS: number;
  readonly distanceM: number;
  readonly ascentM: number;
  readonly descentM: number;
}

/** Longest title that is a name. Our choice. Characters */
const LONGEST_NAME = 200;

export const ONLY_TOTALS: Warning = {
  code: 'only-totals',
  text: 'The list of the archive names it; where no file of it came along, only its totals are known.',
};

const stated = (value: number, what: string): Measured<number> =>
  Number.isFinite(value) && value >= 0 ? known(value) : missing({ reason: 'not-recorded', what });

export const shortName = (name: string | null): string | null => {
  const trimmed = name?.replaceAll('\0', '').trim().slice(0, LONGEST_NAME) ?? '';
  return trimmed === '' ? null : trimmed;
};

/** @returns null where nobody can say when it was or how long it took */
export function listedActivity(totals: ListedTotals, warnings: readonly Warning[] = []): ReadActivity | null {
  const { startAtMs, movingS } = totals;
  const elapsedS = totals.elapsedS >= 0 ? totals.elapsedS : movingS;
  if (!Number.isFinite(startAtMs) || !(elapsedS >= 0 && elapsedS < Infinity)) return null;
  const recording: Recording = {
    startAtMs,
    utcOffsetMin: totals.utcOffsetMin,
    sport: totals.sport,
    subSport: totals.subSport,
    name: shortName(totals.name),
    device: totals.device ?? null,
    // A service writes 0 for a distance that was never measured: nobody ran none.
    distanceM: stated(totals.distanceM === 0 ? Number.NaN : totals.distanceM, 'distance'),
    movingS: stated(movingS >= 0 ? movingS : elapsedS, 'timer time'),
    elapsedS,
    ascentM: stated(totals.ascentM, 'ascent'),
    descentM: stated(totals.descentM, 'descent'),
    pauses: [],
    track: { timeS: new Float64Array(0) },
    shoe: shortName(totals.shoe),
    listed: { file: totals.file },
  };
  return judgeRecording({ recording, warnings: [ONLY_TOTALS, ...warnings] });
}

/** What a file says about one activity. Nothing in it is guessed: what the file lacks is missing here. */
import type { Measured } from './measured.ts';
import type { Interval, Track } from './track.ts';

/** Sports by FIT's names; `unknown` where no file, title or name says. */
export type Sport = string;

export interface Recording {
  /** Epoch milliseconds of the first moment. */
  readonly startAtMs: number;
  /** The run's own offset from UTC in minutes; null where the file does not state one. */
  readonly utcOffsetMin: number | null;
  readonly sport: Sport;
  /** FIT's sub sport (`trail`, `treadmill`, `track` …) or null. */
  readonly subSport: string | null;
  readonly name: string | null;
  /** Maker and model, as the file states them, or null. */
  readonly device: string | null;
  /** Session or lap total where there is one, else the last distance of the track. Metres. */
  readonly distanceM: Measured<number>;
  /** The recorder's timer time: pauses are out. Seconds. */
  readonly movingS: Measured<number>;
  /** First moment to last. Seconds. */
  readonly elapsedS: number;
  /** As the file's session states it; else missing, and `analyseRun` works it out from altitude. Metres. */
  readonly ascentM: Measured<number>;
  readonly descentM: Measured<number>;
  /** Stretches in which the recorder's timer stood. */
  readonly pauses: readonly Interval[];
  readonly track: Track;
  /** The shoe, or other gear, that an archive names for it; left out or null where none does. */
  readonly shoe?: string | null;
  /** Present only where an archive's own list of activities says it, not a file of a recorder. */
  readonly listed?: Listing;
}

/** What ties an entry of an archive's list to the file that was recorded. */
export interface Listing {
  /** Name of the file that holds the samples, in lower case, without folder and `.gz`; null where the list names none. */
  readonly file: string | null;
}

/** Only these load the knee by the running model; every other sport is kept and never counted as a run. */
export const isRun = (recording: { readonly sport: Sport }): boolean => recording.sport === 'running';

/** Which of the files read are one activity: the same rule as the store's, so both say the same. */
import { groupByActivity } from '@kneewise/store';
import type { ReadRecording } from '../imports/read-one.ts';

/** One recording out of one file. */
export interface FromFile extends ReadRecording {
  readonly file: string;
  readonly contentHash: string;
  /** Which of the file's activities. */
  readonly position: number;
}

export interface Grouped {
  /** The one that speaks for the activity. */
  readonly speaker: FromFile;
  /** The same activity out of other files, in the order found. */
  readonly again: readonly FromFile[];
}

/** In order of start. */
export function groupRecordings(read: readonly FromFile[]): Grouped[] {
  const comparable = read.map((from, order) => ({
    from,
    order,
    sport: from.recording.sport,
    startAtMs: from.recording.startAtMs,
    elapsedS: from.recording.elapsedS,
    channels: from.channels.length,
    samples: from.samples,
    contentHash: from.contentHash,
    position: from.position,
  }));
  return groupByActivity(comparable)
    .flatMap(([speaker, ...again]) =>
      speaker === undefined
        ? []
        : [
            {
              speaker: speaker.from,
              again: again.toSorted((a, b) => a.order - b.order).map(({ from }) => from),
            },
          ],
    )
    .sort((a, b) => a.speaker.recording.startAtMs - b.speaker.recording.startAtMs);
}

/** A name for the activity, the same each time the same file is read. */
export const idOf = ({ file, position }: Pick<FromFile, 'file' | 'position'>, legs: number): string =>
  legs > 1 ? `${file}#${position + 1}` : file;

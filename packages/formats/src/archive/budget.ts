/** What an archive may ask of the machine, and which of its entries are nobody's files. */
import { LARGEST_ARCHIVE_BYTES, MOST_ENTRIES } from '../read/limits.ts';

/** What one archive may still unpack to and list; shared by the zips inside it. */
export interface Budget {
  leftBytes: number;
  leftEntries: number;
}

export const newBudget = (): Budget => ({ leftBytes: LARGEST_ARCHIVE_BYTES, leftEntries: MOST_ENTRIES });

/** A path that would leave the archive's folder if someone unpacked it. */
export const isUnsafePath = (name: string): boolean =>
  /^[/\\]|^[a-zA-Z]:|\0/.test(name) || name.split(/[/\\]/).includes('..');

/** Resource forks that macOS puts beside each file under the same ending. */
export const isAppleDouble = (name: string): boolean => /(?:^|\/)(?:__MACOSX\/|\._)/.test(name);

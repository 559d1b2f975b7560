/** What reads one dialect of XML: it listens to the elements, and at the end says what they came to. */
import type { ReadActivity } from '../read-result.ts';
import type { XmlHandler } from './xml-feed.ts';

/**
 * Asked for each activity of a file that holds thousands, before the next is made: what it gives stands for it, so that
 * tracks need not lie in memory together.
 */
export type Settle = (activity: ReadActivity) => ReadActivity;

export const asItIs: Settle = (activity) => activity;

export interface ActivityReader extends XmlHandler {
  /**
   * The activities heard so far, points that were not closed left out.
   * @param fileName may name a sport where nothing in the file does
   */
  activities(fileName: string, settle: Settle): readonly ReadActivity[];
  /** What to say when there are none. */
  readonly nothing: () => { readonly code: string; readonly reason: string };
}

/** What lies in a received file, under the name its sender gave it. */
import { type Found, walk } from '@kneewise/formats';
import type { InboxFile } from '@kneewise/store';

/** A zip gives each file within; whatever else it is gives itself. */
export const foundIn = (received: Pick<InboxFile, 'file' | 'path'>): AsyncIterable<Found> =>
  walk([{ path: received.file, displayName: received.path }]);

/** How many outcomes reading it will give. Opens folders and archives, reads no file in them. */
export async function countOf(found: AsyncIterable<Found>): Promise<number> {
  let count = 0;
  for await (const _ of found) count++;
  return count;
}

/** What lies in a received file, under the name its sender gave it. */
import { type Found, kindOfName, type Refusal, walk } from '@kneewise/formats';
import type { InboxFile } from '@kneewise/store';

/** A zip gives each file within; whatever else it is gives itself. A zip of nothing we read leaves a trace too. */
export const foundIn = (received: Pick<InboxFile, 'file' | 'path'>): AsyncIterable<Found> =>
  orNothingInside(walk([{ path: received.file, displayName: received.path }]), received.path);

/** Each path by itself: a zip among them that holds nothing is told. */
export async function* foundUnder(paths: readonly string[]): AsyncGenerator<Found> {
  for (const path of paths) yield* orNothingInside(walk([path]), path);
}

async function* orNothingInside(found: AsyncIterable<Found>, path: string): AsyncGenerator<Found> {
  let empty = true;
  for await (const one of found) {
    empty = false;
    yield one;
  }
  // A folder may well be empty; who hands over an archive expects something in it.
  if (empty && kindOfName(path) === 'zip') yield { kind: 'refused', path, refusal: NOTHING_INSIDE };
}

const NOTHING_INSIDE: Refusal = {
  code: 'nothing-inside',
  reason: 'Nothing in this archive is a recording: no FIT, TCX or GPX file lies in it.',
  byteOffset: null,
};

/** Our choice. */
const TOLD_EVERY = 100;

/** How many outcomes reading it will give. Opens folders and archives, reads no file in them. */
export async function countOf(
  found: AsyncIterable<Found>,
  tell: (soFar: number) => void = () => undefined,
): Promise<number> {
  let count = 0;
  for await (const _ of found) if (++count % TOLD_EVERY === 0) tell(count);
  return count;
}

/** An archive of small runs, the same every time, and what a store holds once it was imported without any fault. */
import { createHash } from 'node:crypto';
import { known, missing } from '@kneewise/engine';
import { writeActivity } from '@kneewise/formats/fit-writer';
import { importPaths } from '@kneewise/server/import-paths';
import { openStore, packTrack, type Store } from '@kneewise/store';
import { type Entry, writeZip } from '../write-zip.ts';
import { RUNNER } from './runner.ts';

const A_DAY_MS = 86_400_000;
const SECONDS = 900;

function run(day: number): Uint8Array {
  const column = (at: (second: number) => number): Float64Array =>
    Float64Array.from({ length: SECONDS + 1 }, (_, second) => at(second));
  return writeActivity({
    startAtMs: Date.UTC(2020, 0, 1, 7) + day * A_DAY_MS,
    utcOffsetMin: 60,
    sport: 'running',
    subSport: null,
    name: null,
    device: 'bench',
    distanceM: known(2.8 * SECONDS),
    movingS: known(SECONDS),
    elapsedS: SECONDS,
    ascentM: missing({ reason: 'not-recorded', what: 'ascent' }),
    descentM: missing({ reason: 'not-recorded', what: 'descent' }),
    pauses: [],
    track: {
      timeS: column((second) => second),
      distanceM: column((second) => 2.8 * second),
      speedMps: column((second) => 2.8 + Math.sin(day + second / 50) / 10),
      cadenceSpm: column((second) => 166 + 2 * Math.sin(second / (60 + day))),
      heartRateBpm: column((second) => 140 + ((second + day) % 7)),
    },
  });
}

/** `first` on, so many. */
export const runsOf = (first: number, count: number): Entry[] =>
  Array.from({ length: count }, (_, i) => ({ path: `activities/${first + i}.fit`, bytes: run(first + i) }));

export const writeArchive = (file: string, first: number, count: number): void => {
  writeZip(file, runsOf(first, count));
};

/** All that a store says of its runs, but for the ids it made up: equal texts are equal histories. */
export async function contentOf(store: Store): Promise<string> {
  const lines: string[] = [];
  for (const { id, startAtMs, path } of await store.names(RUNNER)) {
    const track = await store.track(RUNNER, id);
    const hash = createHash('sha256').update(track === null ? '' : packTrack(track));
    const sources = (await store.activity(RUNNER, id))?.sources.map(
      (source) => `${source.path} ${source.used}`,
    );
    lines.push(`${startAtMs} ${path} ${hash.digest('hex')} ${sources?.sort().join()}`);
  }
  return lines.sort().join('\n');
}

/** What the archive comes to where nothing goes wrong. */
export async function soundContent(archive: string, folder: string): Promise<string> {
  const store = await openStore(folder);
  try {
    await importPaths(store, RUNNER, [archive]);
    return await contentOf(store);
  } finally {
    await store.close();
  }
}

/** Folders of real FIT files for a test, made by the project's own simulator and writer. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeActivity } from '@kneewise/formats/fit-writer';
import { simulateOther, simulateRun } from '@kneewise/simulator';

const DAY_MS = 86_400_000;
const MORNING_MS = 7 * 3_600_000;
/** Four weeks, each of a short, a middle and a long run; the last is yesterday's. Days ago; metres */
const MONTH: readonly (readonly [daysAgo: number, distanceM: number])[] = [
  [27, 4000],
  [24, 5000],
  [22, 7000],
  [20, 4000],
  [17, 5000],
  [15, 7500],
  [13, 4000],
  [10, 5000],
  [8, 8000],
  [6, 4000],
  [3, 5000],
  [1, 10_000],
];

const morningOf = (daysAgo: number): number =>
  Math.floor(Date.now() / DAY_MS) * DAY_MS - daysAgo * DAY_MS + MORNING_MS;

const run = (startAtMs: number, distanceM: number, seed: number) =>
  simulateRun({
    seed,
    startAtMs,
    utcOffsetMin: 60,
    distanceM,
    speedMps: 2.8,
    cadenceLine: { spm: 166, atMps: 2.8, slopeSpmPerMps: 11 },
    legM: 0.9,
    outdoors: { stemShare: 0.2, routeSeed: 7, descentM: null },
    name: 'Simulated run',
  });

export interface Folder {
  readonly path: string;
  /** Its files, by their paths from the folder's parent. */
  readonly files: readonly { readonly name: string; readonly data: Uint8Array }[];
}

function folderOf(parent: string, name: string, files: Folder['files']): Folder {
  for (const file of files) {
    const path = join(parent, file.name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, file.data);
  }
  return { path: join(parent, name), files };
}

/** What `month` holds, by what should become of it. */
export const MONTH_HOLDS = { runs: MONTH.length, rides: 1, copies: 1, refused: 2, passedOver: 1 } as const;

/** A month of running, with what a real folder has beside: a ride, a copy, an empty file, a photo, a note. */
export function month(parent: string): Folder {
  const runs = MONTH.map(([daysAgo, distanceM], index) => ({
    name: `watch/run-${String(index + 1).padStart(2, '0')}.fit`,
    data: writeActivity(run(morningOf(daysAgo), distanceM, index + 1)),
  }));
  const ride = simulateOther({
    seed: 99,
    startAtMs: morningOf(5),
    utcOffsetMin: 60,
    sport: 'cycling',
    distanceM: 12_000,
    name: 'Simulated ride',
  });
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1]);
  return folderOf(parent, 'watch', [
    ...runs,
    { name: 'watch/ride.fit', data: writeActivity(ride) },
    { name: 'watch/older/run-01-copy.fit', data: runs[0]?.data ?? new Uint8Array() },
    { name: 'watch/empty.fit', data: new Uint8Array() },
    { name: 'watch/photo.fit', data: jpeg },
    { name: 'watch/notes.txt', data: new TextEncoder().encode('Bought new laces.') },
  ]);
}

/** Many runs, one a day, alike but for their day: something that takes a while to read. */
export function manyRuns(parent: string, count: number): Folder {
  const recording = run(0, 3000, 5);
  return folderOf(
    parent,
    'many',
    Array.from({ length: count }, (_, index) => ({
      name: `many/run-${String(index + 1).padStart(3, '0')}.fit`,
      data: writeActivity({ ...recording, startAtMs: morningOf(count - index) }),
    })),
  );
}

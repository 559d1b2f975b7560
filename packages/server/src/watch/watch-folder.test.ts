import assert from 'node:assert/strict';
import { appendFile, mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@kneewise/store';
import { gpx } from '../testing/gpx.ts';
import { sharedPool, withFolder } from '../testing/open-house.ts';
import { storedZip } from '../testing/zip.ts';
import { isOnItsWay } from './look-at-folder.ts';
import { watchFolder, type WatchEvent } from './watch-folder.ts';

const run = (day: number) => gpx({ start: `2026-11-${String(day).padStart(2, '0')}T08:00:00Z`, minutes: 10 });
/** Short, so that the test is; a slow machine only makes it longer. */
const SETTLE_MS = 60;

interface Watching {
  readonly events: WatchEvent[];
  /** Waits until that has been told so many times. */
  told(kind: WatchEvent['kind'], times?: number): Promise<void>;
  stop(): Promise<void>;
}

async function watching(data: string, folder: string): Promise<Watching> {
  const store = await openStore(data);
  const events: WatchEvent[] = [];
  const stop = new AbortController();
  const watch = watchFolder({
    store,
    runnerId: 'me',
    folder,
    signal: stop.signal,
    settleMs: SETTLE_MS,
    pool: sharedPool,
    onEvent: (event) => events.push(event),
  });
  return {
    events,
    async told(kind, times = 1) {
      while (events.filter((event) => event.kind === kind).length < times)
        await Promise.race([sleep(10), watch.then(() => assert.fail('it ended by itself'))]);
    },
    async stop() {
      stop.abort();
      await watch;
      await store.close();
    },
  };
}

const imported = ({ events }: Watching): (readonly [string | undefined, string])[] =>
  events.flatMap((event) =>
    event.kind === 'imported'
      ? event.outcomes.map(({ path, outcome }) => [path.split('/').at(-1), outcome] as const)
      : [],
  );

const inFolders = (work: (data: string, folder: string) => Promise<void>): Promise<void> =>
  withFolder(async (parent) => {
    const folder = join(parent, 'watched');
    await mkdir(folder);
    await work(join(parent, 'data'), folder);
  });

describe('a watched folder', () => {
  it('brings what is there and what appears: files, folders, zips, what is renamed into place', () =>
    inFolders(async (data, folder) => {
      await writeFile(join(folder, 'a.gpx'), run(1));
      const watch = await watching(data, folder);
      await watch.told('imported', 1);
      await writeFile(join(folder, 'photo.jpg'), 'passed over');
      await writeFile(join(folder, 'b.gpx.crdownload'), run(2));
      await sleep(4 * SETTLE_MS);
      assert.deepEqual(imported(watch), [['a.gpx', 'added']]);
      await rename(join(folder, 'b.gpx.crdownload'), join(folder, 'b.gpx'));
      await watch.told('imported', 2);
      await mkdir(join(folder, 'in/deep'), { recursive: true });
      await writeFile(join(folder, 'in/deep/c.gpx'), run(3));
      await watch.told('imported', 3);
      await writeFile(join(folder, 'd.zip'), storedZip([{ path: 'd.gpx', bytes: run(4) }]));
      await watch.told('imported', 4);
      await watch.stop();
      assert.deepEqual(imported(watch), [
        ['a.gpx', 'added'],
        ['b.gpx', 'added'],
        ['c.gpx', 'added'],
        ['d.gpx', 'added'],
      ]);
      assert.equal(watch.events[0]?.kind, 'watching');
    }));

  it('waits while a file grows, and takes it once it is complete', () =>
    inFolders(async (data, folder) => {
      const watch = await watching(data, folder);
      const bytes = run(1);
      const file = join(folder, 'slow.gpx');
      const piece = Math.ceil(bytes.length / 12);
      for (let at = 0; at < bytes.length; at += piece) {
        await appendFile(file, bytes.subarray(at, at + piece));
        // Coarse clocks of disks may give two writes one time; the size tells them apart.
        await sleep(SETTLE_MS / 3);
      }
      await watch.told('imported');
      await watch.stop();
      assert.deepEqual(imported(watch), [['slow.gpx', 'added']]);
      assert.ok(watch.events.some(({ kind }) => kind === 'waiting'));
    }));

  it('imports nothing again after a restart, only what came or changed meanwhile', () =>
    inFolders(async (data, folder) => {
      await writeFile(join(folder, 'a.gpx'), run(1));
      await writeFile(join(folder, 'b.zip'), storedZip([{ path: 'b.gpx', bytes: run(2) }]));
      const first = await watching(data, folder);
      await first.told('imported');
      await first.stop();
      const second = await watching(data, folder);
      await sleep(4 * SETTLE_MS);
      assert.deepEqual(second.events, [{ kind: 'watching', known: 2 }]);
      await second.stop();
      await writeFile(join(folder, 'c.gpx'), run(3));
      await writeFile(join(folder, 'a.gpx'), run(4));
      await utimes(join(folder, 'a.gpx'), 1, 1);
      const third = await watching(data, folder);
      await third.told('imported');
      await third.stop();
      assert.deepEqual(imported(third), [
        ['a.gpx', 'added'],
        ['c.gpx', 'added'],
      ]);
      const store = await openStore(data);
      assert.equal((await store.batches('me', 9)).length, 2);
      await store.close();
    }));

  it('says when the folder is gone, and goes on when it is back', () =>
    inFolders(async (data, folder) => {
      const watch = await watching(data, folder);
      await watch.told('watching');
      await rename(folder, `${folder}-away`);
      await watch.told('gone');
      await rename(`${folder}-away`, folder);
      await watch.told('back');
      await writeFile(join(folder, 'a.gpx'), run(1));
      await watch.told('imported');
      await rm(folder, { recursive: true });
      await watch.told('gone', 2);
      await watch.stop();
      assert.deepEqual(imported(watch), [['a.gpx', 'added']]);
    }));

  it('that is not there at the start is said at once', () =>
    inFolders(async (data, folder) => {
      const watch = watching(data, join(folder, 'no-such'));
      await assert.rejects((await watch).stop(), /There is no folder .*no-such to watch/);
    }));
});

it('what is on its way is told by its name', () => {
  for (const name of [
    'a.fit.part',
    'a.zip.crdownload',
    '.a.fit.Xy12',
    '.syncthing.a.fit.tmp',
    '~$a.gpx',
    'a.gpx~',
  ])
    assert.equal(isOnItsWay(name), true, name);
  for (const name of ['a.fit', 'party.gpx', 'a.b.zip', 'tmp.tcx'])
    assert.equal(isOnItsWay(name), false, name);
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { withFolder } from '../testing/open-house.ts';
import { takeLease } from './lease.ts';

describe('lease', () => {
  it('is held by one at a time, and free again once released', () =>
    withFolder(async (folder) => {
      const held = await takeLease(folder);
      assert.equal(held?.takenOver, false);
      assert.equal(await takeLease(folder), null);
      await held?.release();
      const next = await takeLease(folder);
      assert.notEqual(next, null);
      await next?.release();
    }));

  it('passes at once from a process that is gone', () =>
    withFolder(async (folder) => {
      const { pid } = spawnSync(process.execPath, ['-e', '']);
      await writeFile(join(folder, 'import.lease'), `${pid} left-behind`);
      const taken = await takeLease(folder);
      assert.equal(taken?.takenOver, true);
      await taken?.release();
    }));

  it('passes from a process that renewed it 11 s ago and not from one that did 5 s ago', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'import.lease');
      const renewed = async (secondsAgo: number): Promise<void> => {
        // A process that lives: this one’s parent.
        await writeFile(file, `${process.ppid} somebody`);
        const then = new Date(Date.now() - secondsAgo * 1000);
        await utimes(file, then, then);
      };
      await renewed(5);
      assert.equal(await takeLease(folder), null);
      await renewed(11);
      const taken = await takeLease(folder);
      assert.equal(taken?.takenOver, true);
      await taken?.release();
    }));

  it('passes where its time lies 11 s ahead, as a clock that was set leaves it, and not where it lies 5 s ahead', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'import.lease');
      await writeFile(file, `${process.ppid} somebody`);
      for (const [secondsAhead, free] of [
        [5, false],
        [11, true],
        [86_400, true],
      ] as const) {
        await writeFile(file, `${process.ppid} somebody`);
        const then = new Date(Date.now() + secondsAhead * 1000);
        await utimes(file, then, then);
        const taken = await takeLease(folder);
        assert.equal(taken !== null, free, String(secondsAhead));
        await taken?.release();
      }
    }));

  it('passes where nobody renewed it in more than 10 s of waiting, whatever its time says', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'import.lease');
      let waitedMs = 0;
      const take = () => takeLease(folder, 'import.lease', () => waitedMs);
      const renew = async (ahead: number): Promise<void> => {
        await writeFile(file, `${process.ppid} somebody`);
        const then = new Date(Date.now() + ahead);
        await utimes(file, then, then);
      };
      await renew(5_000);
      assert.equal(await take(), null);
      waitedMs = 10_000;
      assert.equal(await take(), null);
      await renew(6_000);
      waitedMs = 10_001;
      assert.equal(await take(), null);
      waitedMs = 20_001;
      assert.equal(await take(), null);
      waitedMs = 20_002;
      const taken = await take();
      assert.equal(taken?.takenOver, true);
      await taken?.release();
    }));

  it('goes to exactly one of many that ask at once', () =>
    withFolder(async (folder) => {
      const taken = await Promise.all(Array.from({ length: 20 }, () => takeLease(folder)));
      const holders = taken.filter((lease) => lease !== null);
      assert.equal(holders.length, 1);
      await holders[0]?.release();
    }));

  it('keeps leases of other names apart', () =>
    withFolder(async (folder) => {
      const a = await takeLease(folder, 'a.lease');
      const b = await takeLease(folder, 'b.lease');
      assert.ok(a !== null && b !== null);
      await a.release();
      assert.equal(await takeLease(folder, 'b.lease'), null);
      await b.release();
    }));
});

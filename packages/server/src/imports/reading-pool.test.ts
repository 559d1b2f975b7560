import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gpx } from '../testing/gpx.ts';
import { sharedPool, withFolder } from '../testing/open-house.ts';
import type { FileToRead } from './read-one.ts';
import { readingPool } from './reading-pool.ts';

const small = (minute: number): FileToRead => ({
  path: `${minute}.gpx`,
  content: gpx({ start: `2026-11-02T08:0${minute}:00Z`, minutes: 20 }),
});

/** A pipe that nobody writes to: reading it never ends. */
function endless(folder: string): { file: FileToRead; end: () => void } {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const writer = createWriteStream(pipe);
  writer.on('error', () => undefined);
  return {
    file: { path: 'endless.gpx', content: { onDisk: pipe, sizeBytes: 1 } },
    end: () => writer.destroy(),
  };
}

const noPipes = process.platform === 'win32' ? 'needs a pipe with a name' : false;

describe('reading threads', () => {
  it('give up a file that takes too long, and read those that waited behind it', { skip: noPipes }, () =>
    withFolder(async (folder) => {
      // By size, so that only the endless file, which states one byte, is near its limit on any machine.
      const pool = readingPool(1, { msPerFile: 100, msPerByte: 20 });
      const { file, end } = endless(folder);
      try {
        const order: string[] = [];
        const read = async (one: FileToRead) => {
          const gave = await pool.read(one, { wantTracks: false });
          order.push(one.path);
          return gave;
        };
        const [before, stuck, ...after] = await Promise.all([small(0), file, small(1), small(2)].map(read));
        assert.equal(before?.refusal, null);
        assert.equal(stuck?.refusal?.code, 'took-too-long');
        assert.match(stuck?.refusal?.reason ?? '', /given up after 1 s/);
        assert.equal(stuck?.contentHash, '');
        assert.deepEqual(
          after.map(({ refusal, activities }) => [refusal, activities.length]),
          [
            [null, 1],
            [null, 1],
          ],
        );
        assert.deepEqual(order, ['0.gpx', 'endless.gpx', '1.gpx', '2.gpx']);
      } finally {
        await pool.close();
        end();
      }
    }),
  );

  it('take no file once they are closed, and let none wait for ever', async () => {
    const pool = readingPool(1);
    const pending = [small(0), small(1)].map((file) => pool.read(file, { wantTracks: false }));
    const settled = Promise.allSettled(pending);
    await pool.close();
    await settled;
    await assert.rejects(pool.read(small(2), { wantTracks: false }), /closed/);
  });

  it('pack tracks where these are wanted and leave them out where not', async () => {
    const [kept] = (await sharedPool.read(small(0), { wantTracks: true })).activities;
    assert.ok((kept?.packed?.bytes.length ?? 0) > 0);
    assert.equal(kept?.recording.track.timeS.length, 0);
    const [left] = (await sharedPool.read(small(0), { wantTracks: false })).activities;
    assert.equal(left?.packed, undefined);
  });
});

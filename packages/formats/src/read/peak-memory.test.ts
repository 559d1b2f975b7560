import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const READS = fileURLToPath(new URL('../testing/peak-memory-of-gpx.ts', import.meta.url));
const SMALL_MB = 3;
const LARGE_MB = 30;

/** A young generation of fixed size, so that only what is kept makes a difference. */
async function peak(megabytes: number): Promise<{ points: number; peakMb: number }> {
  const args = ['--max-semi-space-size=1', READS, String(megabytes)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as { points: number; peakMb: number };
}

describe('the memory that reading takes', () => {
  it('grows by less than half of what a GPX grows by: its text is never held', async () => {
    const small = await peak(SMALL_MB);
    const large = await peak(LARGE_MB);
    assert.ok(large.points > 9 * small.points);
    const grownMb = large.peakMb - small.peakMb;
    assert.ok(grownMb < (LARGE_MB - SMALL_MB) / 2, `${grownMb} MB more`);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { SourceDamage } from './source-damage.ts';
import { ungzip, ungzipAtOnce } from './ungzip.ts';

const LIMIT = 1 << 30;

/** What comes out of `bytes` cut into pieces of `size`, and the code of what ended it. */
async function undone(bytes: Uint8Array, size: number): Promise<{ out: Buffer; code: string | null }> {
  // eslint-disable-next-line typescript/require-await
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const out: Uint8Array[] = [];
  try {
    for await (const piece of ungzip(pieces(), LIMIT)) out.push(piece);
  } catch (error) {
    assert.ok(error instanceof SourceDamage && !error.fatal);
    return { out: Buffer.concat(out), code: error.code };
  }
  return { out: Buffer.concat(out), code: null };
}

describe('gzip undone as a stream', () => {
  it('gives back every byte of every member, whatever follows and however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 300, size: 'max' }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', 'x', '\0', '\0\0y', 'garbage'),
        fc.integer({ min: 1, max: 200 }),
        async (members, behind, size) => {
          const packed = Buffer.concat([...members.map((member) => gzipSync(member)), Buffer.from(behind)]);
          const { out, code } = await undone(packed, size);
          assert.deepEqual(out, Buffer.concat(members));
          assert.equal(code, /[^\0]/.test(behind) ? 'trailing-bytes' : null);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is damaged wherever it is cut inside a member', async () => {
    const packed = gzipSync('a run of an hour '.repeat(20));
    for (let at = 2; at < packed.length; at++)
      assert.equal((await undone(packed.subarray(0, at), 7)).code, 'damaged-gzip', `cut at ${at}`);
    assert.equal((await undone(packed, 7)).code, null);
  });

  it('at once agrees with it, and leaves to it what is followed by other bytes', () => {
    const packed = gzipSync('a run');
    assert.deepEqual(Buffer.from(ungzipAtOnce(packed) ?? []), Buffer.from('a run'));
    for (const behind of ['x', '\0\0x'])
      assert.equal(ungzipAtOnce(Buffer.concat([packed, Buffer.from(behind)])), null);
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openZip } from '@kneewise/formats/open-zip';
import fc from 'fast-check';
import { allBytes } from '../testing/sources.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { storedZipLength, zipBytes, type ZipPart } from './zip-bytes.ts';

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
const MADE = new Date(2026, 10, 24, 18, 30, 8);

describe('a zip as a stream', () => {
  it('is read back entry by entry, stored and packed, whatever their names and sizes', async (t) => {
    const folder = await temporaryFolder(t);
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.record({
            name: fc.stringMatching(/^[a-zäß 🏃]{1,12}(\/[a-z]{1,3})?$/u),
            bytes: fc.uint8Array({ maxLength: 5000 }),
            pack: fc.boolean(),
          }),
          { selector: ({ name }) => name, maxLength: 5 },
        ),
        async (files) => {
          const parts: ZipPart[] = files.map(({ name, bytes, pack }) => ({
            name,
            bytes: inPieces(bytes, 700),
            pack,
          }));
          const path = join(folder, `${round++}.zip`);
          const whole = await allBytes(zipBytes(parts));
          await writeFile(path, whole);
          const zip = await openZip(path);
          assert.ok(zip !== null);
          assert.deepEqual(
            zip.entries.map(({ name, sizeBytes }) => ({ name, sizeBytes })),
            files.map(({ name, bytes }) => ({ name, sizeBytes: bytes.length })),
          );
          for (const { name, bytes } of files)
            assert.deepEqual(Buffer.from(await allBytes(zip.bytes(name))), Buffer.from(bytes));
          await zip.close();
          if (files.every(({ pack }) => !pack))
            assert.equal(
              whole.length,
              storedZipLength(files.map(({ name, bytes }) => ({ name, size: bytes.length }))),
            );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is read by other programs too', async (t) => {
    const folder = await temporaryFolder(t);
    const path = join(folder, 'a.zip');
    await writeFile(
      path,
      await allBytes(
        zipBytes([
          { name: 'stored.txt', bytes: new TextEncoder().encode('as it is'), pack: false, madeAt: MADE },
          { name: 'in/packed.txt', bytes: new TextEncoder().encode('x'.repeat(100_000)), pack: true },
        ]),
      ),
    );
    const python = `
import sys, zipfile
zip = zipfile.ZipFile(sys.argv[1])
assert zip.testzip() is None
print([(i.filename, i.file_size, i.date_time) for i in zip.infolist()])`;
    let said: string;
    try {
      said = execFileSync('python3', ['-c', python, path], { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return t.skip('needs python3');
      throw error;
    }
    assert.equal(
      said.trim(),
      "[('stored.txt', 8, (2026, 11, 24, 18, 30, 8)), ('in/packed.txt', 100000, (1980, 1, 1, 0, 0, 0))]",
    );
  });

  it('throws what reading a part throws', async () => {
    async function* breaks(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(10);
      throw new Error('the disk failed');
    }
    for (const pack of [true, false])
      await assert.rejects(allBytes(zipBytes([{ name: 'a', bytes: breaks(), pack }])), /the disk failed/);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readSource } from '../read/read-source.ts';
import type { Found } from '../source.ts';
import { gpxTrack, gpxXml, running } from '../testing/write-xml.ts';
import { writeZip, type ZipPart } from '../testing/write-zip.ts';
import { newBudget } from './budget.ts';
import { memoryRange } from './byte-range.ts';
import { walkPassing } from './walk-passing.ts';
import { walkZip } from './walk-zip.ts';

const RUN = gpxXml(gpxTrack([running(30)]));

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const passing = (zip: Uint8Array, size = 1000, budget = newBudget()): AsyncGenerator<Found> =>
  walkPassing(
    () => inPieces(zip, size),
    'a.zip',
    budget,
    (inner, name) => walkZip(inner, name, 2, budget, () => Promise.resolve(inner)),
  );

/** Each find, with the hash of its bytes. */
async function told(found: AsyncIterable<Found>): Promise<string[]> {
  const lines: string[] = [];
  for await (const one of found)
    if (one.kind === 'refused') lines.push(`${one.path}: ${one.refusal.code}`);
    else
      lines.push(
        `${one.file.path}: ${one.file.sizeBytes} ${(await readSource(one.file)).contentHash.slice(0, 8)}`,
      );
  return lines;
}

describe('a zip read in passing', () => {
  it('gives what its list of contents would give, however it was written and comes', async () => {
    const part = fc.record({
      name: fc.constantFrom('a.gpx', 'b/c.gpx', 'd.txt', 'inner.zip', 'e.gpx.gz', '__MACOSX/._a.gpx', 'x/'),
      fill: fc.integer({ min: 0, max: 40_000 }),
      stored: fc.boolean(),
      lengthFollows: fc.constantFrom(undefined, 'marked', 'unmarked', 'long'),
    });
    const zips = fc.array(part, { maxLength: 6 }).map((parts) =>
      parts.map(({ name, fill, stored, lengthFollows }, i): ZipPart => {
        const data =
          name === 'inner.zip'
            ? writeZip([{ name: 'z.gpx', data: RUN }])
            : name === 'x/'
              ? ''
              : `${RUN}<!--${'ab1'.repeat(fill)}-->`;
        return {
          name: name.includes('/') ? name : `${i}${name}`,
          data,
          stored,
          ...(!stored && lengthFollows !== undefined && { lengthFollows }),
        };
      }),
    );
    await fc.assert(
      fc.asyncProperty(zips, fc.integer({ min: 50, max: 70_000 }), async (parts, size) => {
        const zip = writeZip(parts);
        const range = memoryRange(zip);
        const listed = await told(walkZip(range, 'a.zip', 1, newBudget(), () => Promise.resolve(range)));
        assert.deepEqual((await told(passing(zip, size))).toSorted(), listed.toSorted());
      }),
      { numRuns: 60 },
    );
  });
  it('opens a large entry again from the beginning, and only that entry', async () => {
    const large = `${RUN}<!--${Array.from({ length: 2_000_000 }, (_, i) => i.toString(36)).join('')}-->`;
    const zip = writeZip([
      { name: 'first.gpx', data: RUN },
      { name: 'large.gpx', data: large, lengthFollows: 'marked' },
      { name: 'last.gpx', data: RUN },
    ]);
    const lines = await told(passing(zip, 50_000));
    const range = memoryRange(zip);
    assert.deepEqual(
      lines,
      (await told(walkZip(range, 'a.zip', 1, newBudget(), () => Promise.resolve(range)))).toSorted(),
    );
  });
  it('says where it breaks off and keeps what stood before', async () => {
    const zip = writeZip([
      { name: 'a.gpx', data: RUN },
      { name: 'b.gpx', data: RUN },
    ]);
    const [first, second, ...others] = await told(passing(zip.subarray(0, 800)));
    assert.match(first ?? '', /a\.gpx: \d+ /);
    assert.deepEqual([second, others], ['a.zip: damaged-zip', []]);
  });
  it('passes over the encrypted and the unsafe with a word, and reads on', async () => {
    const zip = writeZip([
      { name: 'a.gpx', data: RUN, encrypted: true },
      { name: '../b.gpx', data: RUN },
      { name: 'c.gpx', data: RUN },
    ]);
    const lines = await told(passing(zip));
    assert.deepEqual(lines.slice(0, 2), ['a.zip!/a.gpx: encrypted', 'a.zip!/../b.gpx: unsafe-path']);
    assert.equal(lines.length, 3);
  });
  it('stops at a bomb, at too many entries and at more bytes than an archive may hold', async () => {
    const bomb = writeZip([{ name: 'a.gpx', data: Buffer.alloc(64 * 1024 * 1024) }]);
    assert.deepEqual(await told(passing(bomb, 65_536)), ['a.zip: zip-bomb']);
    const two = writeZip([
      { name: 'a.gpx', data: RUN },
      { name: 'b.gpx', data: RUN },
    ]);
    assert.equal((await told(passing(two, 1000, { leftEntries: 1, leftBytes: 1e9 })))[1], 'a.zip: too-large');
    assert.deepEqual(await told(passing(two, 1000, { leftEntries: 9, leftBytes: 100 })), [
      'a.zip!/a.gpx: too-large',
    ]);
  });
  it('says so where an entry is packed in a way that cannot be undone', async () => {
    assert.deepEqual(await told(passing(writeZip([{ name: 'a.gpx', data: RUN, method: 12 }]))), [
      'a.zip: unsupported-zip',
    ]);
  });
});

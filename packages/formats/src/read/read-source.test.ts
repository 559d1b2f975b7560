import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { crc32, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { SourceFile } from '../source.ts';
import { codesOf, onlyActivity, refusalOf } from '../testing/read-text.ts';
import { gpxTrack, gpxXml, running, type XmlPoint } from '../testing/write-xml.ts';
import { KEEP_ORIGINAL_BYTES, LARGEST_XML_BYTES } from './limits.ts';
import { readBytes, readSource } from './read-source.ts';

const RUN = Buffer.from(gpxXml(gpxTrack([running(120)])));

const wandering = (seconds: number): XmlPoint[] =>
  Array.from({ length: seconds }, (_, s) => ({ s, lat: 50 + Math.sin(s) / 1e4, lon: 7 }));

const source = (path: string, ...pieces: readonly Uint8Array[]): SourceFile => ({
  path,
  sizeBytes: null,
  // eslint-disable-next-line typescript/require-await
  async *open() {
    yield* pieces;
  },
});

const crcLow = (...parts: readonly Buffer[]): number => crc32(Buffer.concat(parts)) & 0xff;
const crcHigh = (...parts: readonly Buffer[]): number => (crc32(Buffer.concat(parts)) >>> 8) & 0xff;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('reading one source', () => {
  it('gives the hash of the unpacked content and the bytes as they came', async () => {
    const packed = gzipSync(RUN);
    for (const [name, bytes] of [
      ['a.gpx', RUN],
      ['a.gpx.gz', packed],
    ] as const) {
      const read = await readSource(source(name, bytes));
      assert.ok(read.result.ok);
      assert.equal(read.contentHash, sha256(RUN));
      assert.deepEqual(Buffer.from(read.originalBytes ?? []), Buffer.from(bytes));
    }
  });

  it('comes to the same however the bytes are cut into pieces', async () => {
    const whole = await readSource(source('a.gpx', RUN));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 30 }),
        async (sizes) => {
          const pieces: Uint8Array[] = [];
          let at = 0;
          for (let i = 0; at < RUN.length; i++) {
            const size = sizes[i % sizes.length] ?? 1;
            pieces.push(RUN.subarray(at, at + size));
            at += size;
          }
          const read = await readSource(source('a.gpx', ...pieces));
          assert.deepEqual(read.result, whole.result);
          assert.equal(read.contentHash, whole.contentHash);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('tells the kind by content before the name', async () => {
    assert.ok((await readSource(source('really-gpx.fit', RUN))).result.ok);
    assert.ok((await readSource(source('no-ending', gzipSync(RUN)))).result.ok);
    const code = async (name: string, text: string | Uint8Array): Promise<string> =>
      refusalOf((await readSource(source(name, Buffer.from(text)))).result).code;
    assert.equal(await code('photo.fit', Buffer.from('ffd8ffe000104a46494600010101', 'hex')), 'not-fit');
    assert.equal(await code('photo.gpx', Buffer.from('ffd8ffe000104a46494600010101', 'hex')), 'not-xml');
    assert.equal(await code('a.gpx', ''), 'empty-file');
    assert.equal(await code('a.fit', ''), 'empty-file');
    assert.equal(await code('a.gpx.gz', gzipSync('')), 'empty-file');
    assert.equal(await code('a.gpx', 'PK\u0003\u0004'), 'is-a-zip');
    assert.equal(await code('a.dat', 'hello'), 'unknown-kind');
    assert.equal(await code('a.gpx', '<html><body/></html>'), 'unknown-xml');
  });

  it('takes a sport from the name of the file, never from its folder', async () => {
    const untyped = Buffer.from(gpxXml(gpxTrack([running(5)], '')));
    for (const [path, sport] of [
      ['my runs/ride.gpx', 'cycling'],
      ['x.zip!/runs/1.gpx', 'unknown'],
    ] as const) {
      const { result } = await readSource(source(path, untyped));
      assert.equal(result.ok ? result.activities[0]?.recording.sport : null, sport);
    }
  });

  it('hashes a file it refuses, to its end', async () => {
    const bytes = Buffer.concat([Buffer.from('<html>'), Buffer.alloc(100_000, 'x')]);
    assert.equal((await readSource(source('a.gpx', bytes))).contentHash, sha256(bytes));
  });

  it('keeps the points before the place where a gzip is cut or damaged, with a warning', async () => {
    // Long, and of digits that pack badly, so that the first half unpacks to something.
    const long = Buffer.from(gpxXml(gpxTrack([wandering(4000)])));
    const packed = gzipSync(long);
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, packed.length >> 1, (packed.length >> 1) + 8);
    for (const bytes of [packed.subarray(0, packed.length >> 1), damaged]) {
      const { result } = await readSource(source('a.gpx.gz', bytes));
      assert.ok(result.ok);
      const [activity] = result.activities;
      assert.deepEqual(activity?.warnings.map(({ code }) => code).sort(), ['damaged-gzip', 'truncated']);
      assert.ok((activity?.recording.track.timeS.length ?? 0) > 1000);
    }
  });

  it('reads a gzip to its end and says that other bytes follow it, however it is cut into pieces', async () => {
    const text = gpxXml(gpxTrack([wandering(6000)]));
    const packed = gzipSync(text);
    for (const [behind, codes] of [
      [Buffer.from('garbage'), ['trailing-bytes']],
      [Buffer.from('\0\0x'), ['trailing-bytes']],
      [Buffer.alloc(1000, 'x'), ['trailing-bytes']],
      [Buffer.alloc(1000), []],
      [Buffer.alloc(0), []],
    ] as const) {
      for (const size of [1000, 4096, Infinity]) {
        const bytes = Buffer.concat([packed, behind]);
        const pieces: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += size)
          pieces.push(bytes.subarray(at, Math.min(bytes.length, at + size)));
        const read = await readSource(source('a.gpx.gz', ...pieces));
        assert.equal(read.contentHash, sha256(Buffer.from(text)));
        const activity = onlyActivity(read.result);
        assert.equal(activity.recording.track.timeS.length, 6000);
        assert.deepEqual(codesOf(activity), codes);
      }
    }
  });

  it('reads the members of a gzip one behind the other, headers of every kind', async () => {
    const text = gpxXml(gpxTrack([wandering(6000)]));
    const [first, second] = [gzipSync(text.slice(0, 70_000)), gzipSync(text.slice(70_000))];
    // Extra field, name, remark and header checksum (RFC 1952).
    const flags = Buffer.from(second.subarray(0, 10));
    flags[3] = 2 + 4 + 8 + 16;
    const words = Buffer.from('\u0003\0abcname\0remark\0', 'latin1');
    const dressed = Buffer.concat([
      flags,
      words,
      Buffer.from([crcLow(flags, words), crcHigh(flags, words)]),
      second.subarray(10),
    ]);
    for (const tail of [second, dressed]) {
      for (const behind of ['', 'garbage']) {
        const bytes = Buffer.concat([first, tail, Buffer.from(behind)]);
        const read = await readSource(source('a.gpx.gz', bytes));
        assert.equal(read.contentHash, sha256(Buffer.from(text)));
        assert.deepEqual(codesOf(onlyActivity(read.result)), behind === '' ? [] : ['trailing-bytes']);
      }
    }
  });

  it('says so where a gzip is not what its checksum says', async () => {
    const packed = Buffer.from(gzipSync(RUN));
    packed[packed.length - 6] = (packed[packed.length - 6] ?? 0) ^ 1;
    const activity = onlyActivity((await readSource(source('a.gpx.gz', packed))).result);
    assert.deepEqual(codesOf(activity), ['damaged-gzip']);
    assert.equal(activity.recording.track.timeS.length, 120);
  });

  it('refuses a gzip with nothing sound in it', async () => {
    const { result } = await readSource(source('a.gpx.gz', Buffer.from('1f8b0800ffffffff', 'hex')));
    assert.equal(refusalOf(result).code, 'damaged-gzip');
  });

  it('stops a gzip that unpacks to more than 250 times its size, from 4 MiB on', async () => {
    for (const [mebibytes, code] of [
      [3, 'no-activity'],
      [5, 'zip-bomb'],
      [80, 'zip-bomb'],
    ] as const) {
      const packed = gzipSync(`<gpx>${' '.repeat(mebibytes << 20)}</gpx>`);
      assert.equal(refusalOf((await readSource(source('a.gpx.gz', packed))).result).code, code);
    }
  });

  it('stops reading at 1 GiB of one TCX or GPX', async () => {
    const piece = Buffer.alloc(16 << 20, '<');
    let asked = 0;
    const endless: SourceFile = {
      path: 'a.gpx',
      sizeBytes: null,
      // eslint-disable-next-line typescript/require-await
      async *open() {
        for (; asked < 1000; asked++) yield piece;
      },
    };
    assert.equal(refusalOf((await readSource(endless)).result).code, 'too-large');
    assert.equal(asked, LARGEST_XML_BYTES / piece.length);
  });

  it('gives no original of a file above 8 MiB, which can be opened again', async () => {
    const element = '<x a="0123456"/>';
    const room = KEEP_ORIGINAL_BYTES - RUN.length;
    const padding = element.repeat(Math.floor(room / element.length)) + ' '.repeat(room % element.length);
    const below = Buffer.from(RUN.toString().replace('</gpx>', `${padding}</gpx>`));
    assert.equal((await readSource(source('a.gpx', below))).originalBytes?.length, KEEP_ORIGINAL_BYTES);
    const above = await readSource(source('a.gpx', below, Buffer.from('\n')));
    assert.ok(above.result.ok);
    assert.equal(above.originalBytes, undefined);
    assert.equal(above.contentHash, sha256(Buffer.concat([below, Buffer.from('\n')])));
  });

  it('makes a disk that fails a refusal', async () => {
    const failing: SourceFile = {
      path: 'a.gpx',
      sizeBytes: 1,
      // eslint-disable-next-line typescript/require-await, require-yield
      async *open(): AsyncGenerator<Uint8Array> {
        throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
      },
    };
    assert.equal(refusalOf((await readSource(failing)).result).code, 'unreadable');
  });

  it('never throws for any bytes under any name', () => {
    const names = fc.constantFrom('a.fit', 'a.tcx', 'a.gpx', 'a.gpx.gz', 'a');
    const starts = fc.constantFrom(
      '',
      '<gpx',
      '<?xml version="1.0"?><gpx>',
      '\u001f\u008b\b',
      '<TrainingCenterDatabase>',
    );
    fc.assert(
      fc.property(names, starts, fc.uint8Array({ maxLength: 300 }), (name, start, bytes) => {
        const result = readBytes(Buffer.concat([Buffer.from(start, 'latin1'), bytes]), name);
        return !result.ok && result.refusal.code !== '';
      }),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DEEPEST_JSON, type JsonEnd, jsonItems, LONGEST_ITEM_BYTES } from './json-items.ts';

function read(text: string, pieceBytes = Infinity): { items: unknown[]; end: JsonEnd } {
  const bytes = Buffer.from(text);
  const items: unknown[] = [];
  const feed = jsonItems('wanted', (item) => items.push(item));
  for (let at = 0; at < bytes.length; at += pieceBytes)
    if (!feed.write(bytes.subarray(at, Math.min(bytes.length, at + pieceBytes)))) break;
  return { items, end: feed.end() };
}

describe('jsonItems', () => {
  it('gives the objects of the arrays of that name and nothing else', () => {
    const text = JSON.stringify([
      {
        other: [{ a: 0 }],
        wanted: [{ a: 1, inner: [{ wanted: [{ no: 1 }] }] }, 7, 'wanted', { a: '}]"\\' }],
      },
      { wanted: [{ a: 3 }] },
      { text: 'wanted', x: [{ a: 4 }] },
    ]);
    assert.deepEqual(read(text), {
      items: [{ a: 1, inner: [{ wanted: [{ no: 1 }] }] }, { a: '}]"\\' }, { a: 3 }],
      end: { kind: 'complete' },
    });
  });
  it('gives the same however it is cut into pieces', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), value, { maxKeys: 3 })),
        fc.integer({ min: 1, max: 7 }),
        (wanted, size) => {
          // What an object says of itself under names of its prototype is no plain value any more.
          const text = JSON.stringify([{ before: wanted, wanted }]);
          assert.deepEqual(read(text, size).items, (JSON.parse(text) as [{ wanted: unknown[] }])[0].wanted);
        },
      ),
    );
  });
  it('gives what stood before the damage, and where that is', () => {
    assert.deepEqual(read('[{"wanted":[{"a":1},{"a":'), {
      items: [{ a: 1 }],
      end: { kind: 'truncated', byteOffset: 25 },
    });
    assert.deepEqual(read('[{"wanted":[{"a":1},{"a":}]}]'), {
      items: [{ a: 1 }],
      end: { kind: 'damaged', byteOffset: 25 },
    });
    assert.deepEqual(read('[{"wanted":[{"a":1}}]').end, { kind: 'damaged', byteOffset: 19 });
    assert.deepEqual(read('<html>').end, { kind: 'damaged', byteOffset: 0 });
    assert.deepEqual(read('').end, { kind: 'truncated', byteOffset: 0 });
  });
  it(`reads ${DEEPEST_JSON} levels, and stops at a hundred thousand`, () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    assert.deepEqual(read(nested(DEEPEST_JSON)).end, { kind: 'complete' });
    assert.deepEqual(read(nested(DEEPEST_JSON + 1)).end, { kind: 'too-deep', byteOffset: DEEPEST_JSON });
    assert.deepEqual(read(nested(100_000)).end, { kind: 'too-deep', byteOffset: DEEPEST_JSON });
  });
  it('holds no more than the longest object may take', () => {
    const feed = jsonItems('wanted', () => assert.fail('an endless object is never given'));
    feed.write(Buffer.from('[{"wanted":[{"a":"'));
    const piece = Buffer.alloc(1024 * 1024, 'x');
    let written = 0;
    while (feed.write(piece) && written < 1024) written++;
    // The piece that goes over it is the last one taken.
    assert.equal(written, LONGEST_ITEM_BYTES / piece.length - 1);
    assert.equal(feed.end().kind, 'too-long');
  });
});

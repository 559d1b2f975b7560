import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type CsvEnd, csvFeed, LONGEST_FIELD, MOST_COLUMNS } from './csv.ts';

function read(text: string | Uint8Array, pieceBytes = Infinity): { rows: string[][]; end: CsvEnd } {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  const rows: string[][] = [];
  const feed = csvFeed((row) => rows.push(row));
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    if (!feed.write(bytes.subarray(at, Math.min(bytes.length, at + pieceBytes)))) break;
  }
  return { rows, end: feed.end() };
}

const complete = { kind: 'complete' } as const;

describe('csvFeed', () => {
  it('reads quotes, doubled quotes, separators and line ends inside quotes', () => {
    assert.deepEqual(read('a,b\n"x, ""y""","1\r\n2"\r\n'), {
      rows: [
        ['a', 'b'],
        ['x, "y"', '1\r\n2'],
      ],
      end: complete,
    });
  });
  it('takes a semicolon or a tab as separator where the first line parts by it', () => {
    assert.deepEqual(read('a;b;"c,d"\n1,5;2;3').rows, [
      ['a', 'b', 'c,d'],
      ['1,5', '2', '3'],
    ]);
    assert.deepEqual(read('a\tb\n1\t2').rows, [
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
  it('reads UTF-16 with its mark as spreadsheets save it', () => {
    const bytes = Buffer.from('\uFEFFa\tö\n1\t2', 'utf16le');
    assert.deepEqual(read(bytes).rows, [
      ['a', 'ö'],
      ['1', '2'],
    ]);
  });
  it('passes over empty lines and a byte order mark, and keeps empty fields', () => {
    assert.deepEqual(read('\uFEFFa,b\n\n,\r\n\r\n1,').rows, [
      ['a', 'b'],
      ['', ''],
      ['1', ''],
    ]);
  });
  it('says that the last row is not whole where a quote is never closed', () => {
    const { rows, end } = read('a,b\n1,2\n3,"4\n5,6\n');
    assert.deepEqual(rows.length, 2);
    assert.deepEqual(end, { kind: 'truncated', row: 3 });
  });
  it(`reads ${MOST_COLUMNS} columns and no more`, () => {
    assert.deepEqual(read(Array(MOST_COLUMNS).fill('x').join(',')).end, complete);
    assert.deepEqual(
      read(
        Array(MOST_COLUMNS + 1)
          .fill('x')
          .join(','),
      ).end,
      { kind: 'too-wide', row: 1 },
    );
  });
  it(`reads a field of ${LONGEST_FIELD} characters and no longer one`, () => {
    assert.deepEqual(read(`a,b\n1,"${'x'.repeat(LONGEST_FIELD)}"`).end, complete);
    assert.deepEqual(read(`a,b\n1,"${'x'.repeat(LONGEST_FIELD + 1)}"`).end, { kind: 'too-long', row: 2 });
  });
  it('gives up ten million columns and an endless quote within a mebibyte', () => {
    const piece = Buffer.from(',x'.repeat(32 * 1024));
    for (const start of ['a', 'a,b\n"']) {
      const feed = csvFeed(() => assert.equal(start, 'a,b\n"'));
      assert.equal(feed.write(Buffer.from(start)), true);
      let taken = 0;
      while (feed.write(piece) && taken < 320) taken++;
      assert.ok(taken <= 17, `taken ${taken}`);
    }
  });
  it('reads back what was written, however it is cut into pieces', () => {
    const field = fc.string({
      unit: fc.constantFrom('a', 'ü', '"', ',', ';', '\n', '\r', ' ', '走'),
      maxLength: 6,
    });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, pieceBytes) => {
        const header = ['first', 'second', 'third', 'fourth', 'fifth'];
        const text = [header, ...rows]
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        assert.deepEqual(read(text, pieceBytes), { rows: [header, ...rows], end: complete });
      }),
    );
  });
});

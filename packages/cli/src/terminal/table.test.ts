import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellWidth, printable, shorten, table } from './table.ts';

describe('table', () => {
  it('aligns figures to the right under their head', () => {
    const rows = [
      { name: 'a.fit', km: '4.1' },
      { name: 'long-name.fit', km: '12.0' },
    ];
    assert.equal(
      table(rows, [
        { head: 'file', cell: (row) => row.name },
        { head: 'km', cell: (row) => row.km, align: 'right' },
      ]),
      'file             km\na.fit           4.1\nlong-name.fit  12.0',
    );
  });
  it('counts two cells for 走 and one for é', () => {
    assert.equal(cellWidth('走'), 2);
    assert.equal(cellWidth('e\u0301'), 1);
  });
  it('shows a file name’s escape codes instead of sending them', () => {
    assert.equal(printable('a\u001B[31m.fit'), 'a\\u001b[31m.fit');
    assert.equal(printable('x\u202Efit.exe'), 'x\\u202efit.exe');
  });
  it('keeps both ends of a long name', () => {
    assert.equal(shorten('2013-06-01-183220.TCX.gz', 11), '2013-…CX.gz');
    assert.equal(shorten('short', 11), 'short');
  });
});

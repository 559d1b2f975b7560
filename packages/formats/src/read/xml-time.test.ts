import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { xmlNumber } from './xml-number.ts';
import { statedOffsetMin, statesZone, xmlTimeMs } from './xml-time.ts';

describe('XML times', () => {
  it('are those of Date for any moment of four-digit years', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          assert.equal(xmlTimeMs(date.toISOString()), date.getTime());
        },
      ),
    );
  });

  it('apply the offset they state', () => {
    const utc = Date.UTC(2019, 5, 15, 9, 42, 23);
    for (const text of [
      '2019-06-15T11:42:23+02:00',
      '2019-06-15T06:12:23-0330',
      '2019-06-15T14:42:23+05',
      ' 2019-06-15 09:42:23Z\n',
    ]) {
      assert.equal(xmlTimeMs(text), utc);
    }
    assert.equal(xmlTimeMs('2019-06-15T09:42:23.4567Z'), utc + 457);
  });

  it('are not invented from what is no time', () => {
    for (const text of [
      '',
      'today',
      '2019-06-15',
      '2019-13-01T00:00:00Z',
      '2019-02-29T00:00:00Z',
      '2019-06-15T24:00:00Z',
      '2019-06-15T09:42:23+99:00',
      '2019-06-15T09:42:2xZ',
    ]) {
      assert.ok(Number.isNaN(xmlTimeMs(text)), text);
    }
  });

  it('state a local offset only where it says more than UTC', () => {
    const offsets = ['Z', '+02:00', '-03:30', '+00:00', ''].map((zone) =>
      statedOffsetMin(`2019-06-15T09:42:23${zone}`),
    );
    assert.deepEqual(offsets, [null, 120, -210, null, null]);
    assert.ok(!statesZone('2019-06-15T09:42:23.5') && statesZone('2019-06-15T09:42:23.5Z'));
  });
});

describe('XML numbers', () => {
  it('are NaN where an element is empty, never 0', () => {
    assert.deepEqual(['', '  ', 'x', '1e999', ' 3.5\n', '-0.25'].map(xmlNumber), [
      NaN,
      NaN,
      NaN,
      NaN,
      3.5,
      -0.25,
    ]);
  });
});

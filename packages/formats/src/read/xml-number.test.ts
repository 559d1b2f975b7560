import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { xmlNumber } from './xml-number.ts';

it('a number in XML is decimal, and nothing is no number', () => {
  for (const [text, value] of [
    ['12', 12],
    [' -1.5e3\n', -1500],
    ['+7', 7],
    ['.5', 0.5],
    ['1e5', 100_000],
    ['', Number.NaN],
    [' ', Number.NaN],
    ['0x10', Number.NaN],
    ['0X10', Number.NaN],
    ['0b1', Number.NaN],
    ['0o7', Number.NaN],
    ['1e400', Number.NaN],
    ['Infinity', Number.NaN],
    ['NaN', Number.NaN],
    ['12 m', Number.NaN],
  ] as const)
    assert.equal(xmlNumber(text), value, text);
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      assert.equal(xmlNumber(`${value}`), value === 0 ? 0 : value);
    }),
  );
});

/** The names that stand beside FIT's numbers, held against the official profile. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Profile } from '@garmin/fitsdk';
import { deviceName, GARMIN_PRODUCTS, MAKERS } from './device-names.ts';
import { sportCode, sportName, subSportCode, subSportName } from './sport-names.ts';

const types = Profile.types as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>;
/** 253 and 254 stand for "none" and "all". */
const official = (type: string): [number, string][] =>
  Object.entries(types[type] ?? {})
    .map(([code, name]): [number, string] => [Number(code), name])
    .filter(([code]) => code < 253 && code > 0);
const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const letters = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

describe('names of FIT’s numbers', () => {
  it('are those of the official profile for every sport, and the number is found again', () => {
    assert.ok(official('sport').length > 60);
    for (const [code, name] of official('sport')) {
      assert.equal(sportName(code), snake(name));
      assert.equal(sportCode(snake(name)), code);
    }
  });
  it('are those of the official profile for every sub sport that we name', () => {
    const named = official('subSport').filter(([code]) => subSportName(code) !== null);
    assert.ok(named.length > 40);
    for (const [code, name] of named) {
      assert.equal(subSportName(code), snake(name));
      assert.equal(subSportCode(snake(name)), code);
    }
  });
  it('belong to the maker that has the number', () => {
    const makers = new Map(Object.entries(types['manufacturer'] ?? {}));
    for (const [code, name] of Object.entries(MAKERS))
      assert.ok(
        letters(makers.get(code) ?? '').startsWith(letters(name)),
        `${code}: ${name}, ${makers.get(code)}`,
      );
  });
  it('belong to the watch that has the number: its figures are in the official name', () => {
    const products = types['garminProduct'] ?? {};
    for (const [code, name] of Object.entries(GARMIN_PRODUCTS)) {
      const theirs = letters(products[code] ?? '');
      const [model] = /\d+/.exec(name) ?? [''];
      assert.ok(theirs.includes(model), `${code}: ${name}, ${theirs}`);
      const family = letters(name.split(' ')[0] ?? '').replace('forerunner', 'fr');
      assert.ok(theirs.startsWith(family), `${code}: ${name}, ${theirs}`);
    }
  });
});

describe('a device', () => {
  it('has the name the file states, with its maker’s where that is not in it', () => {
    assert.equal(deviceName(294, 5, 'COROS PACE 2'), 'COROS PACE 2');
    assert.equal(deviceName(23, 5, '9 Baro'), 'Suunto 9 Baro');
    assert.equal(deviceName(255, 5, 'own recorder'), 'own recorder');
  });
  it('has else the name of its number, and the number where we know no name', () => {
    assert.equal(deviceName(1, 3113, null), 'Garmin Forerunner 945');
    assert.equal(deviceName(1, 65_000, null), 'Garmin 65000');
    assert.equal(deviceName(23, 3113, null), 'Suunto 3113');
    assert.equal(deviceName(9999, undefined, null), 'maker 9999');
    assert.equal(deviceName(undefined, 3113, null), null);
  });
});

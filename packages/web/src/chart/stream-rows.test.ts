import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Streams } from '../api/types.ts';
import { indexAt, monotone, rowTicks, runningOf, smooth, streamPicture } from './stream-rows.ts';

const seconds = (count: number) => Array.from({ length: count }, (_, second) => second);
const NONE: Streams = {
  timeS: seconds(60),
  distanceM: null,
  speedMps: null,
  cadenceSpm: null,
  heartRateBpm: null,
  altitudeM: null,
  contactMs: null,
  latDeg: null,
  lonDeg: null,
  kneeLoadShare: null,
  kneeLoadSdRatio: null,
  notRunning: [],
};

describe('the streams of a run', () => {
  it('have a row only for what was recorded', () => {
    const { rows, along } = streamPicture({ ...NONE, cadenceSpm: seconds(60).map(() => 170) });
    assert.deepEqual(
      rows.map(({ key }) => key),
      ['cadence'],
    );
    assert.equal(along, 'time');
    assert.deepEqual(streamPicture({ ...NONE, cadenceSpm: seconds(60).map(() => null) }).rows, []);
  });
  it('tell running from the whole way where distances are known', () => {
    const picture = streamPicture({
      ...NONE,
      distanceM: seconds(60).map((second) => second * 3),
      notRunning: [{ fromS: 10, toS: 20 }],
    });
    assert.equal(runningOf(picture), 59 * 3 - 30);
    assert.equal(runningOf(streamPicture(NONE)), null);
  });
  it('turn speed into pace with the faster upwards', () => {
    const [pace] = streamPicture({ ...NONE, speedMps: seconds(60).map(() => 2.5) }).rows;
    assert.equal(pace?.values[30], 400);
    assert.equal(pace?.inverted, true);
  });
  it('leave what was not running undrawn', () => {
    const speedMps = seconds(60).map((second) => (second >= 20 && second < 30 ? null : 3));
    const [pace] = streamPicture({ ...NONE, speedMps }).rows;
    assert.equal(pace?.values[25], null);
    assert.notEqual(pace?.values[31], null);
  });
  it('draw knee load with one standard deviation on either side', () => {
    const [load] = streamPicture({
      ...NONE,
      kneeLoadShare: seconds(60).map(() => 1),
      kneeLoadSdRatio: 0.15,
    }).rows;
    assert.equal(load?.values[10], 100);
    assert.equal(load?.band?.low[10], 85);
    assert.ok(Math.abs((load?.band?.high[10] ?? 0) - 115) < 1e-9);
  });
  it('have their lines at round figures of the unit shown', () => {
    const [row] = streamPicture({ ...NONE, altitudeM: seconds(60) }).rows;
    assert.ok(row);
    assert.deepEqual(rowTicks(row, 1), [0, 50]);
    assert.deepEqual(
      rowTicks(row, 0.3048).map((metres) => Math.round(metres / 0.3048)),
      [0, 100, 200],
    );
  });
  it('shade walks where they lie along the distance', () => {
    const { shaded } = streamPicture({
      ...NONE,
      distanceM: seconds(60).map((second) => second * 3),
      notRunning: [{ fromS: 20, toS: 30 }],
    });
    assert.deepEqual(shaded, [[60, 90]]);
  });
});

describe('smoothing', () => {
  it('keeps what is even, and every hole', () => {
    const value = fc.option(fc.constant(170));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        assert.deepEqual(smooth(seconds(values.length), values, 15), values);
      }),
    );
  });
  it('never leaves the range of what it averages', () => {
    const value = fc.option(fc.double({ min: 100, max: 200, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const known = smooth(seconds(values.length), values, 15).filter((one) => one !== null);
        assert.ok(known.every((one) => one >= 100 - 1e-9 && one <= 200 + 1e-9));
      }),
    );
  });
});

describe('the x axis', () => {
  it('never falls back, whatever the recorder says', () => {
    assert.deepEqual(monotone([null, 5, 4, null, 9]), [0, 5, 5, 5, 9]);
  });
  it('finds the nearest sample', () => {
    assert.equal(indexAt([0, 10, 20, 30], 14), 1);
    assert.equal(indexAt([0, 10, 20, 30], 16), 2);
    assert.equal(indexAt([0, 10, 20, 30], 99), 3);
    assert.equal(indexAt([], 3), 0);
  });
});

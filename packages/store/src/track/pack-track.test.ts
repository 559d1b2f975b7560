import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHANNELS, type Channel, type Track } from '@kneewise/engine';
import fc from 'fast-check';
import { steadyTrack } from '../testing/sources.ts';
import { packTrack, unpackTrack } from './pack-track.ts';
import { STEPS_PER_UNIT } from './quanta.ts';

/** What sensors write, with gaps. */
const sample = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -500, max: 10_000, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
/** What broken files write. */
const wildSample = fc.oneof(sample, fc.double(), fc.constantFrom(Infinity, -Infinity, 2 ** 49, -(2 ** 60)));

const trackOf = (of: fc.Arbitrary<number>): fc.Arbitrary<Track> =>
  fc.record({ samples: fc.nat(80), channels: fc.subarray([...CHANNELS]) }).chain(({ samples, channels }) => {
    const column = fc
      .array(of, { minLength: samples, maxLength: samples })
      .map((values) => Float64Array.from(values));
    const columns: { [C in Channel | 'timeS']?: fc.Arbitrary<Float64Array> } = { timeS: column };
    for (const channel of channels) columns[channel] = column;
    return fc.record(columns) as fc.Arbitrary<Track>;
  });

const columnsOf = (track: Track): [Channel | 'timeS', Float64Array][] =>
  (['timeS', ...CHANNELS] as const).flatMap((channel) => {
    const column = track[channel];
    return column === undefined ? [] : [[channel, column]];
  });

describe('packTrack and unpackTrack', () => {
  it('bring back every sample to half a step, every gap, and no channel that was not there', () => {
    fc.assert(
      fc.property(trackOf(sample), (track) => {
        const back = unpackTrack(packTrack(track));
        assert.deepEqual(Object.keys(back).sort(), Object.keys(track).sort());
        for (const [channel, column] of columnsOf(track)) {
          // Rounding of the double itself adds less than a millionth of a step at these magnitudes.
          const half = 0.500_001 / STEPS_PER_UNIT[channel];
          assert.equal(back[channel]?.length, column.length);
          column.forEach((value, i) => {
            const found = back[channel]?.[i] ?? Infinity;
            assert.ok(
              Number.isNaN(value) ? Number.isNaN(found) : Math.abs(found - value) <= half,
              `${channel}[${i}]: ${value} came back as ${found}`,
            );
          });
        }
      }),
    );
  });

  it('are a fixed point: packing what was unpacked gives the same bytes, whatever was packed', () => {
    fc.assert(
      fc.property(trackOf(wildSample), (track) => {
        const once = packTrack(track);
        assert.deepEqual(packTrack(unpackTrack(once)), once);
      }),
    );
  });

  it('bring back what no step can hold as it was', () => {
    const powerW = Float64Array.of(Infinity, -Infinity, 1e300, Number.NaN, 250.123);
    assert.deepEqual(unpackTrack(packTrack({ timeS: new Float64Array(5), powerW })).powerW, powerW);
  });

  it('bring back FIT values exactly: centimetres, millimetres a second, 1/64 of a step a minute', () => {
    const track: Track = {
      timeS: Float64Array.of(0, 1, 2.001),
      distanceM: Float64Array.of(0, 2.87, 16_777.21),
      speedMps: Float64Array.of(2.871, 0, 3.999),
      cadenceSpm: Float64Array.of(171.015625, 172, 0),
      altitudeM: Float64Array.of(-12.4, 499.8, 8848.2),
    };
    assert.deepEqual(unpackTrack(packTrack(track)), track);
  });

  it('keep an hour of steady samples in far less than 20 kB', () => {
    assert.ok(packTrack(steadyTrack(3600)).length < 20_000);
  });

  it('keep a track without samples', () => {
    assert.deepEqual(unpackTrack(packTrack({ timeS: new Float64Array() })), { timeS: new Float64Array() });
  });

  it('refuse columns of different lengths', () => {
    assert.throws(
      () => packTrack({ timeS: new Float64Array(3), powerW: new Float64Array(2) }),
      new RangeError('powerW must have 3 samples, got 2'),
    );
  });
});

describe('a damaged blob', () => {
  const blob = packTrack(steadyTrack(100));

  it('is told from a sound one wherever a bit flips', () => {
    fc.assert(
      fc.property(fc.nat(blob.length - 1), fc.nat(7), (at, bit) => {
        const damaged = blob.slice();
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        assert.throws(() => unpackTrack(damaged), /^Error: Stored track is damaged: .*byte/);
      }),
    );
  });

  it('is told from a sound one wherever it ends too early', () => {
    fc.assert(
      fc.property(fc.nat(blob.length - 1), (length) => {
        assert.throws(() => unpackTrack(blob.subarray(0, length)), /^Error: Stored track is damaged: /);
      }),
    );
  });

  it('of a later version says so', () => {
    const later = blob.slice();
    later[0] = 2;
    assert.throws(() => unpackTrack(later), {
      message: 'Stored track is damaged: version 2 at byte 0, and this Kneewise reads version 1.',
    });
  });
});

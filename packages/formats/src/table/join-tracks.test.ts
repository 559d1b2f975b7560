import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelsOf } from '@kneewise/engine';
import fc from 'fast-check';
import { joinTracks } from './join-tracks.ts';

const of = (...values: number[]): Float64Array => Float64Array.of(...values);
const gap = Number.NaN;

describe('joinTracks', () => {
  it("keeps the file's moments and gives each the list's nearest sample within a second", () => {
    assert.deepEqual(
      joinTracks(
        { timeS: of(0, 1, 2, 3), contactMs: of(240, 241, 242, 243) },
        { timeS: of(0, 1, 2), latDeg: of(50, 51, 52), lonDeg: of(7, 7, 7) },
        0.4,
      ),
      { timeS: of(0.4, 1.4, 2.4), contactMs: of(240, 241, 242), latDeg: of(50, 51, 52), lonDeg: of(7, 7, 7) },
    );
  });
  it("keeps the list's moments that the file has none near, before, within and after", () => {
    const joined = joinTracks(
      { timeS: of(0, 5, 6, 7, 12), heartRateBpm: of(100, 105, 106, 107, 112) },
      { timeS: of(0, 4), latDeg: of(50, 54), lonDeg: of(7, 7) },
      4,
    );
    assert.deepEqual(joined.timeS, of(0, 4, 6, 8, 12));
    assert.deepEqual(joined.heartRateBpm, of(100, 105, 106, 107, 112));
    assert.deepEqual(joined.latDeg, of(gap, 50, gap, 54, gap));
  });
  it("lets the file's channel speak where both hold it, and the list's where the file's is empty", () => {
    const joined = joinTracks(
      { timeS: of(0, 1), speedMps: of(3, 3), heartRateBpm: of(140, 141) },
      { timeS: of(0, 1), speedMps: of(2, 2), heartRateBpm: of(gap, gap) },
      0,
    );
    assert.deepEqual([joined.speedMps, joined.heartRateBpm], [of(2, 2), of(140, 141)]);
  });
  it("leaves out what the file holds from before the activity's start", () => {
    assert.deepEqual(joinTracks({ timeS: of(0) }, { timeS: of(0, 1, 2), altitudeM: of(1, 2, 3) }, -1.5), {
      timeS: of(0.5),
      altitudeM: of(3),
    });
  });
  it('never falls back in time, loses no sample of the file and makes up none', () => {
    const track = (channel: 'heartRateBpm' | 'altitudeM') =>
      fc
        .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 200 })), { maxLength: 20 })
        .map((rows) => rows.toSorted((a, b) => a[0] - b[0]))
        .map((rows) => ({
          timeS: Float64Array.from(rows, ([s]) => s / 4),
          [channel]: Float64Array.from(rows, ([, value]) => value),
        }));
    fc.assert(
      fc.property(
        track('heartRateBpm'),
        track('altitudeM'),
        fc.integer({ min: 0, max: 20 }),
        (list, file, fromS) => {
          const joined = joinTracks(list, file, fromS);
          assert.ok(joined.timeS.every((s, i) => i === 0 || s >= (joined.timeS[i - 1] ?? 0)));
          for (const channel of channelsOf(joined))
            assert.equal(joined[channel]?.length, joined.timeS.length);
          const heights = [...(joined.altitudeM ?? [])].filter((value) => !Number.isNaN(value));
          assert.deepEqual(heights, [...(file.altitudeM ?? [])]);
          const rates = [...(joined.heartRateBpm ?? [])].filter((value) => !Number.isNaN(value));
          assert.ok(rates.every((value) => list.heartRateBpm?.includes(value)));
        },
      ),
    );
  });
});

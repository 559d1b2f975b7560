import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { beatAtS, beatsUntil, blockAt, blocksS, cadenceAtS } from './beats.ts';

const steady = { fromSpm: 172, toSpm: 172, rampS: 0 };
const rising = { fromSpm: 164, toSpm: 172, rampS: 300 };

const tempo = fc.record({
  fromSpm: fc.double({ min: 60, max: 240, noNaN: true }),
  toSpm: fc.double({ min: 60, max: 240, noNaN: true }),
  rampS: fc.oneof(fc.constant(0), fc.double({ min: 1, max: 1200, noNaN: true })),
});

describe('beats of a metronome', () => {
  it('fall 172 times a minute at 172, also in the sixtieth minute', () => {
    assert.equal(beatAtS(steady, 0), 0);
    assert.ok(Math.abs(beatAtS(steady, 172) - 60) < 1e-12);
    assert.ok(Math.abs(beatAtS(steady, 172 * 60) - 3600) < 1e-9);
  });
  it('come to 840 in a warm-up of five minutes from 164 to 172, and go on at 172', () => {
    assert.ok(Math.abs(beatsUntil(rising, 300) - 840) < 1e-9);
    assert.ok(Math.abs(beatAtS(rising, 840 + 172) - 360) < 1e-9);
    assert.equal(cadenceAtS(rising, 150), 168);
    assert.equal(cadenceAtS(rising, 300), 172);
  });
  it('are where the count of beats says, for every tempo', () => {
    fc.assert(
      fc.property(tempo, fc.nat({ max: 20_000 }), (some, beat) => {
        assert.ok(Math.abs(beatsUntil(some, beatAtS(some, beat)) - beat) < 1e-6);
      }),
    );
  });
  it('never fall back, nor closer than at the faster of the two cadences', () => {
    fc.assert(
      fc.property(tempo, fc.nat({ max: 5000 }), (some, beat) => {
        const apart = beatAtS(some, beat + 1) - beatAtS(some, beat);
        assert.ok(apart >= 60 / Math.max(some.fromSpm, some.toSpm) - 1e-9);
        assert.ok(apart <= 60 / Math.min(some.fromSpm, some.toSpm) + 1e-9);
      }),
    );
  });
});

describe('blocks with and without the beat', () => {
  const blocks = { onS: 60, offS: 240, repeats: 6 };
  it('begin with the beat, are silent between, and end with the last beat rather than a pause', () => {
    assert.deepEqual(
      [0, 59.9, 60, 299.9, 300, 1559.9, 1560].map((atS) => blockAt(blocks, atS)),
      ['on', 'on', 'off', 'off', 'on', 'on', 'over'],
    );
    assert.equal(blocksS(blocks), 1560);
  });
  it('are on all the time where there are none', () => {
    assert.equal(blockAt(null, 1e9), 'on');
  });
});

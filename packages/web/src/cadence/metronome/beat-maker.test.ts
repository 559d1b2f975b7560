import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { beatMaker } from './beat-maker.ts';
import type { FromMetronome, Sound } from './messages.ts';

const RATE = 48_000;
const BLOCK = 128;
const sound: Sound = { every: 'step', accent: true, volume: 1 };
const steady = { fromSpm: 172, toSpm: 172, rampS: 0 };
const LEAD_S = 0.1;

/** A metronome without a loudspeaker: plays on, and keeps what it said and what would have been heard. */
function studio() {
  const said: FromMetronome[] = [];
  const maker = beatMaker(RATE, (message) => said.push(message));
  let frame = 0;
  const heard: number[] = [];
  const play = (seconds: number): void => {
    for (const until = frame + seconds * RATE; frame < until; frame += BLOCK) {
      const output = new Float32Array(BLOCK);
      maker.play(output, frame);
      heard.push(Math.max(...output));
    }
  };
  const beats = () => said.filter((message) => message.kind === 'beat');
  return { tell: maker.tell, play, said, beats, heard };
}

describe('the beat maker', () => {
  it('puts every beat of ten minutes within half a sample of where it belongs', () => {
    const { tell, play, beats } = studio();
    tell({ kind: 'start', tempo: steady, blocks: null, sound });
    play(600);
    assert.equal(beats().length, Math.floor(((600 - LEAD_S) * 172) / 60) + 1);
    for (const { beat, atS } of beats())
      assert.ok(Math.abs(atS - LEAD_S - (beat * 60) / 172) <= 0.5 / RATE + 1e-9, `beat ${beat}`);
  });
  it('keeps its phase over a change of tempo: no step is shorter than one of the faster cadence', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 140, max: 200 }),
        fc.integer({ min: 140, max: 200 }),
        fc.double({ min: 0.2, max: 4, noNaN: true }),
        (fromSpm, toSpm, afterS) => {
          const { tell, play, beats } = studio();
          tell({ kind: 'start', tempo: { fromSpm, toSpm: fromSpm, rampS: 0 }, blocks: null, sound });
          play(afterS);
          tell({ kind: 'tempo', tempo: { fromSpm: toSpm, toSpm, rampS: 0 } });
          play(3);
          const times = beats().map(({ atS }) => atS);
          for (const [i, atS] of times.entries()) {
            const apart = (times[i + 1] ?? Infinity) - atS;
            assert.ok(apart >= 60 / Math.max(fromSpm, toSpm) - 2 / RATE);
            assert.ok(apart === Infinity || apart <= 60 / Math.min(fromSpm, toSpm) + 2 / RATE);
          }
          assert.deepEqual(
            beats().map(({ beat }) => beat),
            beats().map((_, i) => i),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
  it('is silent in a pause, and goes on where it was', () => {
    const { tell, play, beats, heard } = studio();
    tell({ kind: 'start', tempo: steady, blocks: null, sound });
    play(5);
    const before = beats().length;
    tell({ kind: 'pause' });
    play(1);
    heard.length = 0;
    play(5);
    assert.equal(beats().length, before);
    assert.equal(Math.max(...heard), 0);
    tell({ kind: 'resume' });
    play(5);
    const last = beats().at(-1);
    assert.ok(last !== undefined && last.sessionS < 10.1);
    assert.ok(Math.abs(last.sessionS - LEAD_S - (last.beat * 60) / 172) < 1e-4);
  });
  it('is not heard between blocks, counts on there, and says when the last is over', () => {
    const { tell, play, beats, said } = studio();
    tell({ kind: 'start', tempo: steady, blocks: { onS: 3, offS: 2, repeats: 2 }, sound });
    play(12);
    const silent = beats().filter(({ heard }) => !heard);
    assert.ok(silent.length > 3);
    for (const { sessionS } of silent) assert.ok(sessionS > 3 && sessionS < 5.5, String(sessionS));
    assert.equal(said.at(-1)?.kind, 'over');
    assert.ok((beats().at(-1)?.sessionS ?? 99) < 8.2);
  });
  it('sounds on the right foot alone where every second step is asked for', () => {
    const loud = (every: Sound['every']): number => {
      const { tell, play, heard } = studio();
      tell({
        kind: 'start',
        tempo: { fromSpm: 60, toSpm: 60, rampS: 0 },
        blocks: null,
        sound: { ...sound, every },
      });
      play(4.05);
      // Blocks in which a click begins: loud after silence.
      return heard.filter((level, i) => level > 0.05 && (heard[i - 1] ?? 0) <= 0.05).length;
    };
    assert.equal(loud('step'), 4);
    assert.equal(loud('second'), 2);
    assert.equal(loud('between'), 8);
  });
  it('never goes beyond full scale', () => {
    const { tell, play, heard } = studio();
    tell({ kind: 'start', tempo: { fromSpm: 240, toSpm: 240, rampS: 0 }, blocks: null, sound });
    play(10);
    assert.ok(Math.max(...heard) <= 1 && Math.max(...heard) > 0.3);
  });
});

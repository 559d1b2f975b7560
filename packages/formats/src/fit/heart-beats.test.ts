import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  bytesOf,
  enumOf,
  FILE_ID,
  fitFile,
  message,
  NOON,
  session,
  u16,
  u32,
  u8,
} from '../testing/fit-file.ts';
import { readFit } from './read-fit.ts';

const HR = 132;
const record = (second: number, ...fields: Parameters<typeof message>[1]): number[] =>
  message(20, [u32(253, NOON + second), u16(6, 2500), ...fields]);
/** The strap's clock, in 1/1024 s, beside a date. */
const anchor = (second: number, eventTime: number, bpm: number): number[] =>
  message(HR, [u32(253, NOON + second), u16(0, 0), u8(6, bpm), u32(9, eventTime)]);
/** Two beats by the low 12 bits of the strap's clock. */
const pair = (first: number, second: number, ...bpm: readonly [number, number]): number[] =>
  message(HR, [
    u8(6, ...bpm),
    bytesOf(10, first & 0xff, ((first >> 8) & 0x0f) | ((second & 0x0f) << 4), (second >> 4) & 0xff),
  ]);
const heartRates = (bytes: Uint8Array): readonly number[] | undefined => {
  const read = readFit(bytes);
  assert.ok(read.ok);
  const column = read.activities[0]?.recording.track.heartRateBpm;
  return column === undefined ? undefined : [...column];
};
const records = [0, 1, 2, 3].map((second) => record(second));

describe('heart rate that a strap kept by itself', () => {
  it('reaches the records by the strap’s own clock, the mean of each second', () => {
    const beats = [anchor(0, 1024, 100), pair(2048 - 512, 2048, 120, 130), pair(3072, 4096, 140, 150)];
    // Anchor at 0 s; then 0.5 s and 1 s, 2 s and 3 s.
    assert.deepEqual(heartRates(fitFile(FILE_ID, ...records, ...beats, session())), [100, 125, 140, 150]);
  });
  it('follows the 12 bits where they start again', () => {
    const beats = [anchor(0, 4000, 100), pair((4000 + 1024) % 4096, (4000 + 3072) % 4096, 120, 140)];
    assert.deepEqual(heartRates(fitFile(FILE_ID, ...records, ...beats, session())), [100, 120, 120, 140]);
  });
  it('is carried on for less than five seconds', () => {
    const later = [0, 4, 5].map((second) => record(second));
    const bytes = fitFile(FILE_ID, ...later, anchor(0, 1024, 100), session());
    assert.deepEqual(heartRates(bytes), [100, 100, Number.NaN]);
  });
  it('leaves the records’ own heart rate alone', () => {
    const own = [record(0, u8(3, 90)), record(1, u8(3, 0xff))];
    const bytes = fitFile(FILE_ID, ...own, anchor(0, 1024, 100), pair(1536, 2048, 110, 110), session());
    assert.deepEqual(heartRates(bytes), [90, 110]);
  });
  it('may be a file of its own behind the activity', () => {
    const activity = fitFile(FILE_ID, ...records, session());
    const strap = fitFile(message(0, [enumOf(0, 4)]), anchor(0, 1024, 100), pair(2048, 3072, 120, 140));
    assert.deepEqual(heartRates(Uint8Array.from([...activity, ...strap])), [100, 120, 140, 140]);
  });
  it('without an anchor has no time, and is not used', () => {
    assert.equal(heartRates(fitFile(FILE_ID, ...records, pair(2048, 3072, 120, 140), session())), undefined);
  });
});

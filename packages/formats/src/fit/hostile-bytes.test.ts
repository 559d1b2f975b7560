/** Files that ask for more than they are: each limit below, at and above, and any bytes whatever. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelsOf } from '@kneewise/engine';
import fc from 'fast-check';
import type { ReadResult } from '../read-result.ts';
import {
  data,
  definition,
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
import { crc16 } from './crc.ts';
import { MOST_CHAINED, MOST_DEFINITIONS, MOST_OF_A_KIND, MOST_SESSIONS } from './limits.ts';
import { readFit } from './read-fit.ts';
import { readSegment } from './wire.ts';

const record = message(20, [u32(253, NOON), u8(3, 150)]);
/** One part many times over, without a spread that would overflow the stack. */
const repeat = (count: number, part: readonly number[]): number[] =>
  Array.from({ length: count * part.length }, (_, at) => part[at % part.length] as number);
const codesOf = (result: ReadResult): string[] => {
  assert.ok(result.ok);
  return result.activities.flatMap(({ warnings }) => warnings.map(({ code }) => code));
};
const rowsOf = (result: ReadResult): number => {
  assert.ok(result.ok);
  return result.activities.reduce((rows, { recording }) => rows + recording.track.timeS.length, 0);
};

describe('a file beyond what any recorder writes', () => {
  it(`keeps ${MOST_SESSIONS} sessions and says when there were more`, () => {
    const sessions = (count: number): ReadResult => {
      const one = message(18, [u32(2, NOON), enumOf(5, 1), u32(7, 1000)], { local: 1 });
      const [define, say] = [one.slice(0, -10), one.slice(-10)];
      return readFit(fitFile(FILE_ID, record, define, repeat(count, say)));
    };
    assert.deepEqual(codesOf(sessions(MOST_SESSIONS)), []);
    const more = sessions(MOST_SESSIONS + 1);
    assert.ok(more.ok && more.activities.length === MOST_SESSIONS);
    assert.ok(codesOf(more).includes('too-many-messages'));
  });
  it('makes no activities of sessions without duration, distance and samples', () => {
    const bare = message(18, [u32(2, NOON), enumOf(5, 1)], { local: 1 });
    const phantoms = readFit(fitFile(FILE_ID, bare, repeat(1000, bare.slice(-6))));
    assert.ok(!phantoms.ok);
    assert.equal(phantoms.refusal.code, 'no-activity');
    const among = readFit(fitFile(FILE_ID, bare, session(), repeat(3, bare)));
    assert.ok(among.ok && among.activities.length === 1);
    assert.deepEqual(codesOf(among), ['empty-session']);
    for (const field of [u32(7, 1000), u32(8, 1000), u32(9, 1000)]) {
      const told = readFit(fitFile(FILE_ID, message(18, [u32(2, NOON), enumOf(5, 1), field])));
      assert.ok(told.ok && told.activities.length === 1);
    }
  });
  it(`keeps ${MOST_OF_A_KIND} timer events and says when there were more; other events do not count`, () => {
    const events = (count: number, event: number): string[] =>
      codesOf(
        readFit(
          fitFile(
            FILE_ID,
            record,
            definition(21, [enumOf(0, 0)], { local: 1 }),
            repeat(count, [1, event]),
            session(),
          ),
        ),
      );
    assert.deepEqual(events(MOST_OF_A_KIND, 0), []);
    assert.deepEqual(events(MOST_OF_A_KIND + 1, 0), ['too-many-messages']);
    assert.deepEqual(events(MOST_OF_A_KIND + 1, 42), []);
  });
  it(`is read up to ${MOST_DEFINITIONS} different definitions; the same one may come as often as it likes`, () => {
    const distinct = (count: number): ReadResult =>
      readFit(
        fitFile(
          FILE_ID,
          record,
          ...Array.from({ length: count }, (_, at) =>
            definition(0xff_00, [u8(at & 0xff, 0), u8((at >> 8) & 0xff, 0)], { local: 1 }),
          ),
          session(),
        ),
      );
    // FILE_ID, the record and the session define three more.
    assert.deepEqual(codesOf(distinct(MOST_DEFINITIONS - 4)), []);
    const more = distinct(MOST_DEFINITIONS);
    assert.ok(codesOf(more).includes('damaged'));
    assert.equal(rowsOf(more), 1);
    const same = definition(0xff_00, [u8(1, 0)], { local: 1 });
    assert.deepEqual(
      codesOf(readFit(fitFile(FILE_ID, record, repeat(3 * MOST_DEFINITIONS, same), session()))),
      [],
    );
  });
  it(`gives the activities of ${MOST_CHAINED} files in a chain and says that more follow`, () => {
    const one = [...fitFile(FILE_ID, record, session())];
    const chain = (count: number): ReadResult => readFit(Uint8Array.from(repeat(count, one)));
    assert.deepEqual(codesOf(chain(MOST_CHAINED)), []);
    const more = chain(MOST_CHAINED + 1);
    assert.ok(more.ok && more.activities.length === MOST_CHAINED);
    assert.deepEqual(codesOf(more), ['trailing-bytes']);
  });
  it('is not read on where it holds more records than were asked for', () => {
    const bytes = fitFile(FILE_ID, record, record, record);
    assert.equal(readSegment(bytes, 0, 3).tooManyRecords, false);
    const { tooManyRecords, records } = readSegment(bytes, 0, 2);
    assert.deepEqual([tooManyRecords, records.rows], [true, 2]);
  });
  it('with records that say nothing has none of them', () => {
    const empty = definition(20, [], { local: 1 });
    assert.equal(rowsOf(readFit(fitFile(FILE_ID, record, empty, repeat(1000, [1]), session()))), 1);
  });
});

describe('any bytes whatever', () => {
  const byte = fc.nat(255);
  const field = fc.record({
    number: fc.oneof(fc.constantFrom(253, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 41, 53, 73, 78, 206), byte),
    size: fc.oneof(fc.constantFrom(1, 2, 4, 8, 0, 3), fc.nat(40)),
    type: fc.oneof(fc.constantFrom(0x00, 0x02, 0x83, 0x84, 0x85, 0x86, 0x07, 0x88, 0x0d), byte),
  });
  const triple = ({ number, size, type }: { number: number; size: number; type: number }): number[] => [
    number,
    size,
    type,
  ];
  const messageNumber = fc.oneof(fc.constantFrom(0, 18, 19, 20, 20, 20, 21, 34, 132, 206), fc.nat(0xff_ff));
  const defined = fc
    .tuple(
      fc.nat(15),
      fc.nat(1),
      messageNumber,
      fc.array(field, { maxLength: 8 }),
      fc.option(fc.array(field, { maxLength: 4 })),
    )
    .chain(([local, order, number, fields, own]) => {
      const define = [
        0x40 | (own === null ? 0 : 0x20) | local,
        0,
        order,
        ...(order === 0 ? [number & 0xff, number >> 8] : [number >> 8, number & 0xff]),
        fields.length,
        ...fields.flatMap(triple),
        ...(own === null ? [] : [own.length, ...own.flatMap(triple)]),
      ];
      const size = [...fields, ...(own ?? [])].reduce((sum, each) => sum + each.size, 0);
      const header = fc.oneof(
        fc.constant(local),
        fc.nat(31).map((low) => 0x80 | ((local & 3) << 5) | low),
      );
      const body = fc.array(byte, { minLength: size, maxLength: size });
      // Half of the data begin with a date, so that some of them are believed.
      const dated = fc.nat(1000).map((second) => data([u32(253, NOON + second)]).slice(1));
      const say = fc.tuple(header, body, fc.option(dated)).map(([head, values, date]) => {
        const filled = date === null ? values : [...date, ...values].slice(0, size);
        return [head, ...filled];
      });
      return fc.array(say, { maxLength: 6 }).map((said) => [...define, ...said.flat()]);
    });
  const described = fc
    .tuple(fc.nat(3), fc.nat(3), fc.constantFrom(0x02, 0x84, 0x88), byte)
    .map(([developer, number, type, native]) =>
      message(206, [u8(0, developer), u8(1, number), u8(2, type), u8(15, native)], { local: 15 }),
    );

  const check = (bytes: Uint8Array): void => {
    const result = readFit(bytes);
    if (!result.ok) {
      assert.match(result.refusal.reason, /^[A-Z].*\.$/);
      assert.ok((result.refusal.byteOffset ?? 0) <= bytes.length);
      return;
    }
    for (const { recording } of result.activities) {
      const { timeS } = recording.track;
      assert.ok(Number.isFinite(recording.startAtMs) && recording.elapsedS >= 0);
      assert.ok(timeS.every((time, row) => time >= (timeS[row - 1] ?? 0)));
      for (const channel of channelsOf(recording.track)) {
        assert.equal(recording.track[channel]?.length, timeS.length);
        assert.ok(recording.track[channel]?.every((value) => Number.isNaN(value) || Number.isFinite(value)));
      }
      for (const { fromS, toS } of recording.pauses) assert.ok(fromS >= 0 && toS > fromS);
    }
  };

  it('in sound FIT framing come to activities that hold together, or to a reason', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(defined, described), { maxLength: 12 }), (messages) => {
        check(fitFile(FILE_ID, ...messages, record, session()));
        check(fitFile(...messages));
      }),
      { numRuns: 1500 },
    );
  });
  it('with damage anywhere, header and sums included, do the same', () => {
    const whole = fitFile(FILE_ID, ...Array.from({ length: 8 }, () => record), session(u16(22, 80)));
    const chain = Uint8Array.from([...whole, ...whole]);
    const change = fc.tuple(fc.nat(chain.length - 1), byte);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), fc.boolean(), (changes, mend) => {
        const bytes = Uint8Array.from(chain);
        for (const [at, value] of changes) bytes[at] = value;
        if (mend)
          new DataView(bytes.buffer).setUint16(whole.length - 2, crc16(bytes, 0, whole.length - 2), true);
        check(bytes);
      }),
      { numRuns: 1500 },
    );
  });
  it('without any framing are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        assert.equal(readFit(bytes).ok, false);
      }),
    );
  });
});

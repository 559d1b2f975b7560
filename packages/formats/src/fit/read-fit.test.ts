import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelsOf, type Recording, valueOrNull } from '@kneewise/engine';
import fc from 'fast-check';
import type { ReadActivity } from '../read-result.ts';
import {
  bytesOf,
  data,
  definition,
  enumOf,
  FILE_ID,
  fitFile,
  message,
  NOON,
  s32,
  session,
  textOf,
  u16,
  u32,
  u8,
} from '../testing/fit-file.ts';
import { crc16 } from './crc.ts';
import { readFit } from './read-fit.ts';

const read = (bytes: Uint8Array, name: string | null = null): readonly ReadActivity[] => {
  const result = readFit(bytes, name);
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.code}: ${result.refusal.reason}`);
  return result.activities;
};
const one = (bytes: Uint8Array, name: string | null = null): Recording => {
  const [only, ...more] = read(bytes, name);
  assert.ok(only !== undefined && more.length === 0);
  return only.recording;
};
const codes = (bytes: Uint8Array): string[] =>
  read(bytes).flatMap(({ warnings }) => warnings.map(({ code }) => code));
const record = (second: number, ...fields: Parameters<typeof message>[1]): number[] =>
  message(20, [u32(253, NOON + second), ...fields]);

describe('CRC', () => {
  it('of the nine digits is 0xBB3D, as catalogues of CRC-16/ARC print it', () => {
    assert.equal(crc16(new TextEncoder().encode('123456789'), 0, 9), 0xbb_3d);
  });
  it('does not depend on where a run of sixteen begins', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(80), (bytes, cut) => {
        const at = Math.min(cut, bytes.length);
        assert.equal(crc16(bytes, at, bytes.length, crc16(bytes, 0, at)), crc16(bytes, 0, bytes.length));
      }),
    );
  });
});

describe('records', () => {
  it('count both feet: twice the cadence and its fraction of 1/128', () => {
    const { track } = one(fitFile(FILE_ID, record(0, u8(4, 82), u8(53, 64)), session()));
    assert.deepEqual([...(track.cadenceSpm ?? [])], [165]);
  });
  it('prefer enhanced speed and altitude to the short fields', () => {
    const { track } = one(
      fitFile(FILE_ID, record(0, u16(6, 2500), u32(73, 2801), u16(2, 3000), u32(78, 3005)), session()),
    );
    assert.deepEqual([track.speedMps?.[0], track.altitudeM?.[0]], [2.801, 101]);
  });
  it('keep a field that is not filled in as NaN, and a sensor that never spoke as absent', () => {
    const { track } = one(
      fitFile(
        FILE_ID,
        record(0, u8(3, 150), u16(7, 0xff_ff)),
        record(1, u8(3, 0xff), u16(7, 0xff_ff)),
        session(),
      ),
    );
    assert.deepEqual([...(track.heartRateBpm ?? [])], [150, Number.NaN]);
    assert.deepEqual(channelsOf(track), ['heartRateBpm']);
  });
  it('take a sensor that is 0 throughout as absent, but not a distance', () => {
    const { track } = one(
      fitFile(FILE_ID, record(0, u16(41, 0), u32(5, 0)), record(1, u16(41, 0), u32(5, 0)), session()),
    );
    assert.deepEqual(channelsOf(track), ['distanceM']);
  });
  it('are read in both byte orders, one definition each', () => {
    const big = message(20, [u32(253, NOON + 1), u16(6, 2750), s32(0, -500_000_000), s32(1, 100_000_000)], {
      bigEndian: true,
      local: 1,
    });
    const { track } = one(fitFile(FILE_ID, record(0, u16(6, 2500)), big, session()));
    assert.deepEqual([...(track.speedMps ?? [])], [2.5, 2.75]);
    assert.equal(track.latDeg?.[1], -500_000_000 * (180 / 2 ** 31));
  });
  it('follow a definition that is changed half way', () => {
    const { track } = one(
      fitFile(FILE_ID, record(0, u8(3, 140)), record(1, u8(3, 141), u16(7, 250)), session()),
    );
    assert.deepEqual([...(track.heartRateBpm ?? [])], [140, 141]);
    assert.deepEqual([...(track.powerW ?? [])], [Number.NaN, 250]);
  });
  it('take their time from a compressed header, also where its five bits start again', () => {
    const local = definition(20, [u8(3, 0)], { local: 2 });
    const compressed = (second: number, bpm: number): number[] => [
      0x80 | (2 << 5) | ((NOON + second) % 32),
      bpm,
    ];
    const { track } = one(
      fitFile(
        FILE_ID,
        record(0, u8(3, 100)),
        local,
        compressed(20, 120),
        compressed(40, 140),
        compressed(41, 141),
        session(),
      ),
    );
    assert.deepEqual([...track.timeS], [0, 20, 40, 41]);
    assert.deepEqual([...(track.heartRateBpm ?? [])], [100, 120, 140, 141]);
  });
  it('unpack speed and distance from three bytes, past the 256 m where they start again', () => {
    const packed = (second: number, speed: number, sixteenths: number): number[] =>
      record(second, bytesOf(8, speed & 0xff, (speed >> 8) | ((sixteenths & 0x0f) << 4), sixteenths >> 4));
    const { track } = one(fitFile(FILE_ID, packed(0, 280, 4000), packed(1, 281, 64), session()));
    assert.deepEqual([...(track.speedMps ?? [])], [2.8, 2.81]);
    assert.deepEqual([...(track.distanceM ?? [])], [250, 260]);
  });
  it('take a foot pod’s own fields where the watch has none, in the units it describes', () => {
    const describeField = (number: number, name: string, unit: string): number[] =>
      message(206, [u8(0, 0), u8(1, number), u8(2, 0x84), textOf(3, name), textOf(8, unit)]);
    const developer = [
      { number: 0, index: 0, bytes: [0xf4, 0x01] },
      { number: 1, index: 0, bytes: [9, 0] },
    ];
    const fields = [u32(253, NOON), u8(3, 150)];
    const { track } = one(
      fitFile(
        FILE_ID,
        describeField(0, 'Ground Time', 'Milliseconds'),
        describeField(1, 'Vertical Oscillation', 'Centimeters'),
        definition(20, fields, { developer }),
        data(fields, { developer }),
        session(),
      ),
    );
    assert.deepEqual([track.contactMs?.[0], track.oscillationMm?.[0]], [500, 90]);
  });
  it('never mix two sensors in one channel: the one that covers more records counts', () => {
    const described = message(
      206,
      [u8(0, 0), u8(1, 0), u8(2, 0x84), textOf(3, 'Ground Time'), textOf(8, 'Milliseconds')],
      { local: 1 },
    );
    const contact = (native: readonly number[], pod: readonly number[]): number[] => {
      const rows = native.map((tenths, second) => {
        const developer = [
          { number: 0, index: 0, bytes: [(pod[second] ?? 0) & 0xff, (pod[second] ?? 0) >> 8] },
        ];
        const fields = [u32(253, NOON + second), u16(41, tenths)];
        return [...definition(20, fields, { developer }), ...data(fields, { developer })];
      });
      return [...(one(fitFile(FILE_ID, described, ...rows, session())).track.contactMs ?? [])];
    };
    const none = 0xff_ff;
    assert.deepEqual(contact([2500, none, none], [190, 191, 192]), [190, 191, 192]);
    assert.deepEqual(contact([2500, 2510, none], [none, 191, 192]), [250, 251, Number.NaN]);
    assert.deepEqual(contact([2500, 2510, 2520], [190, 191, 192]), [250, 251, 252]);
  });
  it('take a developer’s field also where its description comes after the definition', () => {
    const developer = [{ number: 4, index: 1, bytes: [0x2c, 0x01] }];
    const fields = [u32(253, NOON), u8(3, 150)];
    const described = message(
      206,
      [u8(0, 1), u8(1, 4), u8(2, 0x84), textOf(3, 'Power'), textOf(8, 'watts')],
      {
        local: 1,
      },
    );
    const { track } = one(
      fitFile(
        FILE_ID,
        definition(20, fields, { developer }),
        described,
        data(fields, { developer }),
        session(),
      ),
    );
    assert.deepEqual([...(track.powerW ?? [])], [300]);
  });
  it('know a type by its number where the bit for its byte order is left out', () => {
    const bare = { ...u16(6, 2500), type: 0x04 };
    assert.deepEqual([...(one(fitFile(FILE_ID, record(0, bare), session())).track.speedMps ?? [])], [2.5]);
  });
  it('at latitude 0, longitude 0 are nowhere: recorders write that until they have a fix', () => {
    const place = (second: number, lat: number, lon: number): number[] =>
      record(second, s32(0, lat), s32(1, lon));
    const { track } = one(
      fitFile(FILE_ID, place(0, 0, 0), place(1, 0, 1 << 20), place(2, 1 << 20, 0), session()),
    );
    assert.deepEqual(
      track.latDeg?.map((lat) => (Number.isNaN(lat) ? -1 : Math.sign(lat))),
      Float64Array.of(-1, 0, 1),
    );
  });
  it('take the first element of an array, and nothing of a field whose size is no whole number of elements', () => {
    const odd = { number: 7, type: 0x84, values: [1, 2, 3], size: 1 };
    const { track } = one(fitFile(FILE_ID, record(0, u16(39, 900, 950), odd, u8(3, 150)), session()));
    assert.equal(track.oscillationMm?.[0], 90);
    assert.deepEqual(channelsOf(track), ['heartRateBpm', 'oscillationMm']);
  });
  it('of one second become one moment that holds what any of them said', () => {
    const { track } = one(
      fitFile(FILE_ID, record(0, u8(3, 150)), record(0, u16(7, 250)), record(1, u8(3, 151)), session()),
    );
    assert.deepEqual([...track.timeS], [0, 1]);
    assert.deepEqual([track.heartRateBpm?.[0], track.powerW?.[0]], [150, 250]);
  });
  it('of which one is far in the future lose that one, not all that follow it', () => {
    const bytes = fitFile(
      FILE_ID,
      record(0, u8(3, 150)),
      record(86_400, u8(3, 151)),
      record(1, u8(3, 152)),
      record(2, u8(3, 153)),
      session(),
    );
    assert.deepEqual([...one(bytes).track.timeS], [0, 1, 2]);
    assert.deepEqual(codes(bytes), ['time-backwards']);
  });
  it('lose as few as can be where the clock goes back', () => {
    const seconds = fc.array(fc.nat(8), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(seconds, (times) => {
        const { timeS } = one(
          fitFile(FILE_ID, ...times.map((second, at) => record(second, u8(3, 100 + at)))),
        ).track;
        // The longest that does not fall, by trying every choice of records.
        let most = 0;
        for (let choice = 0; choice < 1 << times.length; choice++) {
          const chosen = times.filter((_, at) => (choice >> at) & 1);
          if (chosen.every((time, at) => time >= (chosen[at - 1] ?? 0))) most = Math.max(most, chosen.length);
        }
        const [warning] = read(
          fitFile(FILE_ID, ...times.map((second) => record(second, u8(3, 100)))),
        ).flatMap(({ warnings }) => warnings.filter(({ code }) => code === 'time-backwards'));
        const lost = warning === undefined ? 0 : Number(/^\d+/.exec(warning.text)?.[0]);
        assert.equal(times.length - lost, most);
        assert.ok(timeS.every((time, at) => time > (timeS[at - 1] ?? -1)));
      }),
    );
  });
  it('that go back in time are left out with a warning', () => {
    const bytes = fitFile(
      FILE_ID,
      record(0, u8(3, 150)),
      record(60, u8(3, 151)),
      record(30, u8(3, 152)),
      session(),
    );
    assert.deepEqual([...one(bytes).track.timeS], [0, 60]);
    assert.deepEqual(codes(bytes), ['time-backwards']);
  });
  it('of a ride keep no cadence, which counts turns and not steps', () => {
    const ride = message(18, [u32(253, NOON + 10), u32(2, NOON), enumOf(5, 2)]);
    const { track, sport } = one(fitFile(FILE_ID, record(0, u8(4, 90), u8(3, 120)), ride));
    assert.equal(sport, 'cycling');
    assert.deepEqual(channelsOf(track), ['heartRateBpm']);
  });
});

describe('totals', () => {
  it('come from the session, pauses from the timer’s events', () => {
    const timer = (second: number, kind: number): number[] =>
      message(21, [u32(253, NOON + second), enumOf(0, 0), enumOf(1, kind)]);
    const bytes = fitFile(
      FILE_ID,
      timer(0, 0),
      record(0, u32(5, 0)),
      timer(100, 4),
      timer(200, 0),
      record(3600, u32(5, 999_000)),
      session(u16(22, 80)),
    );
    const run = one(bytes);
    assert.deepEqual(
      [valueOrNull(run.distanceM), valueOrNull(run.movingS), run.elapsedS, valueOrNull(run.ascentM)],
      [10_000, 3500, 3600, 80],
    );
    assert.deepEqual(run.pauses, [{ fromS: 100, toS: 200 }]);
    assert.deepEqual(run.descentM, { known: false, because: { reason: 'not-recorded', what: 'descent' } });
  });
  it('come from the laps where there is no session, if they reach the end', () => {
    const lap = (from: number, to: number): number[] =>
      message(19, [
        u32(253, NOON + to),
        u32(2, NOON + from),
        u32(8, (to - from) * 1000),
        u32(9, (to - from) * 300),
      ]);
    const whole = one(
      fitFile(FILE_ID, record(0, u32(5, 0)), record(600, u32(5, 179_000)), lap(0, 300), lap(300, 600)),
    );
    assert.deepEqual([valueOrNull(whole.distanceM), valueOrNull(whole.movingS)], [1800, 600]);
    const cut = one(fitFile(FILE_ID, record(0, u32(5, 0)), record(600, u32(5, 179_000)), lap(0, 300)));
    assert.deepEqual([valueOrNull(cut.distanceM), valueOrNull(cut.movingS)], [1790, null]);
  });
  it('hold for a session without any record', () => {
    const run = one(fitFile(FILE_ID, session()));
    assert.deepEqual([valueOrNull(run.distanceM), run.elapsedS, run.track.timeS.length], [10_000, 3600, 0]);
  });
  it('know the offset from UTC where the file states local time, and only there', () => {
    const activity = (local: number): number[] => message(34, [u32(253, NOON + 3600), u32(5, local)]);
    assert.equal(one(fitFile(FILE_ID, session(), activity(NOON + 3600 + 7200))).utcOffsetMin, 120);
    assert.equal(one(fitFile(FILE_ID, session(), activity(0xff_ff_ff_ff))).utcOffsetMin, null);
    assert.equal(one(fitFile(FILE_ID, session(), activity(NOON + 40 * 3600))).utcOffsetMin, null);
    assert.equal(one(fitFile(FILE_ID, session(), activity(NOON + 3600))).utcOffsetMin, 0);
    const coros = message(0, [enumOf(0, 4), u16(1, 294)]);
    assert.equal(one(fitFile(coros, session(), activity(NOON + 3600))).utcOffsetMin, null);
    assert.equal(one(fitFile(coros, session(), activity(NOON + 7200))).utcOffsetMin, 60);
  });
});

describe('sports', () => {
  const leg = (from: number, to: number, sport: number): number[] =>
    message(18, [u32(253, NOON + to), u32(2, NOON + from), enumOf(5, sport), u32(9, 100_000)]);
  it('of several sessions are an activity each, with the records between one start and the next', () => {
    const legs = read(
      fitFile(
        FILE_ID,
        record(0, u8(3, 110)),
        record(100, u8(3, 120)),
        record(200, u8(3, 160)),
        leg(0, 99, 5),
        leg(100, 199, 3),
        leg(200, 300, 1),
      ),
    );
    assert.deepEqual(
      legs.map(({ recording }) => [recording.sport, [...(recording.track.heartRateBpm ?? [])]]),
      [
        ['swimming', [110]],
        ['transition', [120]],
        ['running', [160]],
      ],
    );
  });
  it('of several sessions: records before the first belong to it, for its clock was set on the way', () => {
    const [first, second] = read(
      fitFile(
        FILE_ID,
        record(-300, u8(3, 110)),
        record(50, u8(3, 120)),
        record(150, u8(3, 130)),
        leg(0, 99, 2),
        leg(100, 200, 1),
      ),
    );
    assert.deepEqual(
      [first?.recording.startAtMs, first?.recording.elapsedS],
      [Date.UTC(2026, 0, 1, 11, 55), 350],
    );
    assert.deepEqual([...(first?.recording.track.heartRateBpm ?? [])], [110, 120]);
    assert.deepEqual([...(second?.recording.track.heartRateBpm ?? [])], [130]);
  });
  it('of sessions without a date are left out with a warning where others have one; alone they stand', () => {
    const undated = message(18, [enumOf(5, 1), u32(9, 300_000)]);
    const mixed = fitFile(FILE_ID, record(0, u8(3, 110)), leg(0, 99, 2), undated);
    assert.deepEqual(
      read(mixed).map(({ recording }) => recording.sport),
      ['cycling'],
    );
    assert.deepEqual(codes(mixed), ['undated-session']);
    const alone = fitFile(FILE_ID, record(0, u8(3, 110)), undated);
    assert.deepEqual([valueOrNull(one(alone).distanceM), codes(alone)], [3000, []]);
  });
  it('that no field states may be in a name, with a warning; else they are unknown', () => {
    const nameless = message(18, [u32(253, NOON + 10), u32(2, NOON), enumOf(5, 0), u32(7, 10_000)]);
    assert.equal(one(fitFile(FILE_ID, nameless)).sport, 'unknown');
    const named = fitFile(FILE_ID, message(12, [enumOf(0, 0xff), textOf(3, 'Morning run')]), nameless);
    assert.equal(one(named).sport, 'running');
    assert.deepEqual(codes(named), ['sport-from-name']);
    assert.equal(one(fitFile(FILE_ID, nameless), 'evening-run.fit').sport, 'running');
  });
});

describe('a chain of files', () => {
  it('gives the activities of each', () => {
    const first = fitFile(FILE_ID, record(0, u8(3, 150)), session());
    assert.equal(read(Uint8Array.from([...first, ...first])).length, 2);
  });
  it('may end in bytes that are no FIT file: they are left out with a warning, padding without', () => {
    const sound = fitFile(FILE_ID, record(0, u8(3, 150)), session());
    assert.deepEqual(codes(Uint8Array.from([...sound, 1, 2, 3])), ['trailing-bytes']);
    assert.deepEqual(codes(Uint8Array.from([...sound, 0, 0, 0])), []);
  });
  it('loses only what is broken', () => {
    const sound = fitFile(FILE_ID, record(0, u8(3, 150)), session());
    const broken = Uint8Array.from(sound);
    broken[40] = (broken[40] ?? 0) ^ 0x01;
    const [first, second] = read(Uint8Array.from([...sound, ...broken]));
    assert.deepEqual(first?.warnings, []);
    assert.ok(second?.warnings.some(({ code }) => code === 'bad-crc'));
  });
});

describe('damage', () => {
  const many = Array.from({ length: 60 }, (_, second) =>
    data([u32(253, NOON + second), u8(3, 120 + (second % 40))], { local: 1 }),
  );
  const recordDefinition = definition(20, [u32(253, 0), u8(3, 0)], { local: 1 });
  const whole = fitFile(FILE_ID, recordDefinition, ...many, session());

  it('at the end keeps what came before and says where it broke', () => {
    const cut = whole.subarray(0, 300);
    const [activity] = read(cut);
    assert.ok((activity?.recording.track.timeS.length ?? 0) >= 30);
    assert.match(activity?.warnings[0]?.text ?? '', /^Ends at byte 300 of \d/);
  });
  it('of one lost byte in the middle costs a few records, not the rest', () => {
    const at = 200;
    const lost = Uint8Array.from([...whole.subarray(0, at), ...whole.subarray(at + 1)]);
    const [activity] = read(lost);
    const times = [...(activity?.recording.track.timeS ?? [])];
    assert.ok(times.length >= 50, `${times.length} of 60 left`);
    assert.equal(times.at(-1), 59);
    assert.ok(activity?.warnings.some(({ code }) => code === 'damaged'));
  });
  it('never ends in an exception or a track that runs back, whatever byte is changed, and never invents time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(whole.length),
        (changes, length) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          const result = readFit(bytes.subarray(0, length));
          if (!result.ok) return assert.match(result.refusal.reason, /\.$/);
          for (const { recording } of result.activities) {
            const { timeS } = recording.track;
            for (let row = 1; row < timeS.length; row++)
              assert.ok((timeS[row] ?? 0) >= (timeS[row - 1] ?? 0));
            for (const channel of channelsOf(recording.track))
              assert.equal(recording.track[channel]?.length, timeS.length);
            assert.ok(recording.elapsedS >= 0);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('a file that is no activity', () => {
  const refusal = (bytes: Uint8Array): readonly [string, number | null] => {
    const result = readFit(bytes);
    assert.ok(!result.ok);
    return [result.refusal.code, result.refusal.byteOffset];
  };
  it('is refused by what it is', () => {
    assert.deepEqual(refusal(new Uint8Array(0)), ['empty-file', 0]);
    assert.deepEqual(refusal(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0])), [
      'not-fit',
      8,
    ]);
    assert.deepEqual(refusal(fitFile(message(0, [enumOf(0, 5)]))), ['no-activity', null]);
    assert.deepEqual(refusal(fitFile(FILE_ID)), ['no-activity', null]);
  });
  it('is refused where no message carries a date: a time is never invented', () => {
    assert.deepEqual(refusal(fitFile(FILE_ID, message(20, [u8(3, 150)]))), ['no-times', null]);
    assert.deepEqual(refusal(fitFile(FILE_ID, message(20, [u32(253, 1234), u8(3, 150)]))), [
      'no-times',
      null,
    ]);
  });
  it('with a course in it is none either: nobody may have run it', () => {
    assert.deepEqual(refusal(fitFile(message(0, [enumOf(0, 6)]), record(0, u32(5, 0)))), [
      'no-activity',
      null,
    ]);
  });
});

describe('a watch that knew only local time', () => {
  it('is read by that time, with a warning and without an offset', () => {
    const bytes = fitFile(
      FILE_ID,
      message(20, [u32(253, 5000), u8(3, 150)]),
      message(18, [u32(253, 5100), u32(2, 5000), enumOf(5, 1)]),
      message(34, [u32(253, 5100), u32(5, NOON + 100)]),
    );
    const run = one(bytes);
    assert.equal(new Date(run.startAtMs).toISOString(), '2026-01-01T12:00:00.000Z');
    assert.equal(run.utcOffsetMin, null);
    assert.deepEqual(codes(bytes), ['local-time-only']);
  });
});

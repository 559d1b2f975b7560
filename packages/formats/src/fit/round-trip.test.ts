import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Decoder, Stream } from '@garmin/fitsdk';
import {
  type Channel,
  CHANNELS,
  channelsOf,
  known,
  missing,
  type Recording,
  type Track,
} from '@kneewise/engine';
import fc from 'fast-check';
import { readFit } from './read-fit.ts';
import { writeActivity, type WrittenLap } from './write-activity.ts';

/** The step in which FIT holds each channel; a round trip may move a value by half of it. */
const STEP: Readonly<Record<Channel, number>> = {
  distanceM: 0.01,
  speedMps: 0.001,
  altitudeM: 0.2,
  gradeRatio: 0.0001,
  cadenceSpm: 1 / 64,
  heartRateBpm: 1,
  contactMs: 0.1,
  oscillationMm: 0.1,
  stepLengthM: 0.0001,
  balancePct: 0.01,
  powerW: 1,
  latDeg: 180 / 2 ** 31,
  lonDeg: 180 / 2 ** 31,
};
const RANGE: Readonly<Record<Channel, readonly [number, number]>> = {
  distanceM: [0, 100_000],
  speedMps: [0, 12],
  altitudeM: [-400, 8000],
  gradeRatio: [-0.5, 0.5],
  cadenceSpm: [1, 250],
  heartRateBpm: [30, 220],
  contactMs: [100, 400],
  oscillationMm: [20, 200],
  stepLengthM: [0.3, 2],
  balancePct: [40, 60],
  powerW: [1, 900],
  // 0, 0 is no place (`track-of.ts`).
  latDeg: [-89, -0.1],
  lonDeg: [-179, 179],
};
const SECONDS = 20;

const column = ([low, high]: readonly [number, number]): fc.Arbitrary<Float64Array> =>
  fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.double({ min: low, max: high, noNaN: true }) },
        fc.constant(Number.NaN),
      ),
      {
        minLength: SECONDS,
        maxLength: SECONDS,
      },
    )
    .map((values) => Float64Array.from([(low + high) / 2, ...values.slice(1)]));

const track: fc.Arbitrary<Track> = fc
  .record(
    Object.fromEntries(
      (Object.keys(STEP) as Channel[]).map((channel) => [
        channel,
        fc.option(column(RANGE[channel]), { nil: undefined }),
      ]),
    ),
  )
  .map((columns) => {
    const { latDeg, lonDeg, ...others } = columns;
    // A place is both or none.
    const place =
      latDeg !== undefined && lonDeg !== undefined
        ? { latDeg, lonDeg: lonDeg.map((lon, row) => (Number.isNaN(latDeg[row]) ? Number.NaN : lon)) }
        : {};
    const both =
      place.latDeg === undefined
        ? place
        : {
            ...place,
            latDeg: place.latDeg.map((lat, row) => (Number.isNaN(place.lonDeg[row]) ? Number.NaN : lat)),
          };
    const present = Object.fromEntries(
      Object.entries({ ...others, ...both }).filter(([, values]) => values !== undefined),
    );
    return { timeS: Float64Array.from({ length: SECONDS }, (_, second) => second), ...present };
  });

const recording = (of: Track, more: Partial<Recording> = {}): Recording => ({
  startAtMs: Date.UTC(2026, 8, 27, 7, 30),
  utcOffsetMin: 120,
  sport: 'running',
  subSport: 'trail',
  name: 'Long run, simulated',
  device: 'Kneewise simulated runner',
  distanceM: known(182.34),
  movingS: known(SECONDS - 7.5),
  elapsedS: SECONDS - 1,
  ascentM: known(123),
  descentM: missing({ reason: 'not-recorded', what: 'descent' }),
  pauses: [{ fromS: 4, toS: 9 }],
  track: of,
  ...more,
});

type Official = Record<string, unknown>;

/** The whole file as the official SDK reads it, sums checked. */
function officially(bytes: Uint8Array): {
  messages: Readonly<Record<string, Official[] | undefined>>;
  records: Official[];
} {
  const decoder = new Decoder(Stream.fromByteArray([...bytes]));
  assert.ok(decoder.isFIT() && decoder.checkIntegrity());
  const { messages, errors } = decoder.read();
  assert.deepEqual(errors, []);
  const all = messages as Readonly<Record<string, Official[] | undefined>>;
  return { messages: all, records: all['recordMesgs'] ?? [] };
}

const assertHolds = (message: Official | undefined, expected: Official): void => {
  for (const [name, value] of Object.entries(expected)) assert.deepEqual(message?.[name], value, name);
};

const from =
  (name: string, factor = 1) =>
  (record: Official): number =>
    Number(record[name] ?? Number.NaN) * factor;
/** Each channel in our units, as the SDK's own names and units give it. */
const OFFICIAL: Readonly<Record<Channel, (record: Official) => number>> = {
  distanceM: from('distance'),
  speedMps: from('enhancedSpeed'),
  altitudeM: from('enhancedAltitude'),
  gradeRatio: from('grade', 0.01),
  cadenceSpm: (record) => 2 * (from('cadence')(record) + from('fractionalCadence')(record)),
  heartRateBpm: from('heartRate'),
  contactMs: from('stanceTime'),
  oscillationMm: from('verticalOscillation'),
  stepLengthM: from('stepLength', 0.001),
  balancePct: from('stanceTimeBalance'),
  powerW: from('power'),
  latDeg: from('positionLat', 180 / 2 ** 31),
  lonDeg: from('positionLong', 180 / 2 ** 31),
};

const readBack = (bytes: Uint8Array): Recording => {
  const read = readFit(bytes);
  assert.ok(read.ok, 'the file is read');
  const [only, ...more] = read.activities;
  assert.ok(only !== undefined && more.length === 0, 'it holds one activity');
  assert.deepEqual(only.warnings, []);
  return only.recording;
};

describe('a FIT file of ours', () => {
  it('comes back with every value within half of FIT’s step, and what was missing still missing', () => {
    fc.assert(
      fc.property(track, (written) => {
        const back = readBack(writeActivity(recording(written))).track;
        assert.deepEqual(channelsOf(back), channelsOf(written));
        for (const channel of channelsOf(written))
          for (const [row, value] of (written[channel] ?? []).entries()) {
            const got = back[channel]?.[row] ?? Number.NaN;
            if (Number.isNaN(value)) assert.ok(Number.isNaN(got), `${channel} ${row}`);
            else
              assert.ok(
                Math.abs(got - value) <= STEP[channel] * 0.5 + 1e-9,
                `${channel}: ${value} became ${got}`,
              );
          }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps totals, pauses, offset, sport, name and device', () => {
    const written = recording({ timeS: Float64Array.from({ length: SECONDS }, (_, second) => second) });
    const { track: _, ...back } = readBack(writeActivity(written));
    const { track: __, ...expected } = written;
    assert.deepEqual(back, expected);
  });

  it('is read by the official SDK, every field of every record', () => {
    fc.assert(
      fc.property(track, (written) => {
        const { records } = officially(writeActivity(recording(written)));
        assert.equal(records.length, SECONDS);
        for (const [row, record] of records.entries()) {
          assert.equal((record['timestamp'] as Date).getTime(), Date.UTC(2026, 8, 27, 7, 30, row));
          for (const channel of CHANNELS) {
            const value = written[channel]?.[row] ?? Number.NaN;
            const theirs = OFFICIAL[channel](record);
            if (Number.isNaN(value)) assert.ok(Number.isNaN(theirs), `${channel}: nothing became ${theirs}`);
            else
              assert.ok(
                Math.abs(theirs - value) <= STEP[channel] * 0.5 + 1e-9,
                `${channel}: ${value} became ${theirs}`,
              );
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is read by the official SDK with its totals, pauses, offset and device', () => {
    const bytes = writeActivity(recording({ timeS: Float64Array.from({ length: SECONDS }, (_, at) => at) }), {
      serialNumber: 4_294_967_294,
      product: 7,
    });
    const { messages } = officially(bytes);
    const start = new Date(Date.UTC(2026, 8, 27, 7, 30));
    const end = new Date(start.getTime() + (SECONDS - 1) * 1000);
    const totals = { startTime: start, totalTimerTime: SECONDS - 7.5, totalElapsedTime: SECONDS - 1 };
    assertHolds(messages.fileIdMesgs?.[0], {
      type: 'activity',
      manufacturer: 'development',
      product: 7,
      serialNumber: 4_294_967_294,
      timeCreated: start,
      productName: 'Kneewise simulated runner',
    });
    assertHolds(messages.deviceInfoMesgs?.[0], {
      timestamp: start,
      deviceIndex: 'creator',
      manufacturer: 'development',
      product: 7,
      serialNumber: 4_294_967_294,
      productName: 'Kneewise simulated runner',
    });
    assertHolds(messages.sportMesgs?.[0], {
      sport: 'running',
      subSport: 'trail',
      name: 'Long run, simulated',
    });
    for (const summary of [messages.sessionMesgs?.[0], messages.lapMesgs?.[0]])
      assertHolds(summary, {
        ...totals,
        timestamp: end,
        sport: 'running',
        totalDistance: 182.34,
        messageIndex: 0,
      });
    assertHolds(messages.sessionMesgs?.[0], {
      subSport: 'trail',
      totalAscent: 123,
      totalDescent: undefined,
      firstLapIndex: 0,
      numLaps: 1,
    });
    assertHolds(messages.activityMesgs?.[0], {
      timestamp: end,
      totalTimerTime: SECONDS - 7.5,
      numSessions: 1,
      type: 'manual',
    });
    const local = messages.activityMesgs?.[0]?.['localTimestamp'];
    assert.equal(Number(local), end.getTime() / 1000 - 631_065_600 + 120 * 60);
    const timer = (messages.eventMesgs ?? []).map((event) => [
      event['event'],
      event['eventType'],
      (event['timestamp'] as Date).getUTCSeconds(),
    ]);
    assert.deepEqual(timer, [
      ['timer', 'start', 0],
      ['timer', 'stopAll', 4],
      ['timer', 'start', 9],
      ['timer', 'stopAll', SECONDS - 1],
    ]);
  });

  it('has the laps it is given, and the session counts them', () => {
    const lap = (fromS: number, toS: number, metres: number): WrittenLap => ({
      fromS,
      toS,
      distanceM: known(metres),
      movingS: known(toS - fromS),
    });
    const bytes = writeActivity(recording({ timeS: Float64Array.from({ length: SECONDS }, (_, at) => at) }), {
      laps: [lap(0, 10, 30), lap(10, SECONDS - 1, 25.5)],
    });
    const { messages } = officially(bytes);
    assert.deepEqual(
      (messages.lapMesgs ?? []).map((each) => [
        each['messageIndex'],
        (each['startTime'] as Date).getUTCSeconds(),
        each['totalElapsedTime'],
        each['totalDistance'],
      ]),
      [
        [0, 0, 10, 30],
        [1, 10, SECONDS - 11, 25.5],
      ],
    );
    assertHolds(messages.sessionMesgs?.[0], { numLaps: 2, totalDistance: 182.34 });
  });

  it('refuses a start that FIT would take for a clock that was never set', () => {
    const early = recording({ timeS: new Float64Array(0) }, { startAtMs: Date.UTC(1998, 6, 1) });
    assert.throws(() => writeActivity(early), /startAtMs must be from July 1998 on/);
  });

  it('cuts a long name at a whole letter', () => {
    const back = readBack(
      writeActivity(
        recording({ timeS: new Float64Array(1) }, { name: 'ä'.repeat(30), elapsedS: 0, pauses: [] }),
      ),
    );
    assert.equal(back.name, 'ä'.repeat(19));
  });
});

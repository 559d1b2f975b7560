import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Decoder, Stream } from '@garmin/fitsdk';
import { type Channel, channelsOf, known, missing, type Recording, type Track } from '@kneewise/engine';
import fc from 'fast-check';
import { readFit } from './read-fit.ts';
import { writeActivity } from './write-activity.ts';

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
  distanceM: known(18_012.34),
  movingS: known(SECONDS - 7.5),
  elapsedS: SECONDS - 1,
  ascentM: known(123),
  descentM: missing({ reason: 'not-recorded', what: 'descent' }),
  pauses: [{ fromS: 4, toS: 9 }],
  track: of,
  ...more,
});

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

  it('is read by the official SDK, field for field', () => {
    const speedMps = Float64Array.from({ length: SECONDS }, (_, second) => 2.7 + second / 1000);
    const cadenceSpm = Float64Array.from({ length: SECONDS }, (_, second) => 164 + second / 64);
    const contactMs = Float64Array.from({ length: SECONDS }, (_, second) => 262.5 + second / 10);
    const bytes = writeActivity(
      recording({
        timeS: Float64Array.from({ length: SECONDS }, (_, second) => second),
        speedMps,
        cadenceSpm,
        contactMs,
      }),
    );
    const decoder = new Decoder(Stream.fromByteArray([...bytes]));
    assert.ok(decoder.isFIT() && decoder.checkIntegrity());
    const { messages, errors } = decoder.read();
    assert.deepEqual(errors, []);
    const records = messages.recordMesgs ?? [];
    assert.equal(records.length, SECONDS);
    for (const [row, record] of records.entries()) {
      assert.equal((record['timestamp'] as Date).getTime(), Date.UTC(2026, 8, 27, 7, 30, row));
      assert.equal(record['enhancedSpeed'], Math.round((speedMps[row] ?? 0) * 1000) / 1000);
      assert.equal(2 * (Number(record['cadence']) + Number(record['fractionalCadence'])), cadenceSpm[row]);
      assert.equal(record['stanceTime'], Math.round((contactMs[row] ?? 0) * 10) / 10);
    }
    const [session] = messages.sessionMesgs ?? [];
    assert.equal(session?.['sport'], 'running');
    assert.equal(session?.['subSport'], 'trail');
    assert.equal(session?.['totalDistance'], 18_012.34);
    assert.equal(session?.['totalTimerTime'], SECONDS - 7.5);
    assert.equal(session?.['totalElapsedTime'], SECONDS - 1);
    assert.equal(session?.['totalAscent'], 123);
    assert.equal(session?.['totalDescent'], undefined);
    const timer = (messages.eventMesgs ?? []).map((event) => [
      event['eventType'],
      (event['timestamp'] as Date).getUTCSeconds(),
    ]);
    assert.deepEqual(timer, [
      ['start', 0],
      ['stopAll', 4],
      ['start', 9],
      ['stopAll', SECONDS - 1],
    ]);
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

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { channelsOf, type Channel, isRun, type Recording } from '@kneewise/engine';
import { readBytes } from '@kneewise/formats';
import { sampleRunner } from './sample-runner.ts';

const sample = sampleRunner();
const files = [...sample.files()];
const truth = new Map([...sample.recordings()].map(({ path, recording }) => [path, recording]));
const read = new Map(
  files.map(({ path, bytes }) => {
    const result = readBytes(bytes, path);
    assert.ok(result.ok, `${path} was refused`);
    const [activity] = result.activities;
    assert.ok(activity, `${path} holds nothing`);
    return [path, activity] as const;
  }),
);
const whole = [...truth].filter(([path]) => path !== sample.truth.brokenPath);
const readOf = (path: string) => {
  const activity = read.get(path);
  assert.ok(activity, `${path} was not read`);
  return activity;
};

/** Half of the step in which FIT stores a channel (Profile of the FIT SDK), and a little for binary fractions. */
const HALF_STEP: Readonly<Partial<Record<Channel, number>>> = {
  distanceM: 0.005,
  speedMps: 0.0005,
  altitudeM: 0.1,
  cadenceSpm: 0,
  heartRateBpm: 0,
  contactMs: 0.05,
  oscillationMm: 0.05,
  stepLengthM: 0.00005,
  balancePct: 0.005,
  latDeg: 180 / 2 ** 31,
  lonDeg: 180 / 2 ** 31,
};

const value = (measured: Recording['distanceM']): number => {
  assert.ok(measured.known);
  return measured.value;
};

it('gives as many files as it says, the same bytes each time', () => {
  assert.equal(files.length, sample.fileCount);
  const again = sampleRunner().files().next();
  assert.deepEqual(again.value, files[0]);
});

it('says in every file that it is simulated', () => {
  for (const { recording } of read.values()) {
    assert.match(`${recording.device}`, /Kneewise simulated runner/u);
  }
});

it('is read back sample for sample, within the steps in which FIT stores', () => {
  for (const [path, told] of whole) {
    const { recording, warnings } = readOf(path);
    assert.deepEqual(warnings, [], path);
    assert.equal(recording.startAtMs, told.startAtMs, path);
    assert.equal(recording.utcOffsetMin, told.utcOffsetMin, path);
    assert.equal(recording.sport, told.sport, path);
    assert.equal(recording.subSport, told.subSport, path);
    assert.equal(recording.elapsedS, told.elapsedS, path);
    assert.deepEqual(recording.pauses, told.pauses, path);
    assert.ok(Math.abs(value(recording.distanceM) - value(told.distanceM)) <= 0.01, path);
    assert.ok(Math.abs(value(recording.movingS) - value(told.movingS)) <= 0.001, path);
    assert.deepEqual(recording.track.timeS, told.track.timeS, path);
    for (const channel of channelsOf(told.track)) {
      const step = (HALF_STEP[channel] ?? Number.NaN) * 1.001 + 1e-9;
      const got = recording.track[channel];
      assert.ok(got, `${path} lost ${channel}`);
      const worst = told.track[channel]?.findIndex((wanted, i) => {
        const have = got[i] ?? Number.NaN;
        return Number.isNaN(wanted) ? !Number.isNaN(have) : !(Math.abs(have - wanted) <= step);
      });
      assert.equal(worst, -1, `${path}: ${channel} differs at sample ${worst}`);
    }
  }
});

it('keeps what came before the break of the broken file, with a remark', () => {
  const { recording, warnings } = readOf(sample.truth.brokenPath);
  const told = truth.get(sample.truth.brokenPath);
  assert.ok(told);
  assert.ok(warnings.length > 0);
  assert.ok(recording.elapsedS > 0.5 * told.elapsedS && recording.elapsedS < told.elapsedS);
});

it('holds the run of 27 September twice: same start, same duration', () => {
  const { path, of } = sample.truth.sameRun;
  assert.equal(readOf(path).recording.startAtMs, readOf(of).recording.startAtMs);
  assert.equal(readOf(path).recording.elapsedS, readOf(of).recording.elapsedS);
});

it('binds every answer to a run that is in the files', () => {
  for (const { path, runStartAtMs } of sample.checkIns) {
    const { recording } = readOf(path);
    assert.equal(recording.startAtMs, runStartAtMs);
    assert.ok(isRun(recording));
  }
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readBytes } from '@kneewise/formats';
import { simulateRun } from '../run/simulate-run.ts';
import { writeGpx } from './write-gpx.ts';

const run = simulateRun({
  seed: 3,
  startAtMs: 1_700_000_000_000,
  utcOffsetMin: -480,
  distanceM: 6000,
  speedMps: 2.7,
  cadenceLine: { spm: 164, atMps: 2.7, slopeSpmPerMps: 11 },
  legM: 0.9,
  outdoors: { stemShare: 0.2, routeSeed: 3, descentM: 40 },
  name: 'Up & "down" <again>',
});

it('is read back as the same run: start, name, sport, cadence of both feet and distance within 2.5 %', () => {
  const result = readBytes(new TextEncoder().encode(writeGpx(run)), 'second.gpx');
  assert.ok(result.ok);
  const [read] = result.activities;
  assert.ok(read);
  const { recording } = read;
  assert.equal(recording.startAtMs, run.startAtMs);
  assert.equal(recording.name, run.name);
  assert.equal(recording.sport, 'running');
  assert.equal(recording.elapsedS, run.elapsedS);
  assert.deepEqual(recording.track.cadenceSpm, run.track.cadenceSpm);
  assert.ok(recording.distanceM.known);
  assert.ok(Math.abs(recording.distanceM.value / 6000 - 1) < 0.025, `${recording.distanceM.value} m`);
});

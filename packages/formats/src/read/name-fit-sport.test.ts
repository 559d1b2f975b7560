import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReadActivity, ReadResult } from '../read-result.ts';
import { codesOf, onlyActivity, readText } from '../testing/read-text.ts';
import { gpxTrack, gpxXml, running } from '../testing/write-xml.ts';
import { nameFitSport } from './name-fit-sport.ts';

const activity: ReadActivity = onlyActivity(readText(gpxXml(gpxTrack([running(5)], '')), 'a.gpx'));
const withSport = (sport: string, count = 1): ReadResult => ({
  ok: true,
  activities: Array.from({ length: count }, () => ({
    recording: { ...activity.recording, sport },
    warnings: [],
  })),
});

describe('the sport in the name of a FIT file', () => {
  it('is taken where the file states none, with a warning', () => {
    const named = onlyActivity(nameFitSport(withSport('unknown'), 'Morning Run.fit'));
    assert.equal(named.recording.sport, 'running');
    assert.deepEqual(codesOf(named), ['sport-from-name']);
  });

  it('does not speak over a sport that is stated, nor where it names none', () => {
    for (const [sport, name] of [
      ['cycling', 'Morning Run.fit'],
      ['unknown', '6782987395.fit'],
    ] as const) {
      const result = withSport(sport);
      assert.equal(nameFitSport(result, name), result);
    }
  });

  it('says nothing of a file of several activities', () => {
    const two = withSport('unknown', 2);
    assert.equal(nameFitSport(two, 'Morning Run.fit'), two);
  });
});

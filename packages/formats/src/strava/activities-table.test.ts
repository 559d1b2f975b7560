import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { known, missing } from '@kneewise/engine';
import type { ReadActivity, ReadResult } from '../read-result.ts';
import { readBytes } from '../read/read-source.ts';
import { NEEDS_SHARED, sharedActivities } from '../testing/shared-data.ts';
import { STRAVA_LANGUAGES, stravaTable } from '../testing/strava-archive.ts';

const AT = Date.UTC(2025, 7, 25, 14, 15, 30);
const read = (text: string, name = 'activities.csv'): ReadResult => readBytes(Buffer.from(text), name);
function listed(text: string): readonly ReadActivity[] {
  const result = read(text);
  assert.ok(result.ok, JSON.stringify(result));
  return result.activities;
}
const refusedWith = (text: string): string => {
  const result = read(text);
  return result.ok ? 'read' : result.refusal.code;
};

describe('activities.csv of Strava', () => {
  const rows = [
    {
      id: 1,
      atMs: AT,
      name: 'Tempo, "hard"',
      elapsedS: 3032,
      movingS: 2991,
      distanceM: 9385.2,
      gear: 'Old blue',
      file: 'activities/155.FIT.gz',
    },
    { id: 2, atMs: AT + 86_400_000, elapsedS: 1800, distanceM: 5000 },
  ];
  for (const [language, words] of Object.entries(STRAVA_LANGUAGES)) {
    it(`reads time, kind, name, gear, file and the exact figures of a table in ${language}`, () => {
      const [first, second] = listed(stravaTable(words, rows));
      const { recording } = first ?? assert.fail();
      assert.deepEqual(
        [
          recording.startAtMs,
          recording.sport,
          recording.name,
          recording.shoe,
          recording.listed,
          recording.elapsedS,
        ],
        [AT, 'running', 'Tempo, "hard"', 'Old blue', { file: '155.fit' }, 3032],
      );
      assert.deepEqual([recording.distanceM, recording.movingS], [known(9385.2), known(2991)]);
      assert.equal(recording.track.timeS.length, 0);
      assert.deepEqual(second?.recording.listed, { file: null });
      assert.equal(second?.recording.shoe, null);
    });
  }
  it('takes metres from the second distance, though the first is shown in miles, and works the unit out where it lacks', () => {
    const table = stravaTable(STRAVA_LANGUAGES.miles, rows).replace(',5000,', ',,');
    const [, second] = listed(table);
    const distanceM = second?.recording.distanceM;
    assert.ok(distanceM?.known === true && Math.abs(distanceM.value - 5000) < 10, JSON.stringify(distanceM));
  });
  it('reads a table of before July 2019: its only distance in metres, its dates plain', () => {
    const [activity] = listed(
      'id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n183,2018-09-12 15:02:23,Evening,Run,,783,3681.0,true,Merida,activities/183.gpx\n',
    );
    assert.equal(activity?.recording.startAtMs, Date.UTC(2018, 8, 12, 15, 2, 23));
    assert.deepEqual(activity?.recording.distanceM, known(3681));
  });
  it('takes the only distance of a table of 2019 as kilometres and says so', () => {
    const [activity] = listed(
      'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Commute,Activity Gear,Filename\n183,"Sep 12, 2018, 3:02:23 PM",Evening,Run,,783,3.68,true,,activities/183.gpx\n',
    );
    assert.deepEqual(activity?.recording.distanceM, known(3680));
    assert.ok(activity?.warnings.some(({ code }) => code === 'unit-assumed'));
  });
  it('gives no distance for 0, which stands for a run that nobody measured', () => {
    const [activity] = listed(
      stravaTable(STRAVA_LANGUAGES.english, [{ id: 1, atMs: AT, elapsedS: 1800, distanceM: 0 }]),
    );
    assert.deepEqual(activity?.recording.distanceM, missing({ reason: 'not-recorded', what: 'distance' }));
  });
  it('takes the gear of a ride for no shoe', () => {
    const [ride, hike] = listed(
      stravaTable(STRAVA_LANGUAGES.english, [
        { id: 1, atMs: AT, type: 'Ride', elapsedS: 1800, gear: 'Kona' },
        { id: 2, atMs: AT, type: 'Hike', elapsedS: 1800, gear: 'Boots' },
      ]),
    );
    assert.deepEqual(
      [ride?.recording.shoe, hike?.recording.shoe, hike?.recording.sport],
      [null, 'Boots', 'hiking'],
    );
  });
  it('counts a kind that it does not know as no run, and says so', () => {
    const [activity] = listed(
      stravaTable(STRAVA_LANGUAGES.english, [{ id: 1, atMs: AT, type: 'Quidditch', elapsedS: 60 }]),
    );
    assert.equal(activity?.recording.sport, 'unknown');
    assert.ok(activity?.warnings.some(({ code }) => code === 'sport-not-known'));
  });
  it('leaves a line without date or duration out and says how many', () => {
    const table = stravaTable(STRAVA_LANGUAGES.english, rows) + '\n3,yesterday,,Run,,60,1\n4';
    const activities = listed(table);
    assert.equal(activities.length, 2);
    assert.match(
      activities[0]?.warnings.find(({ code }) => code === 'rows-left-out')?.text ?? '',
      /^2 lines/,
    );
  });
  it('refuses dates that could be either way round, and reads them once one day is past the twelfth', () => {
    const slashed = {
      ...STRAVA_LANGUAGES.english,
      date: (atMs: number) =>
        new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'UTC' }).format(
          atMs,
        ),
    };
    const early = { id: 1, atMs: Date.UTC(2025, 7, 2), elapsedS: 60 };
    assert.equal(refusedWith(stravaTable(slashed, [early])), 'ambiguous-dates');
    const [first] = listed(stravaTable(slashed, [early, { id: 2, atMs: AT, elapsedS: 60 }]));
    assert.equal(first?.recording.startAtMs, early.atMs);
  });
  it('keeps what stood before a quote that is never closed', () => {
    const activities = listed(
      `${stravaTable(STRAVA_LANGUAGES.english, rows)}\n3,"Aug 25, 2025, 1:02:31 PM,Run`,
    );
    assert.equal(activities.length, 2);
    assert.ok(activities[0]?.warnings.some(({ code }) => code === 'truncated'));
  });
  it('refuses other tables, a million columns and an empty one', () => {
    assert.equal(
      refusedWith('Activity Type,Date,Favorite,Title\nRunning,2024-01-01,false,x\n'),
      'unknown-table',
    );
    assert.equal(refusedWith('a,'.repeat(1_000_000)), 'unknown-table');
    assert.equal(refusedWith(''), 'empty-file');
    assert.equal(refusedWith(STRAVA_LANGUAGES.english.header.join(',')), 'no-activity');
  });
  it('reads the 1,845 activities of a real archive: 643 runs, every distance in metres', (t) => {
    const shared = sharedActivities();
    if (shared === null) return t.skip(NEEDS_SHARED);
    const result = readBytes(
      new Uint8Array(readFileSync(join(shared, 'strava-export/activities.csv'))),
      'activities.csv',
    );
    assert.ok(result.ok);
    const runs = result.activities.filter(({ recording }) => recording.sport === 'running');
    assert.deepEqual([result.activities.length, runs.length], [1845, 643]);
    const last = runs.at(-1)?.recording;
    assert.deepEqual(
      [last?.startAtMs, last?.distanceM, last?.listed],
      [AT, known(9385.2001953125), { file: '15581622167.gpx' }],
    );
    return undefined;
  });
});

describe('shoes.csv of Strava', () => {
  it('gives name, brand and model of each pair, and a name to a pair without one', () => {
    const result = read(
      'Schuhname,Schuhmarke,Schuhmodell,Standard\nOld blue,Brooks,Ghost 14,Run\n,Asics,Novablast,\n,,,\n',
      'shoes.csv',
    );
    assert.deepEqual(result, {
      ok: true,
      activities: [],
      shoes: [
        { name: 'Old blue', brand: 'Brooks', model: 'Ghost 14' },
        { name: 'Asics Novablast', brand: 'Asics', model: 'Novablast' },
      ],
    });
  });
  it('refuses a table of other columns', () => {
    assert.equal(read('a,b\n1,2\n', 'shoes.csv').ok, false);
  });
});

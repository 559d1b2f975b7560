import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sportFromName, statedSport } from './sport-words.ts';

describe('sports from titles', () => {
  it('know a run in many languages', () => {
    const runs = [
      'Afternoon Run',
      'Run avec Nico & Mag',
      'MorningRun',
      'morning_run-2',
      'Abendlauf',
      'Lauf am Morgen',
      'Course à pied le midi',
      'Carrera de mañana',
      'Corsa mattutina',
      'Corrida matinal',
      'Ochtendloop',
      'Löprunda på kvällen',
      'Aamujuoksu juoksu',
      'Утренний бег',
      '朝のランニング',
      '晨跑',
      '아침 달리기',
      'parkrun #12',
    ];
    for (const title of runs) assert.equal(sportFromName(title), 'running', title);
  });

  it('are not read into words that only look like one', () => {
    for (const title of [
      'Sloatsburg Course',
      'Brunch',
      'Verlauf',
      'Eislauf',
      'Prune trees',
      'Route 2019-06-11 3:00pm',
      '',
    ]) {
      assert.equal(sportFromName(title), null, title);
    }
  });

  it('say nothing where a title speaks of two', () => {
    assert.equal(sportFromName('Run to the swim'), null);
    assert.equal(sportFromName('Skilanglauf'), 'cross_country_skiing');
  });
});

describe('stated sports', () => {
  it('are known by name whatever the writing, and by the numbers of Strava', () => {
    assert.deepEqual(
      ['Running', 'trail_running', 'Trail Running', '9', '1', 'Biking'].map(
        (value) => statedSport(value)?.sport,
      ),
      ['running', 'running', 'running', 'running', 'cycling', 'cycling'],
    );
    for (const value of ['Other', '99', '', 'constructor']) assert.equal(statedSport(value), null);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canHoldActivities, commonLabel, sift } from './gather-files.ts';

const named = (path: string) => ({ path, file: new File(['x'], path.split('/').at(-1) ?? path) });

describe('what is sent of a drop', () => {
  it('passes over pictures and notes inside a folder, and says how many', () => {
    const { files, passedOver } = sift(
      [named('export/activities/1.fit.gz'), named('export/media/me.jpg'), named('export/READ ME.txt')],
      'export',
    );
    assert.deepEqual(
      files.map(({ path }) => path),
      ['export/activities/1.fit.gz'],
    );
    assert.equal(passedOver, 2);
  });
  it('sends whatever was named by itself, so that a refusal can say why', () => {
    assert.equal(sift([named('me.jpg')], 'me.jpg').files.length, 1);
  });
  it('knows an ending in capitals', () => {
    assert.ok(canHoldActivities('2013-06-01-183220.TCX'));
    assert.ok(!canHoldActivities('notes.fit.txt'));
  });
  it('sends the lists of Strava and Garmin along, and no other table', () => {
    assert.ok(canHoldActivities('export/activities.csv') && canHoldActivities('export/shoes.csv'));
    assert.ok(canHoldActivities('DI_CONNECT/DI-Connect-Fitness/me_0_summarizedActivities.json'));
    assert.ok(!canHoldActivities('export/comments.csv') && !canHoldActivities('DI_CONNECT/profile.json'));
  });
});

describe('the name of an import', () => {
  it('is the one folder or file', () => {
    assert.equal(commonLabel(['trackeR/a.tcx', 'trackeR/b/c.gpx']), 'trackeR');
    assert.equal(commonLabel(['export.zip']), 'export.zip');
  });
  it('is left open where there are several', () => {
    assert.equal(commonLabel(['a.fit', 'b.fit']), null);
    assert.equal(commonLabel([]), null);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ends } from './edges.ts';
import { nearest, neighbours, pathOf, REGIONS } from './regions.ts';

describe('the map of the knee', () => {
  it('has 24 places, each with a closed outline that leaves no gap', () => {
    assert.equal(new Set(REGIONS.map(({ id }) => id)).size, 24);
    for (const region of REGIONS) {
      const corners = region.edges.map(ends);
      for (const [at, [, end]] of corners.entries()) {
        const next = corners[(at + 1) % corners.length]?.[0];
        // The thigh is open above: its last line is drawn by closing.
        if (at === corners.length - 1 && region.id.endsWith('thigh')) continue;
        assert.deepEqual(end, next, `${region.id}: ${region.edges[at]}`);
      }
      assert.match(pathOf(region), /^M.*Z$/);
    }
  });
  it('finds the place under a thumb, and those beside it', () => {
    assert.equal(nearest('front', [100, 150]).id, 'front-kneecap');
    assert.equal(nearest('front', [83, 214]).id, 'front-beside-tendon-inner');
    assert.equal(nearest('back', [100, 150]).id, 'back-hollow');
    const beside = new Set(neighbours(nearest('front', [100, 219]), 3).map(({ id }) => id));
    assert.ok(beside.has('front-beside-tendon-inner') && beside.has('front-beside-tendon-outer'));
  });
});

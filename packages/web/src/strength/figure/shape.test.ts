import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EXERCISE_IDS, type FigurePoint, figureOf } from '@kneewise/engine';
import { besideLine, limb } from './shape.ts';
import { WORKING } from './working.ts';

const FACES_RIGHT = 1;
const point = (x: number, y: number): FigurePoint => ({ x, y });

describe('the drawing of an exercise', () => {
  it('holds a line above a body that lies and behind one that stands', () => {
    const [lying] = besideLine(point(20, 80), point(60, 80), 9, FACES_RIGHT);
    assert.deepEqual([lying.x, lying.y], [20, 71]);
    const [standing] = besideLine(point(50, 30), point(50, 60), 9, FACES_RIGHT);
    assert.deepEqual([standing.x, standing.y], [41, 30]);
    // The other way along the same body is the same side of it.
    const [, other] = besideLine(point(50, 60), point(50, 30), 9, FACES_RIGHT);
    assert.deepEqual([other.x, other.y], [41, 30]);
  });
  it('has no limb without numbers, at any moment of any exercise', () => {
    for (const id of EXERCISE_IDS)
      for (const share of [0, 0.3, 1]) {
        const figure = figureOf(id, share);
        const drawn = limb(figure.hip, figure.kneeL, 5, 3) + limb(figure.shoulder, figure.hip, 4, 4);
        assert.doesNotMatch(drawn, /NaN|Infinity/);
        const { line } = WORKING[id];
        const [from, to] = besideLine(figure[line[0]], figure[line[1]], 9, FACES_RIGHT);
        assert.ok([from.x, from.y, to.x, to.y].every(Number.isFinite), id);
      }
  });
  it('draws a limb of no length as a round', () => {
    assert.match(limb(point(5, 5), point(5, 5), 2, 3), /^M2\.0 5\.0a3 3/);
  });
});

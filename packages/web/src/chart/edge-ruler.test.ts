import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { edgeRuler } from './edge-ruler.ts';

describe('the edge ruler', () => {
  it('ends at the next whole kilometre past the edge', () => {
    const ruler = edgeRuler(3.1, 4.1);
    assert.equal(ruler.end, 5);
    assert.deepEqual(ruler.ticks, [0, 1, 2, 3, 4, 5]);
    assert.equal(ruler.dose, 0.62);
    assert.equal(ruler.turn, 0.31);
    assert.equal(ruler.edge, 0.82);
  });
  it('fades in across the interval of the learnt edge, else from the dose to where it ached', () => {
    assert.deepEqual(edgeRuler(3.1, 4.1).fade, [0.62, 0.82]);
    assert.deepEqual(edgeRuler(3.1, 4.1, { low: 3.2, high: 4.8 }).fade, [3.2 / 6, 4.8 / 6]);
    assert.equal(edgeRuler(8, null).fade, null);
  });
  it('draws an edge that may lie anywhere without shrinking the dose to a stub', () => {
    const ruler = edgeRuler(3, null, { low: 1, high: 90 });
    assert.ok(ruler.dose > 0.3);
    assert.equal(ruler.fade?.[1], 1);
  });
  it('has no edge where none was ever reached', () => {
    assert.equal(edgeRuler(8, null).edge, null);
  });
  it('refuses a dose of nothing', () => {
    assert.throws(() => edgeRuler(0, null), RangeError);
  });
  it('keeps everything on the ruler and its figures few', () => {
    const km = fc.double({ min: 0.1, max: 200, noNaN: true });
    fc.assert(
      fc.property(km, fc.option(km), (dose, edge) => {
        const ruler = edgeRuler(dose, edge);
        assert.ok(ruler.dose < 1 && ruler.turn < ruler.dose && (ruler.edge ?? 0) < 1);
        assert.ok(ruler.ticks.length <= 9);
      }),
    );
  });
});

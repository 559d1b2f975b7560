import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sessionDots } from './session-dots.ts';

describe('runs against the longest of thirty days', () => {
  it('places a run of the same length on the line of no change', () => {
    const plot = sessionDots([
      { atMs: 0, ratio: 1 },
      { atMs: 10, ratio: 0.5 },
    ]);
    assert.equal(plot?.dots[0]?.y, plot?.lines[0]?.at);
    assert.deepEqual(
      plot?.lines.map(({ change }) => change),
      [0, 0.3],
    );
  });
  it('shows the edge at twice the longest once a run came there', () => {
    assert.deepEqual(
      sessionDots([{ atMs: 0, ratio: 2.4 }])?.lines.map(({ change }) => change),
      [0, 0.3, 1],
    );
  });
  it('keeps every run within the picture', () => {
    const run = fc.record({ atMs: fc.nat(), ratio: fc.double({ min: 0.001, max: 50, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1 }), (some) => {
        const plot = sessionDots(some.toSorted((a, b) => a.atMs - b.atMs));
        assert.ok(plot?.dots.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1));
      }),
    );
  });
  it('draws nothing of nothing', () => {
    assert.equal(sessionDots([]), null);
  });
});

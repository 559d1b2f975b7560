import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelPlace } from './label-place.ts';

const BOUNDS = { width: 200, height: 200, across: 0, down: 0 };
const LABEL = { width: 60, height: 16 };
const line = (to: readonly [number, number], from: readonly [number, number] = [100, 100]) =>
  Array.from(
    { length: 50 },
    (_, index) =>
      [from[0] + ((to[0] - from[0]) * index) / 49, from[1] + ((to[1] - from[1]) * index) / 49] as const,
  );

describe('the place of a label', () => {
  it('is to the right where the line goes elsewhere', () => {
    assert.ok(labelPlace(line([0, 100]), [100, 100], LABEL, BOUNDS).left > 100);
  });
  it('keeps off a line that goes to the right', () => {
    assert.ok(labelPlace(line([200, 100]), [100, 100], LABEL, BOUNDS).left < 100);
  });
  it('stays inside the picture', () => {
    const place = labelPlace([], [195, 100], LABEL, BOUNDS);
    assert.ok(place.left + LABEL.width <= BOUNDS.width);
  });
});

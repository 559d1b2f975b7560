import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EXERCISE_IDS } from './exercise.ts';
import { type BONES, FIGURE_BOX, type Figure, JOINTS, figureOf } from './figure.ts';
import { POSES } from './poses.ts';

const length = (figure: Figure, [a, b]: (typeof BONES)[number]): number =>
  Math.hypot(figure[a].x - figure[b].x, figure[a].y - figure[b].y);

describe('the figures', () => {
  it('are two of twelve points for every exercise, and differ', () => {
    for (const id of EXERCISE_IDS) {
      for (const pose of POSES[id]) assert.match(pose, /^\d{48}$/, id);
      assert.notEqual(POSES[id][0], POSES[id][1], id);
    }
  });
  it('stand on the floor or above it (toes towards us a little below), inside the box', () => {
    for (const id of EXERCISE_IDS) {
      for (const share of [0, 0.5, 1]) {
        const figure = figureOf(id, share);
        for (const joint of JOINTS) {
          const { x, y } = figure[joint];
          assert.ok(x >= 0 && x <= FIGURE_BOX.size && y >= 0 && y <= FIGURE_BOX.floorY + 3, `${id} ${joint}`);
        }
      }
    }
  });
  it('have one trunk and legs of about one length, at the start and at the end', () => {
    for (const id of EXERCISE_IDS) {
      for (const share of [0, 1]) {
        const figure = figureOf(id, share);
        const trunk = length(figure, ['shoulder', 'hip']);
        assert.ok(trunk > 18 && trunk < 32, `${id} trunk ${trunk}`);
        for (const side of ['L', 'R'] as const) {
          const thigh = length(figure, ['hip', `knee${side}`]);
          const shank = length(figure, [`knee${side}`, `ankle${side}`]);
          assert.ok(thigh > 10 && thigh < 25, `${id} thigh ${side} ${thigh}`);
          assert.ok(shank > 10 && shank < 23, `${id} shank ${side} ${shank}`);
        }
      }
    }
  });
  it('move in a straight line between', () => {
    const [start, half, end] = [0, 0.5, 1].map((share) => figureOf('squat', share).hip.y);
    assert.equal(half, ((start ?? 0) + (end ?? 0)) / 2);
    assert.throws(() => figureOf('squat', 1.1), RangeError);
  });
});

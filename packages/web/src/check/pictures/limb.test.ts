import assert from 'node:assert/strict';
import { it } from 'node:test';
import { limbPath } from './limb.ts';

it('draws a limb of even thickness as a bar with round ends', () => {
  assert.equal(
    limbPath({ x: 0, y: 0, r: 5 }, { x: 20, y: 0, r: 5 }),
    'M0,5A5,5 0 1 1 0,-5L20,-5A5,5 0 0 1 20,5Z',
  );
});

it('refuses joints that lie in one another', () => {
  assert.throws(() => limbPath({ x: 0, y: 0, r: 9 }, { x: 2, y: 0, r: 3 }), RangeError);
});

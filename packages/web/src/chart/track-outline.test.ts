import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { trackOutline } from './track-outline.ts';

const BOX = { width: 300, height: 200 };
const always = (): boolean => true;
const line = (count: number, step: number) => Array.from({ length: count }, (_, index) => index * step);

describe('the outline of a track', () => {
  it('keeps north up and the shape of the ground away from the equator', () => {
    // At 60° a degree of longitude is half a degree of latitude: this is a square on the ground.
    const lat = [...line(10, 0.001).map((d) => 60 + d), ...line(10, 0).map(() => 60.009)];
    const lon = [...line(10, 0).map(() => 10), ...line(10, 0.002).map((d) => 10 + d)];
    const outline = trackOutline(lat, lon, null, always, BOX);
    assert.ok(Math.abs((outline?.width ?? 0) / (outline?.height ?? 1) - 1) < 0.01);
    assert.ok((outline?.places[0]?.[1] ?? 0) > (outline?.places[9]?.[1] ?? 0));
  });
  it('changes its stroke where the knee load leaves the usual, at 5 %', () => {
    const share = [
      ...line(5, 0).map(() => 0.94),
      ...line(5, 0).map(() => 0.95),
      ...line(5, 0).map(() => 1.06),
    ];
    const outline = trackOutline(line(15, 0.001), line(15, 0), share, always, BOX);
    assert.deepEqual(
      outline?.pieces.map(({ stretch }) => stretch),
      ['less', 'usual', 'more'],
    );
  });
  it('tells walking from running, and unknown load from usual', () => {
    const outline = trackOutline(line(12, 0.001), line(12, 0), null, (index) => index < 6, BOX);
    assert.deepEqual(
      outline?.pieces.map(({ stretch }) => stretch),
      ['unknown', 'walked'],
    );
  });
  it('shows no shape for a treadmill or without positions', () => {
    assert.equal(trackOutline(line(50, 0), line(50, 0), null, always, BOX), null);
    assert.equal(trackOutline([null], [null], null, always, BOX), null);
  });
  it('crosses the date line without crossing the picture', () => {
    const lon = line(20, 0.001).map((d) => (179.99 + d > 180 ? 179.99 + d - 360 : 179.99 + d));
    const outline = trackOutline(line(20, 0), lon, null, always, BOX);
    assert.ok((outline?.places[1]?.[0] ?? 0) < 30);
  });
  it('stays inside its box', () => {
    const degree = fc.double({ min: -0.2, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(degree, degree), { minLength: 10 }), (points) => {
        const outline = trackOutline(
          points.map(([lat]) => 48 + lat),
          points.map(([, lon]) => lon),
          null,
          always,
          BOX,
        );
        assert.ok(outline === null || (outline.width <= 300 + 1e-6 && outline.height <= 200 + 1e-6));
      }),
    );
  });
});

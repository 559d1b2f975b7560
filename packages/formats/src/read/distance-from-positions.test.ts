import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { distanceFromPositions, stepM } from './distance-from-positions.ts';
import { speedFromDistance } from './speed-from-distance.ts';

describe('a step between positions', () => {
  it('has the length of WGS 84 tables: a second of arc at the equator and at 60°', () => {
    const second = 1 / 3600;
    // Length of a degree by the standard series: 110 574.3 m of latitude and 111 319.5 m of longitude at 0°,
    // 111 412.3 m and 55 800.1 m at 60°.
    assert.ok(Math.abs(stepM(0, 0, second, 0) - 110_574.3 / 3600) < 0.001);
    assert.ok(Math.abs(stepM(0, 0, 0, second) - 111_319.5 / 3600) < 0.001);
    assert.ok(Math.abs(stepM(60, 0, 60 + second, 0) - 111_412.3 / 3600) < 0.001);
    assert.ok(Math.abs(stepM(60, 0, 60, second) - 55_800.1 / 3600) < 0.001);
  });

  it('crosses the date line the short way', () => {
    assert.ok(stepM(10, 179.9999, 10, -179.9999) < 25);
  });

  it('is as long there as back, and never more than half the globe', () => {
    const lat = fc.double({ min: -90, max: 90, noNaN: true });
    const lon = fc.double({ min: -180, max: 180, noNaN: true });
    fc.assert(
      fc.property(lat, lon, lat, lon, (a, b, c, d) => {
        const there = stepM(a, b, c, d);
        return there >= 0 && there < 20_040_000 && Math.abs(there - stepM(c, d, a, b)) < 1e-6 * (1 + there);
      }),
    );
  });
});

describe('distance and speed along positions', () => {
  const timeS = Float64Array.from({ length: 40 }, (_, i) => (i < 20 ? i : i + 60));
  const lat = timeS.map((_, i) => 50 + i * 2.7e-5);
  const lon = new Float64Array(40).fill(7);

  it('leave out the step across a pause, and rows without a position', () => {
    const gappy = lat.slice();
    gappy[5] = Number.NaN;
    const metres = distanceFromPositions(timeS, gappy, lon, [{ fromS: 19, toS: 80 }]);
    assert.ok(Number.isNaN(metres[5]));
    assert.ok(Math.abs((metres[39] ?? 0) - 38 * 3.003) < 0.1);
    assert.equal(metres[19], metres[20]);
  });

  it('give a speed that no pause dilutes', () => {
    const pauses = [{ fromS: 19, toS: 80 }];
    const speed = speedFromDistance(timeS, distanceFromPositions(timeS, lat, lon, pauses), pauses);
    assert.ok(speed.every((mps) => Math.abs(mps - 3.003) < 0.01));
  });
});

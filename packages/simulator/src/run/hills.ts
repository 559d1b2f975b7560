/**
 * Ups and downs along a route. Grade drifts as in models.md A (standard deviation 2 %, forgotten over a minute of
 * running); the mean is taken out, so that a run ends at the height it began, and the way home is the way out
 * seen from behind.
 */
import type { Random } from '../random.ts';
import { wander } from './wander.ts';

export interface Hills {
  /** Rise over run at a place of the route. */
  readonly gradeAt: (distanceM: number) => number;
  /** Height over the start at a place of the route. Metres. */
  readonly heightAt: (distanceM: number) => number;
}

export interface HillShape {
  readonly lengthM: number;
  /** Share of the route, at either end, that out and home have in common: 0 for a loop, ½ for there and back. */
  readonly stemShare: number;
  /** Distance over which a slope is forgotten. Metres. */
  readonly slopeLengthM: number;
  /** Standard deviation of the grade; or the metres of descent that the whole route shall hold. */
  readonly gradeSd: number;
  readonly descentM: number | null;
}

/** Spacing of the profile. Our choice: two steps or so. Metres */
const SPACING_M = 2;

/** Draws a profile; a route without length is flat. */
export function drawHills(random: Random, shape: HillShape): Hills {
  const cells = Math.max(1, Math.round(shape.lengthM / SPACING_M));
  const cellM = shape.lengthM / cells;
  const drift = wander(random, shape.gradeSd, Math.max(1, shape.slopeLengthM / cellM));
  const grade = Float64Array.from({ length: cells }, drift);

  const stemCells = Math.floor(cells * shape.stemShare);
  for (let i = 0; i < stemCells; i++) grade[cells - 1 - i] = -(grade[i] ?? 0);
  takeOutMean(grade.subarray(stemCells, cells - stemCells));

  const factor = shape.descentM === null ? 1 : shape.descentM / descentOf(grade, cellM);
  const height = new Float64Array(cells + 1);
  for (let i = 0; i < cells; i++) {
    grade[i] = Number.isFinite(factor) ? (grade[i] ?? 0) * factor : 0;
    height[i + 1] = (height[i] ?? 0) + (grade[i] ?? 0) * cellM;
  }
  const cellAt = (distanceM: number): number =>
    Math.min(cells - 1, Math.max(0, Math.floor(distanceM / cellM)));
  return {
    gradeAt: (distanceM) => grade[cellAt(distanceM)] ?? 0,
    heightAt: (distanceM) => {
      const cell = cellAt(distanceM);
      return (height[cell] ?? 0) + (grade[cell] ?? 0) * (distanceM - cell * cellM);
    },
  };
}

function takeOutMean(values: Float64Array): void {
  if (values.length === 0) return;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  values.forEach((value, i) => {
    values[i] = value - mean;
  });
}

const descentOf = (grade: Float64Array, cellM: number): number =>
  grade.reduce((sum, value) => sum + Math.max(0, -value) * cellM, 0);

/** A treadmill, a track, a pool. */
export const FLAT: Hills = { gradeAt: () => 0, heightAt: () => 0 };

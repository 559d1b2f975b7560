/** Limbs as tapered shapes between two joints. Pure geometry in the figure's box of 100. */
import type { FigurePoint } from '@kneewise/engine';

const round = (value: number): string => value.toFixed(1);

/** A limb from one round end to the other, as an SVG path. @param fromR @param toR half widths */
export function limb(from: FigurePoint, to: FigurePoint, fromR: number, toR: number): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 1e-6) return circle(from, Math.max(fromR, toR));
  // Unit normal, to the left of the way.
  const nx = -(to.y - from.y) / length;
  const ny = (to.x - from.x) / length;
  const at = ({ x, y }: FigurePoint, r: number): string => `${round(x + nx * r)} ${round(y + ny * r)}`;
  return [
    `M${at(from, fromR)}L${at(to, toR)}`,
    `A${toR} ${toR} 0 0 0 ${at(to, -toR)}`,
    `L${at(from, -fromR)}`,
    `A${fromR} ${fromR} 0 0 0 ${at(from, fromR)}Z`,
  ].join('');
}

const circle = ({ x, y }: FigurePoint, r: number): string =>
  `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

/** The line to hold, beside the body: above it where it lies, behind it where it stands. @param by how far */
export function besideLine(
  from: FigurePoint,
  to: FigurePoint,
  by: number,
  facing: number,
): readonly [FigurePoint, FigurePoint] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  let nx = -(to.y - from.y) / length;
  let ny = (to.x - from.x) / length;
  const upright = Math.abs(nx) > Math.abs(ny);
  const wrongWay = upright ? nx * facing > 0 : ny > 0;
  if (wrongWay) [nx, ny] = [-nx, -ny];
  const beside = ({ x, y }: FigurePoint): FigurePoint => ({ x: x + nx * by, y: y + ny * by });
  return [beside(from), beside(to)];
}

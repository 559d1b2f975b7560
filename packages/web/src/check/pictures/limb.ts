/** A limb between two joints: two circles and what lies between them, as one outline. */
export interface Joint {
  readonly x: number;
  readonly y: number;
  /** Half its thickness. */
  readonly r: number;
}

const shown = (value: number): string => String(Math.round(value * 10) / 10);

/** @throws {RangeError} where one circle lies inside the other */
export function limbPath(from: Joint, to: Joint): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length <= Math.abs(from.r - to.r))
    throw new RangeError(`joints must lie apart, got ${length} between ${from.r} and ${to.r}`);
  // The common tangents touch where the radius is square to them.
  const along = Math.atan2(to.y - from.y, to.x - from.x);
  const turn = Math.acos((from.r - to.r) / length);
  const at = ({ x, y, r }: Joint, angle: number): string =>
    `${shown(x + r * Math.cos(angle))},${shown(y + r * Math.sin(angle))}`;
  const far = to.r > from.r ? 1 : 0;
  return [
    `M${at(from, along + turn)}`,
    `A${from.r},${from.r} 0 ${1 - far} 1 ${at(from, along - turn)}`,
    `L${at(to, along - turn)}`,
    `A${to.r},${to.r} 0 ${far} 1 ${at(to, along + turn)}Z`,
  ].join('');
}

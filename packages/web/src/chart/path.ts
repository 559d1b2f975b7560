/** Polylines as SVG path data, to a tenth of a pixel. */

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A line through the points; a null parts it. */
export function linePath(points: readonly (readonly [number, number] | null)[]): string {
  let path = '';
  let pen = false;
  for (const point of points) {
    if (point === null) pen = false;
    else {
      path += `${pen ? 'L' : 'M'}${tenth(point[0])} ${tenth(point[1])}`;
      pen = true;
    }
  }
  return path;
}

/** The area between each unbroken piece of line and `baseY`. */
export function areaPath(points: readonly (readonly [number, number] | null)[], baseY: number): string {
  let path = '';
  let piece: (readonly [number, number])[] = [];
  const close = (): void => {
    const [first] = piece;
    const last = piece.at(-1);
    if (first !== undefined && last !== undefined)
      path += `M${tenth(first[0])} ${tenth(baseY)}${piece.map(([x, y]) => `L${tenth(x)} ${tenth(y)}`).join('')}L${tenth(last[0])} ${tenth(baseY)}Z`;
    piece = [];
  };
  for (const point of points)
    if (point === null) close();
    else piece.push(point);
  close();
  return path;
}

/** Where a label may stand beside a point without lying on the line that runs through it. */

export interface LabelBox {
  readonly left: number;
  readonly top: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room between the point and its label, pixels. */
const GAP = 11;

/**
 * The one of eight places round the point that covers least of the line and lies within the picture.
 * @param points the line, pixels
 * @param at the point that is named
 * @param bounds the label keeps within 0…width, 0…height, widened by `across` and `down` on either side
 */
export function labelPlace(
  points: readonly (readonly [number, number] | null)[],
  [x, y]: readonly [number, number],
  label: Size,
  bounds: Size & { readonly across: number; readonly down: number },
): LabelBox {
  const { width, height } = label;
  const middle = { left: x - width / 2, top: y - height / 2 };
  const [before, after] = [x - GAP - width, x + GAP];
  const [above, below] = [y - GAP - height, y + GAP];
  const places: readonly LabelBox[] = [
    { left: after, top: middle.top },
    { left: before, top: middle.top },
    { left: middle.left, top: below },
    { left: middle.left, top: above },
    { left: after, top: below },
    { left: before, top: below },
    { left: after, top: above },
    { left: before, top: above },
  ];
  const outside = ({ left, top }: LabelBox): number =>
    Math.max(0, -bounds.across - left) +
    Math.max(0, left + width - bounds.width - bounds.across) +
    Math.max(0, -bounds.down - top) +
    Math.max(0, top + height - bounds.height - bounds.down);
  const covered = ({ left, top }: LabelBox): number =>
    points.filter(
      (point) =>
        point !== null &&
        point[0] >= left &&
        point[0] <= left + width &&
        point[1] >= top &&
        point[1] <= top + height,
    ).length;
  const cost = (place: LabelBox): number =>
    outside(place) > 0 ? points.length + outside(place) : covered(place);
  return places.reduce((best, place) => (cost(place) < cost(best) ? place : best));
}

/**
 * Lines of one right knee in a space of 200 by 372, seen from the front and from behind: each edge once, so that
 * neighbours never gap. A start, then the two handles and the end of each curve; two points alone are straight.
 */
export const EDGES = {
  // Outline from above to below; inner is left, as one sees the own right leg.
  innerThigh: [28, 0, 28, 34, 30, 63, 33, 92],
  outerThigh: [176, 0, 174, 34, 170, 63, 165, 92],
  innerUp: [33, 92, 34, 111, 39, 126, 40, 142],
  outerUp: [165, 92, 161, 111, 160, 126, 160, 142],
  innerMid: [40, 142, 40, 160, 42, 176, 47, 192],
  outerMid: [160, 142, 160, 160, 158, 176, 154, 192],
  innerLow: [47, 192, 49, 202, 50, 211, 50, 222],
  outerLow: [154, 192, 152, 202, 151, 211, 152, 222],
  innerShin: [50, 222, 47, 244, 40, 262, 40, 286],
  outerShin: [152, 222, 156, 240, 160, 257, 159, 277],
  innerCalf: [40, 286, 40, 318, 50, 342, 55, 372],
  outerCalf: [159, 277, 157, 312, 150, 340, 146, 372],
  foot: [55, 372, 146, 372],
  // Front.
  thighInner: [33, 92, 45, 87, 58, 84, 72, 82],
  thighMid: [72, 82, 81, 80, 91, 79, 100, 79, 109, 79, 119, 80, 128, 82],
  thighOuter: [128, 82, 141, 84, 153, 87, 165, 92],
  quadInner: [72, 82, 72, 100, 75, 115, 80, 131],
  quadOuter: [128, 82, 128, 100, 125, 115, 120, 131],
  capTop: [80, 131, 86, 127, 93, 126, 100, 126, 107, 126, 114, 127, 120, 131],
  capInnerUp: [80, 131, 73, 135, 69, 141, 67, 149],
  capOuterUp: [120, 131, 127, 135, 131, 141, 133, 149],
  edgeInner: [40, 142, 49, 142, 58, 145, 67, 149],
  edgeOuter: [160, 142, 151, 142, 142, 145, 133, 149],
  capInnerLow: [67, 149, 66, 166, 70, 179, 81, 189],
  capOuterLow: [133, 149, 134, 166, 130, 179, 119, 189],
  lineInner: [47, 192, 58, 193, 70, 192, 81, 189],
  lineOuter: [154, 192, 142, 193, 130, 192, 119, 189],
  tipInner: [81, 189, 85, 192, 88, 195, 92, 197],
  tipOuter: [119, 189, 115, 192, 112, 195, 108, 197],
  tip: [92, 197, 97, 200, 103, 200, 108, 197],
  fatInner: [81, 189, 73, 199, 68, 211, 67, 223],
  fatOuter: [119, 189, 127, 199, 132, 211, 133, 223],
  tendonInner: [92, 197, 90, 207, 89, 216, 89, 226],
  tendonOuter: [108, 197, 110, 207, 111, 216, 111, 226],
  belowInner: [50, 222, 56, 223, 61, 224, 67, 223],
  belowOuter: [152, 222, 146, 223, 139, 224, 133, 223],
  padInner: [67, 223, 73, 225, 80, 226, 89, 226],
  padOuter: [133, 223, 127, 225, 120, 226, 111, 226],
  rootInner: [89, 226, 88, 230, 88, 235, 88, 239],
  rootOuter: [111, 226, 112, 230, 112, 235, 112, 239],
  bumpTop: [88, 239, 92, 236, 96, 235, 100, 235, 104, 235, 108, 236, 112, 239],
  bumpInner: [88, 239, 83, 243, 80, 250, 80, 257, 80, 268, 86, 276, 95, 279],
  bumpOuter: [112, 239, 117, 243, 120, 250, 120, 257, 120, 268, 114, 276, 105, 279],
  bumpBase: [95, 279, 98, 280, 102, 280, 105, 279],
  shinInner: [40, 286, 58, 289, 78, 286, 95, 279],
  shinOuter: [159, 277, 141, 284, 122, 284, 105, 279],
  // Back.
  hamInnerUp: [33, 92, 33, 99, 34, 105, 35, 111],
  hamOuterUp: [165, 92, 164, 99, 163, 105, 162, 111],
  hamInner: [35, 111, 47, 107, 60, 104, 74, 103],
  hamMid: [74, 103, 83, 101, 91, 101, 100, 101, 109, 101, 117, 101, 126, 103],
  hamOuter: [126, 103, 138, 104, 150, 107, 162, 111],
  cordInner: [74, 103, 77, 124, 75, 146, 70, 167],
  cordOuter: [126, 103, 123, 124, 125, 146, 130, 167],
  backInner: [35, 111, 38, 121, 40, 131, 40, 142, 40, 150, 40, 158, 42, 166],
  backOuter: [162, 111, 160, 121, 160, 131, 160, 142, 160, 150, 160, 158, 158, 166],
  cordBaseInner: [42, 166, 51, 168, 60, 168, 70, 167],
  cordBaseOuter: [158, 166, 149, 168, 140, 168, 130, 167],
  hollowInner: [70, 167, 67, 180, 67, 196, 72, 212],
  hollowOuter: [130, 167, 133, 180, 133, 196, 128, 212],
  hollowBaseInner: [72, 212, 80, 205, 90, 201, 100, 201],
  hollowBaseOuter: [128, 212, 120, 205, 110, 201, 100, 201],
  cornerOutInner: [42, 166, 43, 175, 45, 184, 47, 192, 49, 202, 50, 215, 49, 231],
  cornerOutOuter: [158, 166, 158, 175, 156, 184, 154, 192, 152, 202, 151, 215, 153, 231],
  cornerInInner: [72, 212, 65, 218, 60, 225, 57, 233],
  cornerInOuter: [128, 212, 134, 218, 140, 225, 143, 233],
  cornerBaseInner: [49, 231, 51, 232, 54, 233, 57, 233],
  cornerBaseOuter: [153, 231, 150, 232, 147, 233, 143, 233],
  calfOutInner: [49, 231, 46, 249, 40, 266, 40, 286, 40, 318, 50, 342, 55, 372],
  calfOutOuter: [153, 231, 156, 243, 160, 257, 159, 277, 157, 312, 150, 340, 146, 372],
  calfMid: [100, 201, 98, 240, 98, 290, 100, 372],
  soleInner: [55, 372, 100, 372],
  soleOuter: [146, 372, 100, 372],
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type Edge = keyof typeof EDGES;

function pointsOf(edge: Edge, reversed: boolean): readonly (readonly [number, number])[] {
  const flat: readonly number[] = EDGES[edge];
  const points = Array.from({ length: flat.length / 2 }, (_, at): readonly [number, number] => [
    flat[at * 2] ?? 0,
    flat[at * 2 + 1] ?? 0,
  ]);
  return reversed ? points.toReversed() : points;
}

/** A closed outline along these edges; `-` before one runs it backwards. */
export function outline(edges: readonly (Edge | `-${Edge}`)[]): string {
  const parts = edges.map((named, at) => {
    const reversed = named.startsWith('-');
    const [start, ...rest] = pointsOf((reversed ? named.slice(1) : named) as Edge, reversed);
    const ends = rest.map(([x, y]) => `${x},${y}`).join(' ');
    const begins = at === 0 && start ? `M${start[0]},${start[1]}` : '';
    return `${begins}${rest.length === 1 ? 'L' : 'C'}${ends}`;
  });
  return `${parts.join('')}Z`;
}

/** Where an outline's edges start and end, for the test that none leaves a gap. */
export const ends = (named: Edge | `-${Edge}`): readonly [readonly number[], readonly number[]] => {
  const reversed = named.startsWith('-');
  const points = pointsOf((reversed ? named.slice(1) : named) as Edge, reversed);
  return [points[0] ?? [], points.at(-1) ?? []];
};

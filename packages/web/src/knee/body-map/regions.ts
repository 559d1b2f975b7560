/** The places of a knee that can be tapped, front and back, by their permanent names. */
import { type Edge, outline } from './edges.ts';

export type View = 'front' | 'back';

export interface Region {
  /** Permanent; with the side before it, `right-front-kneecap`, the name of a place on the map. */
  readonly id: string;
  readonly view: View;
  /** Where its name belongs, in the space of 200 by 372. */
  readonly centre: readonly [x: number, y: number];
  readonly edges: readonly (Edge | `-${Edge}`)[];
}

export const WIDTH = 205;
export const HEIGHT = 372;

const region = (view: View, name: string, x: number, y: number, edges: string): Region => ({
  id: `${view}-${name}`,
  view,
  centre: [x, y],
  edges: edges.split(' ') as (Edge | `-${Edge}`)[],
});

export const REGIONS: readonly Region[] = [
  region('front', 'thigh', 100, 42, 'innerThigh thighInner thighMid thighOuter -outerThigh'),
  region('front', 'above', 100, 104, 'thighMid quadOuter -capTop -quadInner'),
  region('front', 'inner-above', 55, 116, 'thighInner quadInner capInnerUp -edgeInner -innerUp'),
  region('front', 'outer-above', 145, 116, 'outerUp edgeOuter -capOuterUp -quadOuter thighOuter'),
  region(
    'front',
    'kneecap',
    100,
    160,
    'capTop capOuterUp capOuterLow tipOuter -tip -tipInner -capInnerLow -capInnerUp',
  ),
  region('front', 'inner-edge', 54, 168, 'edgeInner capInnerLow -lineInner -innerMid'),
  region('front', 'outer-edge', 146, 168, 'edgeOuter capOuterLow -lineOuter -outerMid'),
  region('front', 'below', 100, 219, 'tip tendonOuter rootOuter -bumpTop -rootInner -tendonInner'),
  region('front', 'beside-tendon-inner', 80, 211, 'tipInner tendonInner -padInner -fatInner'),
  region('front', 'beside-tendon-outer', 120, 211, 'tipOuter tendonOuter -padOuter -fatOuter'),
  region('front', 'inner-joint', 60, 208, 'lineInner fatInner -belowInner -innerLow'),
  region('front', 'outer-joint', 141, 208, 'lineOuter fatOuter -belowOuter -outerLow'),
  region('front', 'shin-bump', 100, 258, 'bumpTop bumpOuter -bumpBase -bumpInner'),
  region('front', 'inner-below', 64, 254, 'belowInner padInner rootInner bumpInner -shinInner -innerShin'),
  region('front', 'outer-below', 138, 252, 'belowOuter padOuter rootOuter bumpOuter -shinOuter -outerShin'),
  region('front', 'shin', 100, 326, 'shinInner bumpBase -shinOuter outerCalf -foot -innerCalf'),
  region('back', 'thigh', 100, 52, 'innerThigh hamInnerUp hamInner hamMid hamOuter -hamOuterUp -outerThigh'),
  region('back', 'inner-tendon', 57, 138, 'hamInner cordInner -cordBaseInner -backInner'),
  region('back', 'outer-tendon', 143, 138, '-hamOuter cordOuter -cordBaseOuter -backOuter'),
  region(
    'back',
    'hollow',
    100,
    152,
    'hamMid cordOuter hollowOuter hollowBaseOuter -hollowBaseInner -hollowInner -cordInner',
  ),
  region(
    'back',
    'inner-corner',
    57,
    196,
    'cordBaseInner hollowInner cornerInInner -cornerBaseInner -cornerOutInner',
  ),
  region(
    'back',
    'outer-corner',
    143,
    196,
    'cordBaseOuter hollowOuter cornerInOuter -cornerBaseOuter -cornerOutOuter',
  ),
  region(
    'back',
    'calf-inner',
    73,
    284,
    'cornerBaseInner -cornerInInner hollowBaseInner calfMid -soleInner -calfOutInner',
  ),
  region(
    'back',
    'calf-outer',
    126,
    284,
    'cornerBaseOuter -cornerInOuter hollowBaseOuter calfMid -soleOuter -calfOutOuter',
  ),
];

export const pathOf = ({ edges }: Region): string => outline(edges);

const away = ([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): number =>
  Math.hypot(x - toX, y - toY);

/** The region of a view whose centre is nearest: small ones are hit by a thumb, too. */
export function nearest(view: View, point: readonly [x: number, y: number]): Region {
  const [first] = REGIONS.filter((each) => each.view === view).sort(
    (a, b) => away(a.centre, point) - away(b.centre, point),
  );
  if (first === undefined) throw new RangeError(`view must be front or back, got ${view}`);
  return first;
}

/** The regions round one, nearest first. */
export const neighbours = (of: Region, count: number): readonly Region[] =>
  REGIONS.filter(({ id, view }) => view === of.view && id !== of.id)
    .sort((a, b) => away(a.centre, of.centre) - away(b.centre, of.centre))
    .slice(0, count);

/** Regions of the map as the places that the knee check knows, and the places that are beside the map. */
import type { Region } from '../knee/body-map/regions.ts';

const PLACE_OF: Readonly<Record<string, string>> = {
  'front-thigh': 'lower-thigh',
  'front-above': 'above-kneecap',
  'front-inner-above': 'inner-above',
  'front-outer-above': 'outer-above',
  'front-kneecap': 'kneecap',
  'front-inner-edge': 'inner-kneecap-edge',
  'front-outer-edge': 'kneecap',
  'front-below': 'below-kneecap',
  'front-beside-tendon-inner': 'beside-tendon',
  'front-beside-tendon-outer': 'beside-tendon',
  'front-inner-joint': 'inner-line',
  'front-outer-joint': 'outer-line',
  'front-shin-bump': 'shin-bump',
  'front-inner-below': 'inner-below',
  'front-outer-below': 'outer-below',
  'front-shin': 'shin',
  'back-thigh': 'thigh',
  'back-inner-tendon': 'back-inner',
  'back-outer-tendon': 'back-outer',
  'back-hollow': 'back-middle',
  'back-inner-corner': 'back-inner',
  'back-outer-corner': 'back-outer',
  'back-calf-inner': 'calf',
  'back-calf-outer': 'calf',
};

/** @throws {RangeError} where the region has no place */
export function placeOf({ id }: Pick<Region, 'id'>): string {
  const place = PLACE_OF[id];
  if (place === undefined) throw new RangeError(`region must be one of the map, got ${id}`);
  return place;
}

const ON_THE_MAP: ReadonlySet<string> = new Set(Object.values(PLACE_OF));
/** Thigh, shin and calf reach beyond the map, so they stand beside it too. */
const BEYOND: ReadonlySet<string> = new Set(['thigh', 'shin', 'calf']);

export const isOnTheMap = (place: string): boolean => ON_THE_MAP.has(place);
export const isBesideTheMap = (place: string): boolean => !ON_THE_MAP.has(place) || BEYOND.has(place);

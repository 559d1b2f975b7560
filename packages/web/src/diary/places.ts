/** Places a pain can be at: the regions of the map, and what the map cannot show. */
import { type Region, REGIONS } from '../knee/body-map/regions.ts';
import type { Place } from './api.ts';

/** The map and the server call the regions by the same names; a test keeps it so. */
export const placeOf = ({ id }: Region): Place => id as Place;

export const FRONT: readonly Place[] = REGIONS.filter(({ view }) => view === 'front').map(placeOf);
export const BACK: readonly Place[] = REGIONS.filter(({ view }) => view === 'back').map(placeOf);
export const BESIDE: readonly Place[] = ['moves-about', 'deep-inside', 'whole-knee'];

export const regionAt = (place: Place): Region | null => REGIONS.find(({ id }) => id === place) ?? null;

export type Side = 'left' | 'right';
export interface Spot {
  readonly side: Side;
  readonly place: Place;
}
export const keyOf = ({ side, place }: Spot): string => `${side} ${place}`;

/** @returns null for what is no spot */
export function spotOf(key: string): Spot | null {
  const [side, place] = key.split(' ');
  const known = [...FRONT, ...BACK, ...BESIDE].find((one) => one === place);
  return (side === 'left' || side === 'right') && known !== undefined ? { side, place: known } : null;
}

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { questionOf } from '@kneewise/engine';
import { REGIONS } from '../knee/body-map/regions.ts';
import { isBesideTheMap, isOnTheMap, placeOf } from './places.ts';

const places = questionOf('place')?.answers ?? [];

it('every region of the map is a place of the check, and every place is on the map or beside it', () => {
  for (const region of REGIONS) assert.ok(places.includes(placeOf(region)), region.id);
  assert.deepEqual(
    places.filter((place) => !isOnTheMap(place) && !isBesideTheMap(place)),
    [],
  );
  assert.deepEqual(
    places.filter(isBesideTheMap),
    'front inner outer back deep groin hip buttock thigh shin calf lower-leg foot low-back'.split(' '),
  );
  assert.throws(() => placeOf({ id: 'front-elbow' }), RangeError);
});

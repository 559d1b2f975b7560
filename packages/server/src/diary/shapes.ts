/** What the diary sends and takes. */
import { z } from '@hono/zod-openapi';
import { SaidAt } from '../said-at.ts';

/** Regions of the body map, without the side; then what the map cannot show. Ids are permanent. */
export const Place = z.enum([
  'front-thigh',
  'front-above',
  'front-inner-above',
  'front-outer-above',
  'front-kneecap',
  'front-inner-edge',
  'front-outer-edge',
  'front-below',
  'front-beside-tendon-inner',
  'front-beside-tendon-outer',
  'front-inner-joint',
  'front-outer-joint',
  'front-shin-bump',
  'front-inner-below',
  'front-outer-below',
  'front-shin',
  'back-thigh',
  'back-inner-tendon',
  'back-outer-tendon',
  'back-hollow',
  'back-inner-corner',
  'back-outer-corner',
  'back-calf-inner',
  'back-calf-outer',
  'whole-knee',
  'deep-inside',
  'moves-about',
]);
/** A few words, in the runner's own. */
const Words = z.string().max(500).nullable();

export const NewPainEntry = SaidAt.extend({
  side: z.enum(['left', 'right']),
  place: Place,
  pain: z.number().int().min(0).max(10),
  words: Words,
});
export const PainEntry = NewPainEntry.extend({ id: z.string() });

/** What can hide pain: medicines, and habits that do alike. */
export const NewTaken = SaidAt.extend({
  what: z.enum(['anti-inflammatory', 'paracetamol', 'stronger-painkiller', 'gel', 'cold', 'tape-or-brace']),
  words: Words,
});
export const Taken = NewTaken.extend({ id: z.string() });

/** GET /api/diary → oldest first */
export const Diary = z.object({ entries: z.array(PainEntry), taken: z.array(Taken) });

/**
 * The 37 explanations, and `other` beside them, and how common each is, per 100 complaints of runners who open the check.
 *
 * Shape from [taunton-2002, kakouris-2021, nielsen-2014] for adults (kneecap, then outer band, then meniscus and
 * tendon), [culvenor-2018] and [nice-ng226] for age, [foster-2012] for adolescents. Rare conditions and every
 * exact figure are our choice, set high enough to be seen.
 */
import type { Level } from './level.ts';

export const CONDITION_IDS = [
  'pfp',
  'itb',
  'patellar-tendon',
  'quad-tendon',
  'fat-pad',
  'plica',
  'pes-anserine',
  'meniscus-medial',
  'meniscus-lateral',
  'oa',
  'popliteus',
  'biceps-femoris',
  'baker-cyst',
  'collateral-sprain',
  'cruciate-tear',
  'kneecap-dislocation',
  'extensor-rupture',
  'fracture',
  'bsi-tibia',
  'bsi-femur',
  'bsi-patella',
  'bsi-femoral-neck',
  'subchondral-bone',
  'osgood-schlatter',
  'sinding-larsen',
  'slipped-hip',
  'loose-body',
  'tumour',
  'joint-infection',
  'blood-clot',
  'inflammatory-joint',
  'lyme',
  'hip-referred',
  'back-referred',
  'nerve',
  'artery',
  'muscle-strain',
  'other',
] as const;

export type ConditionId = (typeof CONDITION_IDS)[number];

/** Conditions that share weights: overuse of soft tissue, tiring bone, inside the joint, an injury. */
export type ConditionClass = 'overuse' | 'bone' | 'joint' | 'injury';

export interface Condition {
  readonly id: ConditionId;
  /** Per 100 complaints at ages under 16, 16–34, 35–49, 50 and over. */
  readonly per100: readonly [number, number, number, number];
  /** Factors; an unknown or other sex takes 1. */
  readonly female: number;
  readonly male: number;
  /** What it would come to on its own. */
  readonly level: Level;
  readonly class: ConditionClass | null;
}

const prior = (
  id: ConditionId,
  per100: Condition['per100'],
  female: number,
  male: number,
  level: Level,
  group: ConditionClass | null,
): Condition => ({ id, per100, female, male, level, class: group });

/** How many of 100 complaints by age band, and ratios for women and men. Our choice, after [foster-2012; taunton-2002; kakouris-2021]. */
export const CONDITIONS: readonly Condition[] = [
  prior('pfp', [24, 34, 22, 12], 1.2, 0.8, 'self-manage', 'overuse'),
  prior('itb', [3, 17, 13, 7], 1, 1, 'self-manage', 'overuse'),
  prior('patellar-tendon', [3, 7, 5, 3], 0.7, 1.3, 'self-manage', 'overuse'),
  prior('quad-tendon', [0.3, 1, 2.5, 4], 0.8, 1.2, 'self-manage', 'overuse'),
  prior('fat-pad', [2, 3, 2, 1], 1.2, 0.8, 'self-manage', 'overuse'),
  prior('plica', [3, 3, 1.5, 0.5], 1, 1, 'self-manage', 'overuse'),
  prior('pes-anserine', [0.5, 2, 3, 4], 1.3, 0.7, 'self-manage', 'overuse'),
  prior('meniscus-medial', [1.5, 4.5, 10, 13], 0.7, 1.3, 'physio', 'joint'),
  prior('meniscus-lateral', [1, 2, 3, 3], 0.8, 1.2, 'physio', 'joint'),
  prior('oa', [0.01, 0.5, 7, 22], 1.1, 0.9, 'physio', null),
  prior('popliteus', [0.5, 1.5, 1.5, 1], 1, 1, 'self-manage', 'overuse'),
  prior('biceps-femoris', [0.5, 1.5, 1.5, 1.5], 0.9, 1.1, 'self-manage', 'overuse'),
  prior('baker-cyst', [0.5, 0.7, 2, 4], 1, 1, 'physio', null),
  prior('collateral-sprain', [2, 2.5, 2, 1.5], 1, 1, 'physio', 'injury'),
  prior('cruciate-tear', [1.5, 2, 1, 0.5], 1.2, 0.8, 'within-days', 'injury'),
  prior('kneecap-dislocation', [1.5, 0.7, 0.2, 0.1], 1.2, 0.8, 'within-days', 'injury'),
  prior('extensor-rupture', [0.1, 0.1, 0.2, 0.4], 0.5, 1.5, 'today', null),
  prior('fracture', [1, 0.3, 0.3, 0.6], 1, 1, 'today', 'injury'),
  prior('bsi-tibia', [1.5, 2.5, 1.5, 1.5], 1.3, 0.7, 'within-days', 'bone'),
  prior('bsi-femur', [0.5, 0.9, 0.6, 0.6], 1.3, 0.7, 'within-days', 'bone'),
  prior('bsi-patella', [0.3, 0.3, 0.2, 0.1], 1, 1, 'within-days', 'bone'),
  prior('bsi-femoral-neck', [0.5, 0.8, 0.7, 0.6], 1.3, 0.7, 'today', 'bone'),
  prior('subchondral-bone', [0.1, 0.1, 0.6, 2], 1.2, 0.8, 'within-days', null),
  prior('osgood-schlatter', [20, 0.7, 0.05, 0.05], 0.8, 1.2, 'self-manage', 'overuse'),
  prior('sinding-larsen', [9, 0.4, 0.02, 0.02], 0.8, 1.2, 'self-manage', 'overuse'),
  prior('slipped-hip', [1.2, 0.02, 0.001, 0.001], 0.8, 1.2, 'today', null),
  prior('loose-body', [2.5, 0.8, 0.2, 0.05], 0.8, 1.2, 'within-days', 'joint'),
  prior('tumour', [0.3, 0.12, 0.08, 0.12], 1, 1, 'within-days', null),
  prior('joint-infection', [0.15, 0.05, 0.05, 0.1], 1, 1, 'emergency-now', null),
  prior('blood-clot', [0.02, 0.2, 0.3, 0.5], 1.1, 0.9, 'today', null),
  prior('inflammatory-joint', [1, 1, 1.5, 2], 1.1, 0.9, 'within-days', null),
  prior('lyme', [0.6, 0.2, 0.2, 0.2], 1, 1, 'within-days', null),
  prior('hip-referred', [1, 1, 2, 4], 1, 1, 'physio', null),
  prior('back-referred', [0.3, 0.7, 1.2, 1.7], 1, 1, 'physio', null),
  prior('nerve', [0.3, 0.5, 0.5, 0.5], 1, 1, 'physio', null),
  prior('artery', [0.3, 0.7, 0.5, 0.6], 0.8, 1.2, 'within-days', null),
  prior('muscle-strain', [1.5, 3, 3.5, 3], 0.9, 1.1, 'self-manage', 'overuse'),
  prior('other', [8, 8, 8, 8], 1, 1, 'physio', null),
];

/** First years of the second, third and fourth age band. Our choice. */
export const AGE_BANDS_FROM = [16, 35, 50] as const;

const BY_ID: ReadonlyMap<ConditionId, Condition> = new Map(
  CONDITIONS.map((condition) => [condition.id, condition]),
);

/** @throws {RangeError} where there is no such condition */
export function conditionOf(id: ConditionId): Condition {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`id must be one of the conditions, got ${id}`);
  return found;
}

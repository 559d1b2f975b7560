/** In which order explanations are shown: what must be checked first, then what fits best. */
import { CONDITION_IDS, type ConditionId } from './conditions.ts';
import { isAtLeast } from './level.ts';
import type { RedFlag } from './red-flags.ts';

/** How much harm a miss does, as a weight beside 1 for the rest. Our choice. */
export const HARM: Readonly<Partial<Record<ConditionId, number>>> = {
  'joint-infection': 50,
  'blood-clot': 40,
  'slipped-hip': 30,
  tumour: 30,
  artery: 20,
  'bsi-femoral-neck': 15,
  'extensor-rupture': 15,
  fracture: 10,
  'bsi-femur': 5,
  'cruciate-tear': 5,
  'loose-body': 5,
  'kneecap-dislocation': 5,
  'inflammatory-joint': 4,
  lyme: 4,
  'bsi-tibia': 3,
  'bsi-patella': 3,
  'subchondral-bone': 3,
  'back-referred': 3,
};

/** As many explanations come first as a runner can read before what fits, at most. Our choice. */
const CHECK_FIRST_AT_MOST = 2;
/** Below this share nothing is put first: the flag's own words lead instead. Our choice. */
export const CHECK_FIRST_FROM = 0.01;

export interface Shown {
  readonly id: ConditionId;
  readonly share: number;
  readonly checkFirst: boolean;
}

/** @param shares in the order of `CONDITIONS` */
export function orderShown(shares: readonly number[], raised: readonly RedFlag[]): readonly Shown[] {
  const harmed = (shown: Shown): number => shown.share * (HARM[shown.id] ?? 1);
  const byShare = CONDITION_IDS.map((id, at) => ({ id, share: shares[at] ?? 0, checkFirst: false })).sort(
    (a, b) => b.share - a.share,
  );
  const sought = new Set(
    raised.filter(({ level }) => isAtLeast(level, 'within-days')).flatMap(({ looksFor }) => looksFor),
  );
  const first = byShare
    .filter(({ id, share }) => sought.has(id) && share >= CHECK_FIRST_FROM)
    .sort((a, b) => harmed(b) - harmed(a))
    .slice(0, CHECK_FIRST_AT_MOST);
  return [
    ...first.map(({ id, share }) => ({ id, share, checkFirst: true })),
    ...byShare.filter((shown) => !first.includes(shown)),
  ];
}

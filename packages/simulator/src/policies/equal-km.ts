/** Two policies at equal kilometres: the other's step or start is varied, and read off between (models.md C). */
import { seededRandom } from '../random.ts';
import type { PolicyName, PolicyStudy, Varied } from './policy-study.ts';

export interface Change {
  /** Ceiling days of ours ÷ the other's − 1; NaN where the other never runs as many kilometres. */
  readonly value: number;
  /** 95 % interval, over runners drawn again. */
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 400;
const SEED = 20_240;

/** Means over some of the runners. */
function meanOf(
  figures: readonly { readonly km: number; readonly ceilingDays: number }[],
  chosen: Int32Array,
): { km: number; days: number } {
  let km = 0;
  let days = 0;
  for (const i of chosen) {
    km += figures[i]?.km ?? Number.NaN;
    days += figures[i]?.ceilingDays ?? Number.NaN;
  }
  return { km: km / chosen.length, days: days / chosen.length };
}

/**
 * Ceiling days at so many kilometres, between neighbours; NaN outside them. Days grow with kilometres by factors, so
 * their logarithm is what lies on straight lines: lines through the days themselves would make the other look worse.
 */
export function daysAt(
  points: readonly { readonly km: number; readonly days: number }[],
  km: number,
): number {
  const inOrder = points.toSorted((a, b) => a.km - b.km);
  for (const [i, above] of inOrder.entries()) {
    const below = inOrder[i - 1];
    if (below === undefined || km < below.km || km > above.km) continue;
    const share = above.km > below.km ? (km - below.km) / (above.km - below.km) : 0;
    return below.days ** (1 - share) * above.days ** share;
  }
  return Number.NaN;
}

export function changeAtEqualKm(study: PolicyStudy, ours: PolicyName, other: Varied): Change {
  const mine = study.policies[ours];
  const theirs = study.varied[other];
  const change = (chosen: Int32Array): number => {
    const { km, days } = meanOf(mine, chosen);
    return (
      days /
        daysAt(
          theirs.map((figures) => meanOf(figures, chosen)),
          km,
        ) -
      1
    );
  };
  const random = seededRandom(SEED);
  const again = Float64Array.from({ length: RESAMPLES }, () =>
    change(Int32Array.from(mine, () => Math.floor(random.between(0, mine.length)))),
  ).filter((value) => Number.isFinite(value));
  again.sort();
  const at = (share: number): number => again[Math.floor(share * (again.length - 1))] ?? Number.NaN;
  return { value: change(Int32Array.from(mine.keys())), low: at(0.025), high: at(0.975) };
}

/**
 * Of the ceiling days that iv saves over iii-a at equal kilometres, the share that opening at half the long run saves
 * by itself (iii-b).
 */
export function shareFromOpening(study: PolicyStudy): number {
  const all = Int32Array.from(study.policies.iv.keys());
  const { km, days } = meanOf(study.policies.iv, all);
  const at = (other: Varied): number =>
    daysAt(
      study.varied[other].map((figures) => meanOf(figures, all)),
      km,
    );
  return (at('iii-a') - at('iii-b')) / (at('iii-a') - days);
}

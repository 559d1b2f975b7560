/** Which pair today? Two in turn went with fewer injuries, observed and not tried [malisoux-2015: 0.61, 0.39–0.97]. */
import { parseIsoDay } from '../calendar/civil-day.ts';
import type { EvidenceId, EvidenceMark } from '../evidence/mark.ts';
import { dayOfRun } from '../pain/reports.ts';
import type { Run } from '../run/run.ts';
import type { Shoe, ShoeOfRun } from './shoe.ts';

/** How many times the injuries of those with one pair, as a hazard ratio. [malisoux-2015] */
export const ROTATION_EVIDENCE: {
  readonly evidence: EvidenceId;
  readonly mark: EvidenceMark;
  readonly hazardRatio: { readonly value: number; readonly low: number; readonly high: number };
} = {
  evidence: 'malisoux-2015',
  mark: 'cohort',
  // Against one pair only. [malisoux-2015]
  hazardRatio: { value: 0.61, low: 0.39, high: 0.97 },
};

/** Runs looked back on for who was worn how often. Our choice. Days */
const LOOK_BACK_DAYS = 28;

export interface Rotation {
  /** Pairs in use, the one that rested longest first. */
  readonly order: readonly {
    readonly shoe: Shoe;
    readonly restedDays: number | null;
    readonly runs: number;
  }[];
  /** The pair for today; null: none is in use. */
  readonly next: Shoe | null;
  /** Share of the last four weeks' runs with a shoe that were in the pair worn most, 0–1; null: none named. */
  readonly mostWornShare: number | null;
}

/**
 * @param ofNew pairs that are still being got used to, with whether today's run may be in them
 */
export function shoeRotation(
  shoes: readonly Shoe[],
  runs: readonly Run[],
  shoeOf: ShoeOfRun,
  date: string,
  ofNew: (shoe: Shoe) => boolean = () => true,
): Rotation {
  const today = parseIsoDay(date);
  const inUse = shoes.filter(({ retiredOn }) => retiredOn === null || retiredOn > date);
  const recent = runs.filter((run) => dayOfRun(run) <= today && today - dayOfRun(run) < LOOK_BACK_DAYS);
  const order = inUse
    .map((shoe) => {
      const days = runs
        .filter(({ id }) => shoeOf.get(id) === shoe.id)
        .map(dayOfRun)
        .filter((day) => day <= today);
      return {
        shoe,
        restedDays: days.length === 0 ? null : today - Math.max(...days),
        runs: recent.filter(({ id }) => shoeOf.get(id) === shoe.id).length,
      };
    })
    .sort(
      // A pair never worn has rested longest; of equals the one worn less.
      (a, b) =>
        Math.sign((b.restedDays ?? Number.MAX_SAFE_INTEGER) - (a.restedDays ?? Number.MAX_SAFE_INTEGER)) ||
        a.runs - b.runs,
    );
  const named = order.reduce((total, { runs: count }) => total + count, 0);
  return {
    order,
    next: order.find(({ shoe }) => ofNew(shoe))?.shoe ?? null,
    mostWornShare: named === 0 ? null : Math.max(...order.map(({ runs: count }) => count)) / named,
  };
}

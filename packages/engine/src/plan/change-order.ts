/**
 * What may rise next? One kind in seven days, in the order of training.md §4. No order has been shown to be kinder than
 * another [ramskov-2018: distance first or intensity first made no difference]; amounts and waits are our choices.
 */
import type { Family } from '../pain/family.ts';
import type { Stage } from '../pain/state.ts';
import { WEEK_MINUTES_SHARE } from './hard-work.ts';
import type { ChangeKind, RequestedKind } from './plan-types.ts';

/** Days before the same kind may rise again, and what any two kinds keep apart. Our choices. */
export const AGAIN_DAYS: Readonly<Record<ChangeKind, number>> = {
  'ladder-step': 0,
  frequency: 14,
  duration: 7,
  uphill: 14,
  speed: 7,
  downhill: 14,
  'rough-ground': 14,
  'new-shoe': 14,
  cadence: 7,
  jumps: 14,
};
export const DAYS_BETWEEN_KINDS = 7;
/** Clean runs since a change before the next. Our choice, as in the pain rules. */
export const CLEAN_SINCE_CHANGE = 2;

/** Runs a week up to which the plan adds some. [trek-runners: shorter and oftener is kinder; numbers our choice] */
const MOST_RUNS_ACHING = 4;
const MOST_RUNS_CLEAR = 5;
/** Length of the long run up to which it grows before anything else but frequency, minutes. Our choice. */
const DURATION_FIRST_MIN = 45;
/** Running without walking that hills need, minutes. Our choice. */
const UPHILL_NEEDS_MIN = 30;
/** Long run that speed needs, metres. Our choice. */
const SPEED_NEEDS_M = 6000;
/** Steps of each that a plan takes. Our choice. */
export const MOST_LEVELS: Readonly<Record<'uphill' | 'speed' | 'downhill', number>> = {
  uphill: 3,
  speed: 4,
  downhill: 2,
};

export interface OrderGround {
  readonly day: number;
  readonly stage: Stage;
  readonly families: readonly Family[];
  /** The size in force, metres, and its minutes at easy pace; null: not known. */
  readonly longM: number | null;
  readonly longMin: number | null;
  /** Minutes of running planned a week; null: not known. */
  readonly weekMin: number | null;
  readonly frequency: number;
  readonly mostRuns: number | null;
  readonly goal: {
    readonly longM: number | null;
    readonly hills: boolean;
    readonly speed: boolean;
    readonly downhill: boolean;
  };
  readonly requested: readonly RequestedKind[];
  /** How often a kind was raised, and the last day; null: never. */
  readonly made: (kind: ChangeKind) => { readonly times: number; readonly lastDay: number | null };
}

const AFTER_FREQUENCY: readonly ChangeKind[] = ['uphill', 'speed', 'duration', 'downhill'];

/** Outer band: speed before uphill. Tendon: speed after downhill. Our choices. */
function orderFor(families: readonly Family[]): readonly ChangeKind[] {
  if (families.includes('TE')) return ['uphill', 'duration', 'downhill', 'speed'];
  if (families.includes('IT')) return ['speed', 'uphill', 'duration', 'downhill'];
  return AFTER_FREQUENCY;
}

function isOpen(kind: ChangeKind, ground: OrderGround): boolean {
  const { goal, longM, longMin, frequency, stage, made, day, weekMin } = ground;
  const { times, lastDay } = made(kind);
  if (lastDay !== null && day - lastDay < AGAIN_DAYS[kind]) return false;
  switch (kind) {
    case 'frequency': {
      const most = stage === 'CLEAR' ? MOST_RUNS_CLEAR : MOST_RUNS_ACHING;
      return frequency < Math.min(most, ground.mostRuns ?? MOST_RUNS_ACHING);
    }
    case 'duration':
      return goal.longM === null || longM === null || longM < goal.longM;
    case 'uphill':
      return goal.hills && times < MOST_LEVELS.uphill && longMin !== null && longMin >= UPHILL_NEEDS_MIN;
    case 'speed': {
      // Strides first; then hard minutes, at most a tenth of the week's.
      const minutes = 5 * times;
      const room = times === 0 || (weekMin !== null && minutes <= WEEK_MINUTES_SHARE * weekMin);
      return goal.speed && times < MOST_LEVELS.speed && longM !== null && longM >= SPEED_NEEDS_M && room;
    }
    case 'downhill':
      return goal.downhill && times < MOST_LEVELS.downhill && made('uphill').times > 0;
    case 'ladder-step':
    case 'rough-ground':
    case 'new-shoe':
    case 'cadence':
    case 'jumps':
      return true;
  }
}

/** The next kind to rise, whenever conditions allow one at all; null: none is wanted. */
export function nextKind(ground: OrderGround): ChangeKind | null {
  const { longMin, requested, families, made } = ground;
  const open = (kinds: readonly ChangeKind[]): readonly ChangeKind[] =>
    kinds.filter((kind) => isOpen(kind, ground));
  const [first] = open([...requested, 'frequency']);
  if (first !== undefined) return first;
  const early = longMin === null || longMin < DURATION_FIRST_MIN;
  if (early && isOpen('duration', ground)) return 'duration';
  const kinds = open(orderFor(families));
  const fresh = kinds.find((kind) => kind !== 'duration' && made(kind).times === 0);
  if (fresh !== undefined) return fresh;
  // Later the one that has waited longest; of equals the first in order.
  const waited = (kind: ChangeKind): number => made(kind).lastDay ?? -Infinity;
  return kinds.reduce<ChangeKind | null>(
    (longest, kind) => (longest === null || waited(kind) < waited(longest) ? kind : longest),
    null,
  );
}

/**
 * How likely is too much? The chance that a load reaches the ceiling or leaves the next morning raised, and the load
 * at which that chance is one in five or one in ten (models.md B).
 */
import { normalCdf } from '../stats/normal.ts';
import { type CapacityState, cellLn } from './capacity-state.ts';
import { burdenLn, morningRaisedShare } from './observe.ts';
import {
  CELLS,
  CENTRE_CELL,
  DAY_SDS,
  GROUPS,
  LEFTOVER_SHARE,
  MORNING_SHIFTS,
  PAIN_BEFORE_LN,
  SETTINGS_PER_GROUP,
  STEP,
} from './settings.ts';

/** One in five: what is shown as the edge. One in ten: what plans stay within. Our choices. */
export const EDGE_SHARE = 0.2;
export const PLAN_SHARE = 0.1;
export type Share = typeof EDGE_SHARE | typeof PLAN_SHARE;

export interface Quantiles {
  readonly q10: number;
  readonly q50: number;
  readonly q90: number;
}

/** The table of G runs over ±4 in ln load, in steps fine enough for straight lines between. Our choice. */
const REACH = 4;
/** Places in the table from one cell of the grid to the next: a whole number, so that all cells of a group lie alike.
 * Our choice. */
const PLACES_PER_CELL = 4;
const TABLE_STEP = STEP / PLACES_PER_CELL;
const TABLE_SIZE = Math.round((2 * REACH) / TABLE_STEP) + 1;
/** Steps of Simpson's rule, and SDs beyond which nothing is left of a normal, halvings of a search. Our choices. */
const SIMPSON_STEPS = 64;
const NOTHING_BEYOND_SDS = 8;
const HALVINGS = 60;
/** Near enough for a distance told to 100 m: ln load, chance. Our choice. */
const CLOSE_LN = 1e-7;
const CLOSE_SHARE = 1e-6;
/** First step of the search, and where it gives up, ln load. Our choice. */
const FIRST_REACH = 0.4;
const FARTHEST_REACH = 20;
/** Cells that weigh less change no chance that is told. Our choice. */
const NO_WEIGHT = 1e-9;

/** G: the chance of too much at a burden of e^x times the usual capacity. */
export function tooMuchShare(x: number, daySd: number, morningShift: number): number {
  // Days that bear the load, yet whose next morning is raised: capacity of the day above x, by Simpson's rule.
  const from = Math.max(x, -NOTHING_BEYOND_SDS * daySd);
  const to = NOTHING_BEYOND_SDS * daySd;
  let mornings = 0;
  if (from < to) {
    const h = (to - from) / SIMPSON_STEPS;
    for (let i = 0; i <= SIMPSON_STEPS; i += 1) {
      const u = from + i * h;
      const weight = i === 0 || i === SIMPSON_STEPS ? 1 : i % 2 === 1 ? 4 : 2;
      mornings += weight * Math.exp(-0.5 * (u / daySd) ** 2) * morningRaisedShare(x - u, morningShift);
    }
    mornings *= h / 3 / (daySd * Math.sqrt(2 * Math.PI));
  }
  return Math.min(1, normalCdf(x / daySd) + mornings);
}

interface Group {
  readonly table: Float64Array;
  /** x at which G is one in five, and one in ten. */
  readonly offset: Readonly<Record<Share, number>>;
}

/** x at which G is `share`. */
export function offsetOf(share: number, daySd: number, morningShift: number): number {
  let [low, high] = [-REACH, REACH];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (tooMuchShare(middle, daySd, morningShift) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const makeGroups = (): Group[] =>
  DAY_SDS.flatMap((daySd) =>
    MORNING_SHIFTS.map((shift) => ({
      table: Float64Array.from({ length: TABLE_SIZE }, (_, i) =>
        tooMuchShare(i * TABLE_STEP - REACH, daySd, shift),
      ),
      offset: {
        [EDGE_SHARE]: offsetOf(EDGE_SHARE, daySd, shift),
        [PLAN_SHARE]: offsetOf(PLAN_SHARE, daySd, shift),
      },
    })),
  );

/** Made when first asked for: some ten milliseconds. */
let made: readonly Group[] | null = null;
const groups = (): readonly Group[] => (made ??= makeGroups());

/** Weight of each group and cell: settings that share an edge summed. */
function groupWeights({ weights }: CapacityState): Float64Array {
  const sums = new Float64Array(GROUPS * CELLS);
  for (let group = 0; group < GROUPS; group += 1) {
    for (let setting = 0; setting < SETTINGS_PER_GROUP; setting += 1) {
      const at = (group * SETTINGS_PER_GROUP + setting) * CELLS;
      for (let cell = 0; cell < CELLS; cell += 1) {
        const to = group * CELLS + cell;
        sums[to] = (sums[to] as number) + (weights[at + cell] as number);
      }
    }
  }
  return sums;
}

/** Chance at a burden, from the weights of groups: straight lines between the places of the table. */
function chanceAt(state: CapacityState, sums: Float64Array, burden: number): number {
  const first = (burden - cellLn(state, 0) + REACH) / TABLE_STEP;
  const whole = Math.floor(first);
  const above = first - whole;
  let chance = 0;
  for (const [group, { table }] of groups().entries()) {
    const at = group * CELLS;
    // Cells that the burden lies far above are sure to be too much; from some cell on none is.
    const sure = Math.min(CELLS, Math.max(0, Math.ceil((whole - TABLE_SIZE + 2) / PLACES_PER_CELL)));
    const last = Math.min(CELLS - 1, Math.floor(whole / PLACES_PER_CELL));
    for (let cell = 0; cell < sure; cell += 1) chance += sums[at + cell] as number;
    for (let cell = sure; cell <= last; cell += 1) {
      const weight = sums[at + cell] as number;
      if (weight < NO_WEIGHT) continue;
      const place = whole - cell * PLACES_PER_CELL;
      const low = table[place] as number;
      chance += weight * (low + above * ((table[place + 1] as number) - low));
    }
  }
  return Math.min(1, chance);
}

/**
 * Chance, 0–1, that a run of `load` is too much: the ceiling reached, or the next morning raised.
 * @param leftover Σ of earlier loads · e^(−hours ÷ 36); @param painBefore 0–10
 */
export function exceedProbability(
  state: CapacityState,
  load: number,
  leftover: number,
  painBefore: number,
): number {
  return load + leftover <= 0
    ? 0
    : chanceAt(state, groupWeights(state), burdenLn(load, leftover, painBefore));
}

/** The load of a burden; 0 where what is left of earlier runs is too much already. */
const loadOf = (burden: number, leftover: number, painBefore: number): number =>
  Math.max(0, Math.exp(burden - PAIN_BEFORE_LN * painBefore) - LEFTOVER_SHARE * leftover);

/** The load at which `exceedProbability` is `share`: everything unknown is averaged over. 0 where none is left. */
export function loadForShare(
  state: CapacityState,
  share: number,
  leftover: number,
  painBefore: number,
): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`share must be between 0 and 1, got ${share}`);
  return loadOf(burdenForShare(state, share), leftover, painBefore);
}

/** The burden of a chance: regula falsi with Illinois' correction, for the chance rises smoothly. ln load */
function burdenForShare(state: CapacityState, share: number): number {
  const sums = groupWeights(state);
  const off = (burden: number): number => chanceAt(state, sums, burden) - share;
  let low = cellLn(state, CENTRE_CELL);
  let below = off(low);
  let high = low;
  let above = below;
  // Outwards from the middle until the chance lies between.
  for (let reach = FIRST_REACH; below > 0 && reach < FARTHEST_REACH; reach *= 2) {
    [high, above] = [low, below];
    low -= reach;
    below = off(low);
  }
  for (let reach = FIRST_REACH; above < 0 && reach < FARTHEST_REACH; reach *= 2) {
    [low, below] = [high, above];
    high += reach;
    above = off(high);
  }
  let last = 0;
  for (let i = 0; i < HALVINGS && high - low > CLOSE_LN; i += 1) {
    const at = i % 3 === 2 ? (low + high) / 2 : (low * above - high * below) / (above - below);
    const miss = off(at);
    if (Math.abs(miss) < CLOSE_SHARE) return at;
    if (miss < 0) {
      [low, below] = [at, miss];
      if (last < 0) above /= 2;
    } else {
      [high, above] = [at, miss];
      if (last > 0) below /= 2;
    }
    last = miss;
  }
  return (low + high) / 2;
}

/**
 * A point of pain before a run counts so often in a plan: it lowers what the knee bears, as everywhere, and is part of
 * what will be felt. On simulated runners the plan then reaches the ceiling on a sixth fewer days over as many
 * kilometres; the edge itself is better told without. Our choice.
 */
const PAIN_BEFORE_IN_PLANS = 3;

/** The load that plans stay within: a chance of one in ten, less on a sore day. */
export const planLoad = (state: CapacityState, leftover: number, painBefore: number): number =>
  loadForShare(state, PLAN_SHARE, leftover, PAIN_BEFORE_IN_PLANS * painBefore);

interface Order {
  /** Group and cell, from the nearest edge to the farthest: the same for every state. */
  readonly cells: Int32Array;
  /** ln edge above the middle of the grid, in that order. */
  readonly ln: Float64Array;
}

const orders = new Map<Share, Order>();
function orderOf(share: Share): Order {
  const found = orders.get(share);
  if (found) return found;
  const ln = Float64Array.from(
    { length: GROUPS * CELLS },
    (_, i) =>
      STEP * ((i % CELLS) - CENTRE_CELL) + (groups()[Math.floor(i / CELLS)]?.offset[share] ?? Number.NaN),
  );
  const cells = Int32Array.from(ln.keys()).sort((a, b) => (ln[a] ?? 0) - (ln[b] ?? 0) || a - b);
  const order = { cells, ln: Float64Array.from(cells, (i) => ln[i] ?? Number.NaN) };
  orders.set(share, order);
  return order;
}

/**
 * Where the load of a chance lies, and how well that is known: 10, 50 and 90 % quantiles over all that is believed.
 * @param share 0.2 (the edge) or 0.1
 */
export function edgeLoad(
  state: CapacityState,
  share: Share,
  leftover: number,
  painBefore: number,
): Quantiles {
  const sums = groupWeights(state);
  const { cells, ln } = orderOf(share);
  let total = 0;
  let at = 0;
  const next = (quantile: number): number => {
    while (at < cells.length) {
      const grown = total + (sums[cells[at] ?? 0] ?? 0);
      if (grown >= quantile) break;
      total = grown;
      at += 1;
    }
    return loadOf(state.centreLn + (ln[Math.min(at, ln.length - 1)] ?? 0), leftover, painBefore);
  };
  return { q10: next(0.1), q50: next(0.5), q90: next(0.9) };
}

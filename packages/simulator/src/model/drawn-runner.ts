/**
 * A runner with an aching knee, drawn from stated distributions (models.md A). All untagged constants are choices:
 * what follows from them shows right arithmetic and what the assumptions imply, not that runners get better.
 */
import { clip, type Random } from '../random.ts';
import { populationCadenceSpm, type CadenceLine } from './cadence-line.ts';
import { loadPerKmBws } from './true-load.ts';

export interface DrawnRunner {
  readonly easyMps: number;
  readonly legM: number;
  readonly cadenceLine: CadenceLine;
  /** What the knee takes on an ordinary day at the beginning, and what it can at most grow to. BW·s */
  readonly capacityBws: number;
  readonly mostCapacityBws: number;
  /** The habit before the ache: long run, km, and runs a week. */
  readonly longRunKm: number;
  readonly runsPerWeek: 3 | 4;
  readonly pain: {
    /** SD of the day's capacity, ln. */
    readonly dayNoise: number;
    /** Steepness γ and shift ζ of pain over dose ÷ capacity. */
    readonly steepness: number;
    readonly shift: number;
  };
  /** Load left over from earlier runs: its weight κ, and hours in which it fades to 37 %. */
  readonly leftover: { readonly weight: number; readonly memoryH: number };
  readonly irritability: {
    readonly size: number;
    readonly slowShare: number;
    readonly fastMemoryH: number;
    readonly slowMemoryH: number;
    /** Pain at rest per unit of irritability, ω; loss of ln capacity per unit, ι. */
    readonly painPerUnit: number;
    readonly capacityLoss: number;
    readonly atStart: number;
  };
  /** Change of ln capacity a day. */
  readonly growth: number;
  readonly healing: number;
  /** SD of what the load model misses, ln. */
  readonly loadError: number;
}

const EASY_MPS = { mean: 2.8, sd: 0.3, low: 2.1, high: 3.8 } as const;
const LEG_M = { mean: 0.89, sd: 0.05 } as const;
const LINE = { offsetSdSpm: 8, slope: { mean: 10, sd: 2.5, low: 3, high: 18 } } as const;
/** Kilometres at easy pace at which this runner starts to ache. */
const ACHE_KM = { median: 4.5, s: 0.45, low: 1.2, high: 14 } as const;
const CAPACITY_OVER_ACHE = 1.15;
const ROOM_TO_GROW = [2.5, 6] as const;
const HABIT = { leastKm: 3, timesAcheKm: [0.9, 2] } as const;
const SHIFT = { mean: 0.05, sd: 0.2, low: -0.4, high: 0.6 } as const;

/** Draws a runner. */
export function drawRunner(random: Random): DrawnRunner {
  const within = (d: { mean: number; sd: number; low: number; high: number }): number =>
    clip(random.normal(d.mean, d.sd), d.low, d.high);
  const easyMps = within(EASY_MPS);
  const legM = random.normal(LEG_M.mean, LEG_M.sd);
  const cadenceLine = {
    spm: populationCadenceSpm(easyMps) + random.normal(0, LINE.offsetSdSpm),
    atMps: easyMps,
    slopeSpmPerMps: within(LINE.slope),
  };
  const acheKm = clip(random.logNormal(ACHE_KM.median, ACHE_KM.s), ACHE_KM.low, ACHE_KM.high);
  const capacityBws = CAPACITY_OVER_ACHE * acheKm * loadPerKmBws(easyMps, cadenceLine.spm, legM);
  return {
    easyMps,
    legM,
    cadenceLine,
    capacityBws,
    mostCapacityBws: capacityBws * random.between(...ROOM_TO_GROW),
    longRunKm: Math.max(HABIT.leastKm, acheKm * random.between(...HABIT.timesAcheKm)),
    runsPerWeek: random.chance(0.5) ? 3 : 4,
    pain: {
      dayNoise: random.between(0.12, 0.3),
      steepness: random.between(1.3, 3.5),
      shift: within(SHIFT),
    },
    leftover: { weight: random.between(0, 0.6), memoryH: random.logNormal(36, 0.3) },
    irritability: {
      size: random.logNormal(1.2, 0.5),
      slowShare: random.between(0.3, 0.6),
      fastMemoryH: random.logNormal(14, 0.3),
      slowMemoryH: random.logNormal(120, 0.4),
      painPerUnit: random.between(3, 5),
      capacityLoss: random.between(0.4, 1.2),
      atStart: random.between(0, 0.4),
    },
    growth: random.logNormal(0.02, 0.4),
    healing: random.between(0, 0.002),
    loadError: random.between(0.05, 0.1),
  };
}

/**
 * How well a runner's own cadence line is known after 3, 6 and 12 runs, on simulated runners whose line is known
 * (models.md E). A simulation: lines are straight, days shift them by 2.4 steps/min, half minutes wander as stated.
 */
import { BINS_FROM_S, cadenceAt, type CadenceBin, cadenceLine, SE_PER_80 } from '@kneewise/engine';
import { cadenceOnLine, drawRunner, seededRandom } from '@kneewise/simulator';
import { madeBins } from './form/made-bins.ts';

export interface CadenceRequest {
  readonly kind: 'cadence';
  readonly seed: number;
  readonly runners: number;
}

/** After one number of runs. */
export interface LineSeen {
  readonly looked: number;
  /** |line − truth| at easy speed, steps/min. */
  readonly off: readonly number[];
  /** Runners whose 80 % interval held the truth: at easy speed, half a m/s faster, and of the slope. */
  readonly atEasy: number;
  readonly faster: number;
  readonly slope: number;
}
/** One for each of `LINE_RUNS`. */
export type CadenceStudy = readonly LineSeen[];

export const LINE_RUNS = [3, 6, 12] as const;
/** Of an hour's half minutes, and from day to day. [models.md A] spm */
const WANDER = { sd: 2.8, slowShare: 0.3 } as const;
const DAY_SD_SPM = 2.4;
/** Fewer runs are quick ones than easy ones. [models.md A] */
const QUICK = { share: 0.15, times: 1.12 } as const;
/** Length of runs and days between them. Our choice. min, days */
const MINUTES = [25, 60] as const;
const DAYS_BETWEEN = 7 / 3;
const FASTER_BY_MPS = 0.5;

const within = (truth: number, { low, high }: { low: number; high: number }): number =>
  low <= truth && truth <= high ? 1 : 0;

/** One seed's share of the study; runner i is drawn from 1000·seed + i. */
export function studyCadence({ seed, runners }: CadenceRequest): CadenceStudy {
  const seen = LINE_RUNS.map(() => ({ looked: 0, off: [] as number[], atEasy: 0, faster: 0, slope: 0 }));
  for (let i = 0; i < runners; i += 1) {
    const random = seededRandom(1000 * seed + i).fork('cadence line');
    const { easyMps, cadenceLine: own } = drawRunner(random.fork('runner'));
    const runs = Array.from({ length: Math.max(...LINE_RUNS) }, (): CadenceBin[] => {
      const speedMps = easyMps * (random.chance(QUICK.share) ? QUICK.times : 1);
      const bins = madeBins(
        {
          minutes: random.between(...MINUTES),
          speedMps,
          wander: WANDER,
          line: {
            spm: cadenceOnLine(own, speedMps) + random.normal(0, DAY_SD_SPM),
            slope: own.slopeSpmPerMps,
          },
          fade: null,
        },
        random,
      );
      return Array.from(bins.startS.keys())
        .filter((bin) => (bins.startS[bin] ?? 0) >= BINS_FROM_S)
        .map((bin) => ({
          speedMps: bins.speedMps[bin] ?? Number.NaN,
          cadenceSpm: bins.cadenceSpm[bin] ?? Number.NaN,
          gradeRatio: bins.gradeRatio[bin] ?? null,
        }));
    });
    for (const [at, count] of LINE_RUNS.entries()) {
      const history = runs
        .slice(0, count)
        .map((bins, k) => ({ ageDays: (count - 1 - k) * DAYS_BETWEEN, bins }));
      const line = cadenceLine(history);
      const all = seen[at];
      if (all === undefined) continue;
      const easy = cadenceAt(line, easyMps);
      const fast = easyMps + FASTER_BY_MPS;
      all.looked += 1;
      all.off.push(Math.abs(easy.cadenceSpm - cadenceOnLine(own, easyMps)));
      all.atEasy += within(cadenceOnLine(own, easyMps), easy);
      all.faster += within(cadenceOnLine(own, fast), cadenceAt(line, fast));
      const half = SE_PER_80 * line.slopeSe;
      all.slope += within(own.slopeSpmPerMps, { low: line.slope - half, high: line.slope + half });
    }
  }
  return seen;
}

/**
 * Half minutes of a run whose form wanders as models.md D takes it to: a fast wander and a slow one about the runner's
 * own line, on nearly level ground, and a fade that comes in over five minutes. A simulation.
 */
import { BIN_S, type FadingForm, fadingForm, type HalfMinuteBins } from '@kneewise/engine';
import { drawRunner, type Random } from '@kneewise/simulator';

export interface Wander {
  /** SD of half minutes of cadence, steps/min. */
  readonly sd: number;
  /** Share of its variance that wanders slowly. */
  readonly slowShare: number;
}

export interface MadeRun {
  readonly minutes: number;
  readonly speedMps: number;
  readonly wander: Wander;
  /** The runner's own line: cadence at `speedMps`, steps/min, and its slope, steps/min per m/s. */
  readonly line: { readonly spm: number; readonly slope: number };
  /** Where cadence begins to go, m from the start, and by how much in the end, steps/min; null: it does not. */
  readonly fade: { readonly fromM: number; readonly spm: number } | null;
}

/** Correlation times. [models.md D, measured on real runs] s */
const FAST_S = 50;
const SLOW_S = 800;
/** Over which a fade comes in. [models.md A] s */
const RAMP_S = 300;
/** Speed and grade wander as in models.md A, half minutes of it: SD and correlation time. m/s, s; ratio, s */
const SPEED = { sd: 0.12, memoryS: 300 } as const;
const GRADE = { sd: 0.01, memoryS: 60 } as const;
const SPEED_PER_GRADE = -2.7;
/** Steps/min per unit of grade. [models.md A] */
const SPM_PER_GRADE = 15;
const S_PER_MINUTE = 60;

/** A value that is drawn towards 0 and pushed about: SD 1 in the long run, half a minute a call. */
function drift(random: Random, memoryS: number): () => number {
  const keeps = Math.exp(-BIN_S / memoryS);
  const push = Math.sqrt(1 - keeps * keeps);
  let value = random.normal();
  return () => {
    const now = value;
    value = keeps * value + push * random.normal();
    return now;
  };
}

/** The half minutes of one made-up run, cadence only. */
export function madeBins({ minutes, speedMps, wander, line, fade }: MadeRun, random: Random): HalfMinuteBins {
  const n = Math.floor((minutes * S_PER_MINUTE) / BIN_S);
  const column = (): Float64Array => new Float64Array(n);
  const none = column().fill(Number.NaN);
  const bins = {
    startS: column(),
    startM: column(),
    speedMps: column(),
    cadenceSpm: column(),
    contactMs: none,
    oscillationMm: none,
    heartRateBpm: none,
    gradeRatio: column(),
  };
  const fast = drift(random, FAST_S);
  const slow = drift(random, SLOW_S);
  const pace = drift(random, SPEED.memoryS);
  const hills = drift(random, GRADE.memoryS);
  let atM = 0;
  let fadingS = 0;
  for (let i = 0; i < n; i += 1) {
    const grade = GRADE.sd * hills();
    const speed = speedMps * (1 + SPEED_PER_GRADE * grade) + SPEED.sd * pace();
    const nextM = atM + speed * BIN_S;
    if (fade !== null && nextM > fade.fromM) {
      // The half minute in which it begins counts for what is left of it.
      fadingS += Math.min(BIN_S, (nextM - fade.fromM) / speed);
    }
    const faded = Math.min(1, Math.max(0, fadingS - BIN_S / 2) / RAMP_S);
    bins.startS[i] = i * BIN_S;
    bins.startM[i] = atM;
    bins.speedMps[i] = speed;
    bins.gradeRatio[i] = grade;
    bins.cadenceSpm[i] =
      line.spm +
      line.slope * (speed - speedMps) +
      SPM_PER_GRADE * grade +
      wander.sd * (Math.sqrt(1 - wander.slowShare) * fast() + Math.sqrt(wander.slowShare) * slow()) +
      faded * (fade?.spm ?? 0);
    atM = nextM;
  }
  return bins;
}

/** As models.md D has it of real runs. */
export const USUAL_WANDER: Wander = { sd: 2.9, slowShare: 0.3 };

/** A drawn runner's easy speed and line. */
export function runnerOf(random: Random): Pick<MadeRun, 'speedMps' | 'line'> {
  const { easyMps, cadenceLine } = drawRunner(random.fork('runner'));
  return { speedMps: easyMps, line: { spm: cadenceLine.spm, slope: cadenceLine.slopeSpmPerMps } };
}

/** What the engine says of a run's form, told the population's slope; null where the run is too short. */
export function formOf(bins: HalfMinuteBins): FadingForm | null {
  const form = fadingForm(bins, null);
  return form.known ? form.value : null;
}

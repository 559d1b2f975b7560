/**
 * What the audit finds on simulated weeks of which it is known whether and how they changed (models.md F). A
 * simulation: runners repeat a week that varies from one to the next as stated; no file is lost, no race is run.
 */
import { audit, isoDay, known, type Run } from '@kneewise/engine';
import { drawRunner, loadPerKmBws, type Random, seededRandom } from '@kneewise/simulator';

export interface AuditRequest {
  readonly kind: 'audit';
  readonly seed: number;
  readonly runners: number;
}

/** What is done to the last weeks. */
export interface Change {
  readonly name: string;
  /** Variable it has to be found in. */
  readonly variable: string;
  readonly weeks: number;
  readonly timesKm?: number;
  readonly timesLongest?: number;
  readonly timesAscent?: number;
  readonly moreSessions?: number;
  readonly moreSpm?: number;
}
export const CHANGES: readonly Change[] = [
  { name: 'km +50 %', variable: 'distance', weeks: 4, timesKm: 1.5 },
  { name: 'km ×2', variable: 'distance', weeks: 4, timesKm: 2 },
  { name: 'km ×2 for two weeks', variable: 'distance', weeks: 2, timesKm: 2 },
  { name: 'longest ×2', variable: 'longest', weeks: 4, timesLongest: 2 },
  { name: 'sessions +2', variable: 'sessions', weeks: 4, moreSessions: 2 },
  { name: 'climb ×2', variable: 'ascent', weeks: 4, timesAscent: 2 },
  { name: 'cadence -3', variable: 'cadence-at-speed', weeks: 4, moreSpm: -3 },
  { name: 'cadence -5', variable: 'cadence-at-speed', weeks: 4, moreSpm: -5 },
];
const NONE: Change = { name: 'nothing', variable: '', weeks: 0 };

export interface AuditStudy {
  readonly looked: number;
  /** Where nothing changed: clear findings by variable, runners with a clear rise in any group, in two groups. */
  readonly clear: Readonly<Record<string, number>>;
  readonly risen: number;
  readonly risenTwice: number;
  /** Of `CHANGES`: found clearly, and at least possibly. */
  readonly found: readonly { readonly clear: number; readonly possible: number }[];
}

/** Weeks looked at by the audit, and days of the week run on. [models.md A, F] */
const WEEKS = 18;
const DAYS = { 3: [0, 2, 5], 4: [0, 2, 4, 6] } as const;
const SPARE_DAYS = [1, 3] as const;
/** A planned run that falls out; quicker runs. [models.md A] */
const FALLS_OUT = 0.07;
const QUICK = { share: 0.15, times: 1.12 } as const;
/** Our choice, near the spreads that models.md F expects of a week: ln of a week, of a run, of climb a km. */
const WEEK_SD = 0.22;
const RUN_SD = 0.15;
const SHORTER = 0.6;
const CLIMB = { mPerKm: 8, sd: 0.5 } as const;
const DAY_SD_SPM = 2.4;

const DAYS_PER_WEEK = 7;
const MS_PER_DAY = 86_400_000;
const M_PER_KM = 1000;
/** Any day would do. */
const LAST_DAY = 20_000;

function weekOf(random: Random, week: number, change: Change): Run[] {
  const { easyMps, legM, cadenceLine, longRunKm, runsPerWeek } = drawRunner(random.fork('runner'));
  const chance = random.fork(`week ${week}`);
  const changed = week >= WEEKS - change.weeks ? change : NONE;
  const days = [...DAYS[runsPerWeek], ...SPARE_DAYS.slice(0, changed.moreSessions ?? 0)];
  const weekFactor = chance.logNormal(1, WEEK_SD);
  return days.flatMap((day, i) => {
    const falls = chance.chance(FALLS_OUT);
    const long = i === runsPerWeek - 1;
    const km =
      longRunKm *
      (long ? (changed.timesLongest ?? 1) : SHORTER) *
      weekFactor *
      chance.logNormal(1, RUN_SD) *
      (changed.timesKm ?? 1);
    const speedMps = easyMps * (chance.chance(QUICK.share) ? QUICK.times : 1);
    const cadenceSpm =
      cadenceLine.spm +
      cadenceLine.slopeSpmPerMps * (speedMps - easyMps) +
      chance.normal(0, DAY_SD_SPM) +
      (changed.moreSpm ?? 0);
    const climbM = km * chance.logNormal(CLIMB.mPerKm, CLIMB.sd) * (changed.timesAscent ?? 1);
    if (falls) return [];
    const perKm = loadPerKmBws(speedMps, cadenceSpm, legM);
    const movingS = (km * M_PER_KM) / speedMps;
    const startDay = LAST_DAY - DAYS_PER_WEEK * (WEEKS - week) + 1 + day;
    return [
      {
        id: `${week}-${i}`,
        startAtMs: startDay * MS_PER_DAY,
        utcOffsetMin: 0,
        subSport: null,
        distanceM: known(km * M_PER_KM),
        movingS: known(movingS),
        elapsedS: movingS,
        analysis: {
          engineVersion: 1,
          meanSpeedMps: known(speedMps),
          cadenceSpm: known(cadenceSpm),
          ascentM: known(climbM),
          descentM: known(climbM),
          kneeLoad: known({
            peakForceBw: 1,
            impulsePerStepBws: 1,
            impulsePerKmBws: perKm,
            impulseRunBws: perKm * km,
            damagePerKm: { value: 1, exponent: 1 },
            sdRatio: 1,
            form: 'speed-cadence',
          }),
          // Intensity takes half minutes: not looked at here.
          cadenceBins: [],
        },
      } satisfies Run,
    ];
  });
}

function findingsOf(seed: number, change: Change) {
  const random = seededRandom(seed).fork('audit');
  const runs = Array.from({ length: WEEKS }, (_, week) => weekOf(random, week, change)).flat();
  const { findings } = audit({ runs, others: [], onset: null, date: isoDay(LAST_DAY + 1) });
  if (!findings.known) throw new RangeError(JSON.stringify(findings.because));
  return findings.value;
}

/** One seed's share of the study; runner i is drawn from 1000·seed + i. */
export function studyAudit({ seed, runners }: AuditRequest): AuditStudy {
  const clear: Record<string, number> = {};
  let [risen, risenTwice] = [0, 0];
  const found = CHANGES.map(() => ({ clear: 0, possible: 0 }));
  for (let i = 0; i < runners; i += 1) {
    const runner = 1000 * seed + i;
    const usual = findingsOf(runner, NONE).filter(({ verdict }) => verdict === 'clear');
    for (const { variable } of usual) clear[variable] = (clear[variable] ?? 0) + 1;
    const groups = new Set(usual.filter(({ change }) => change > 0).map(({ group }) => group));
    if (groups.size > 0) risen += 1;
    if (groups.size > 1) risenTwice += 1;
    for (const [at, change] of CHANGES.entries()) {
      const all = found[at];
      const verdict = findingsOf(runner, change).find(
        ({ variable }) => variable === change.variable,
      )?.verdict;
      if (all === undefined) continue;
      if (verdict === 'clear') all.clear += 1;
      if (verdict !== undefined && verdict !== 'within-usual-swing') all.possible += 1;
    }
  }
  return { looked: runners, clear, risen, risenTwice, found };
}

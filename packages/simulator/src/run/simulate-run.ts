/**
 * One run as a watch would record it, second by second (models.md A, "Streams"): speed and cadence with their
 * wander and noise on a known line, contact time and oscillation by the same model, a known place where form fades.
 */
import { known, missing, type Recording } from '@kneewise/engine';
import { cadenceOnLine } from '../model/cadence-line.ts';
import { contactTimeS } from '../model/true-load.ts';
import { clip, type Random, seededRandom } from '../random.ts';
import { collectColumns } from './columns.ts';
import { heartRate } from './heart-rate.ts';
import { drawHills, FLAT, type Hills } from './hills.ts';
import { outdoorColumns } from './places.ts';
import type { Fading, RunPlan } from './run-plan.ts';
import { wander } from './wander.ts';

/** Stands as the recorder in every simulated file. */
export const SIMULATED_DEVICE = 'Kneewise simulated runner';

/** Wander and noise of the streams [models.md A]: standard deviation and seconds of memory. */
const SPEED = { slow: [0.12, 300], fast: [0.1, 8], perGrade: -2.7 } as const;
const CADENCE = { fast: [3, 30], slow: [1.3, 800], noiseSpm: 1.5, perGrade: 15 } as const;
const CADENCE_START = { spm: -2, memoryS: 240 } as const;
const CONTACT = { fast: [0.0245, 30], slow: [0.01, 800] } as const;
const OSCILLATION = { atEasyMm: 88, perMps: 4, fast: [3.3, 30], slow: [1.4, 800] } as const;
const STOPS = { everyS: 900, shortestS: 10, longestS: 60 } as const;
const GRADE = { sd: 0.02, memoryS: 60 } as const;

/** A runner's slowest second. Our choice: below it nobody runs. m/s */
const SLOWEST_RUNNING_MPS = 1.6;
/** Walking home with an ache. Our choice. m/s; steps/min */
const WALKING = { mps: 1.52, sdMps: 0.06, spm: 108, sdSpm: 2 } as const;
/** Share of stance on the left foot: even, with a small wander. Our choice. % */
const BALANCE = { pct: 50, wander: [0.35, 60] } as const;
/** The watch counts one leg in whole steps, so both feet come in even numbers [models.md A]. */
const LEGS = 2;
const SECONDS_PER_MINUTE = 60;

/**
 * Simulates one run.
 * @returns a recording with all channels of a watch with running dynamics; positions and heights only outdoors
 * @throws RangeError when the plan holds no distance, a start between two seconds or a walking speed
 */
export function simulateRun(plan: RunPlan): Recording {
  if (!(plan.distanceM > 0)) throw new RangeError(`distanceM must be above 0, got ${plan.distanceM}`);
  if (!(plan.speedMps >= SLOWEST_RUNNING_MPS)) {
    throw new RangeError(`speedMps must be at least ${SLOWEST_RUNNING_MPS}, got ${plan.speedMps}`);
  }
  if (!Number.isInteger(plan.startAtMs / 1000)) {
    throw new RangeError(`startAtMs must be whole seconds, got ${plan.startAtMs}`);
  }
  const random = seededRandom(plan.seed);
  const totalM = plan.distanceM + (plan.walkedHomeM ?? 0);
  const hills = hillsOf(plan, totalM);
  const { columns, pauses } = secondBySecond(plan, totalM, hills, random);
  const climbed = plan.outdoors === null ? null : climbs(columns.heightM);
  const { heightM: _, ...channels } = columns;
  const elapsedS = columns.timeS.at(-1) ?? 0;
  const pausedS = pauses.reduce((sum, pause) => sum + pause.toS - pause.fromS, 0);
  return {
    startAtMs: plan.startAtMs,
    utcOffsetMin: plan.utcOffsetMin,
    sport: 'running',
    subSport: plan.outdoors === null ? 'treadmill' : null,
    name: plan.name ?? null,
    device: SIMULATED_DEVICE,
    distanceM: known(totalM),
    movingS: known(elapsedS - pausedS),
    elapsedS,
    ascentM: climbed === null ? missing({ reason: 'not-recorded', what: 'altitude' }) : known(climbed.upM),
    descentM: climbed === null ? missing({ reason: 'not-recorded', what: 'altitude' }) : known(climbed.downM),
    pauses,
    track: { ...channels, ...outdoorColumns(plan.outdoors, columns, random.fork('gps')) },
  };
}

function hillsOf(plan: RunPlan, totalM: number): Hills {
  if (plan.outdoors === null) return FLAT;
  return drawHills(seededRandom(plan.outdoors.routeSeed).fork('hills'), {
    lengthM: totalM,
    stemShare: plan.outdoors.stemShare,
    slopeLengthM: plan.outdoors.slopeLengthM ?? GRADE.memoryS * plan.speedMps,
    gradeSd: GRADE.sd,
    descentM: plan.outdoors.descentM,
  });
}

/** Share of the fading that has set in, 0–1. */
const fadedShare = (fading: Fading | undefined, fadingForS: number): number =>
  fading === undefined ? 0 : clip(fadingForS / Math.max(1, fading.rampS), 0, 1);

function secondBySecond(plan: RunPlan, totalM: number, hills: Hills, random: Random) {
  const columns = collectColumns();
  const pauses: { fromS: number; toS: number }[] = [];
  const streams = drawStreams(random, plan.wanderShare ?? 1);
  const heart = heartRate(random.fork('heart'), plan.speedMps);
  const { fading, stops = 'none' } = plan;
  let [timeS, atM, fadingForS] = [0, 0, 0];
  let nextStopS = random.exponential(STOPS.everyS);

  for (;;) {
    const running = atM < plan.distanceM || plan.distanceM === totalM;
    const faded = fadedShare(fading, fadingForS);
    const grade = hills.gradeAt(atM);
    const now = streams(running);
    const easyMps = speedPlannedAt(plan, atM);
    const speedMps = running
      ? Math.max(SLOWEST_RUNNING_MPS, easyMps + now.speed + SPEED.perGrade * grade * easyMps)
      : WALKING.mps + WALKING.sdMps * now.noise;
    const habitSpm = cadenceOnLine(plan.cadenceLine, speedMps) + (plan.cadenceOffsetSpm ?? 0);
    const cadenceSpm = running
      ? habitSpm +
        CADENCE.perGrade * grade +
        CADENCE_START.spm * Math.exp(-timeS / CADENCE_START.memoryS) +
        now.cadence +
        faded * (fading?.cadenceSpm ?? 0)
      : WALKING.spm + WALKING.sdSpm * now.noise;
    columns.add({
      timeS,
      distanceM: Math.min(atM, totalM),
      heightM: hills.heightAt(Math.min(atM, totalM)),
      speedMps,
      cadenceSpm: LEGS * Math.round(cadenceSpm / LEGS),
      heartRateBpm: heart(speedMps, grade),
      contactMs: running
        ? 1000 * contactTimeS(speedMps, habitSpm, plan.legM) * Math.exp(now.lnContact) +
          faded * (fading?.contactMs ?? 0)
        : Number.NaN,
      oscillationMm: running
        ? OSCILLATION.atEasyMm +
          OSCILLATION.perMps * (speedMps - plan.speedMps) +
          now.oscillation +
          faded * (fading?.oscillationMm ?? 0)
        : Number.NaN,
      stepLengthM: running ? (speedMps * SECONDS_PER_MINUTE) / cadenceSpm : Number.NaN,
      balancePct: running ? BALANCE.pct + now.balance : Number.NaN,
    });
    if (atM >= totalM) break;
    atM += speedMps;
    timeS += 1;
    if (fading !== undefined && atM >= fading.fromM) fadingForS += 1;
    if (stops !== 'none' && running && timeS >= nextStopS && atM < plan.distanceM) {
      const standsS = Math.round(random.between(STOPS.shortestS, STOPS.longestS));
      if (stops === 'paused') pauses.push({ fromS: timeS - 1, toS: timeS - 1 + standsS });
      else columns.stand(timeS, standsS, atM, hills.heightAt(atM));
      timeS += standsS;
      nextStopS = timeS + random.exponential(STOPS.everyS);
    }
  }
  return { columns: columns.done(), pauses };
}

const speedPlannedAt = (plan: RunPlan, atM: number): number =>
  plan.stretches?.find(({ fromM, toM }) => atM >= fromM && atM < toM)?.speedMps ?? plan.speedMps;

function drawStreams(random: Random, share: number) {
  const drift = (label: string, [sd, memoryS]: readonly [number, number]): (() => number) =>
    wander(random.fork(label), share * sd, memoryS);
  const speed = [drift('speed slow', SPEED.slow), drift('speed fast', SPEED.fast)] as const;
  const cadence = [drift('cadence fast', CADENCE.fast), drift('cadence slow', CADENCE.slow)] as const;
  const contact = [drift('contact fast', CONTACT.fast), drift('contact slow', CONTACT.slow)] as const;
  const bounce = [drift('bounce fast', OSCILLATION.fast), drift('bounce slow', OSCILLATION.slow)] as const;
  const balance = drift('balance', BALANCE.wander);
  return (running: boolean) =>
    running
      ? {
          speed: speed[0]() + speed[1](),
          cadence: cadence[0]() + cadence[1]() + random.normal(0, share * CADENCE.noiseSpm),
          lnContact: contact[0]() + contact[1](),
          oscillation: bounce[0]() + bounce[1](),
          balance: balance(),
          noise: 0,
        }
      : { speed: 0, cadence: 0, lnContact: 0, oscillation: 0, balance: 0, noise: random.normal() };
}

function climbs(heightM: Float64Array): { upM: number; downM: number } {
  let [upM, downM] = [0, 0];
  for (let i = 1; i < heightM.length; i++) {
    const riseM = (heightM[i] ?? 0) - (heightM[i - 1] ?? 0);
    if (riseM > 0) upM += riseM;
    else downM -= riseM;
  }
  return { upM, downM };
}

/** Every activity of the sample runner's year, decided but not yet simulated. */
import { clip, type Random, seededRandom } from '../random.ts';
import type { OtherPlan } from '../run/simulate-other.ts';
import { START_PLACE_UTC_OFFSET_MIN } from '../run/route.ts';
import { usualFading, type RunPlan } from '../run/run-plan.ts';
import { atClock, clockOf, dateOf, dayOf } from './days.ts';
import {
  ACHING_RUNS,
  BRISK_MPS,
  BROKEN_FILE_DAY,
  CADENCE_LINE,
  EASY_MPS,
  FIRST_MONDAY,
  LEG_M,
  ONSET,
  TODAY,
  TOLD_WEEKS,
  TREADMILL_DAY,
  USUAL_FADING,
  USUAL_WEEK,
  WEEK_IN_BED,
  WINTER,
  type AchingRun,
  type StoryWeek,
} from './story.ts';

export type DiaryEntry = {
  readonly date: string;
  readonly path: string;
  /** The file ends in the middle. */
  readonly broken: boolean;
} & ({ readonly kind: 'run'; readonly plan: RunPlan } | { readonly kind: 'other'; readonly plan: OtherPlan });

const OFFSET_MIN = START_PLACE_UTC_OFFSET_MIN;
const DAYS_PER_WEEK = 7;
const METRES_PER_KM = 1000;
const UINT32 = 2 ** 32;
/** Day-to-day swing of an easy run's speed, and of cadence on the line [models.md A: 2.4 steps/min]. */
const DAY = { speedSd: 0.02, cadenceSdSpm: 2.4 } as const;
/** Hills some hundred metres long, and how much hillier Sundays are. Our choice. */
const HILLS = { slopeLengthM: 420, sundayWeight: 1.5, returnDescentPerKm: 2.5 } as const;
/** With an ache one runs more evenly. Our choice. */
const CAREFUL = { speedSd: 0.012, wanderShare: 0.85 } as const;
/** The run the pages show most closely: 6:13 a kilometre, held more evenly than usual. m/s */
const STEADY = { mps: 1000 / 373, wanderShare: 0.3 } as const;
/** Thursday's brisk stretch. Metres */
const BRISK = { fromM: 2000, toM: 4360 } as const;

/** The four runs of a week: day after Monday, share of what the long run leaves, usual start. */
const SLOTS = [
  { name: 'easy', day: 1, share: 0.36, minutes: 18 * 60 + 8, stemShare: 0.1, routeSeed: 11 },
  { name: 'brisk', day: 3, share: 0.36, minutes: 18 * 60 + 14, stemShare: 0.46, routeSeed: 12 },
  { name: 'short', day: 5, share: 0.28, minutes: 9 * 60 + 35, stemShare: 0, routeSeed: 13 },
  { name: 'long', day: 6, share: 0, minutes: 8 * 60 + 50, stemShare: 0.24, routeSeed: 14 },
] as const;
type Slot = (typeof SLOTS)[number];
const RETURN_ROUTE = { stemShare: 0.42, routeSeed: 17 } as const;

/** The whole year, oldest first. */
export function diary(seed: number): readonly DiaryEntry[] {
  const random = seededRandom(seed);
  const runs = mondays().flatMap((monday) => weekOfRuns(monday, random.fork(dateOf(monday))));
  const aching = ACHING_RUNS.map((run) => achingRun(run, random.fork(run.date)));
  return [...runs, ...aching, ...otherSports(random)].sort((a, b) => a.plan.startAtMs - b.plan.startAtMs);
}

const mondays = (): number[] => {
  const weeks = Math.ceil((dayOf(ONSET.date) - dayOf(FIRST_MONDAY)) / DAYS_PER_WEEK);
  return Array.from({ length: weeks }, (_, week) => dayOf(FIRST_MONDAY) + week * DAYS_PER_WEEK);
};

function drawWeek(monday: number, random: Random): StoryWeek {
  const within = ({ mean, sd, low, high }: (typeof USUAL_WEEK)[keyof typeof USUAL_WEEK]): number =>
    clip(random.normal(mean, sd), low, high);
  const drawn = {
    km: within(USUAL_WEEK.km),
    longKm: within(USUAL_WEEK.longKm),
    descentM: within(USUAL_WEEK.descentM),
  };
  const factor = monday < dayOf(WINTER.until) ? WINTER.kmFactor : 1;
  return TOLD_WEEKS[dateOf(monday)] ?? { ...drawn, km: drawn.km * factor };
}

function weekOfRuns(monday: number, random: Random): DiaryEntry[] {
  if (dateOf(monday) === WEEK_IN_BED) return [];
  const week = drawWeek(monday, random);
  const kmOf = (slot: Slot): number =>
    slot.name === 'long' ? week.longKm : slot.share * (week.km - week.longKm);
  const weightOf = (slot: Slot): number => kmOf(slot) * (slot.name === 'long' ? HILLS.sundayWeight : 1);
  const weights = SLOTS.reduce((sum, slot) => sum + weightOf(slot), 0);
  const winter = monday < dayOf(WINTER.until);
  return SLOTS.filter((slot) => monday + slot.day < dayOf(ONSET.date))
    .filter((slot) => {
      const told = [TREADMILL_DAY, BROKEN_FILE_DAY].includes(dateOf(monday + slot.day));
      return slot.name === 'long' || told || !winter || !random.fork(slot.name).chance(WINTER.fallsOut);
    })
    .map((slot) =>
      usualRun(
        monday + slot.day,
        slot,
        METRES_PER_KM * kmOf(slot),
        (week.descentM * weightOf(slot)) / weights,
        random.fork(`run ${slot.name}`),
      ),
    );
}

function usualRun(day: number, slot: Slot, distanceM: number, descentM: number, random: Random): DiaryEntry {
  const date = dateOf(day);
  const indoors = date === TREADMILL_DAY;
  const startAtMs = atClock(day, clockOf(slot.minutes + random.between(-9, 9)), OFFSET_MIN);
  const fadingAtM = random.logNormal(USUAL_FADING.medianM, USUAL_FADING.lnSd);
  const plan: RunPlan = {
    ...body(random),
    startAtMs,
    distanceM: Math.round(distanceM),
    speedMps: EASY_MPS * (1 + random.normal(0, DAY.speedSd)),
    cadenceOffsetSpm: random.normal(0, DAY.cadenceSdSpm),
    ...(slot.name === 'brisk' && !indoors && { stretches: [{ ...BRISK, speedMps: BRISK_MPS }] }),
    ...(fadingAtM < distanceM && { fading: usualFading(Math.round(fadingAtM)) }),
    outdoors: indoors
      ? null
      : { stemShare: slot.stemShare, routeSeed: slot.routeSeed, descentM, slopeLengthM: HILLS.slopeLengthM },
    stops: indoors ? 'none' : random.chance(0.8) ? 'paused' : 'standing',
    name: `Simulated ${slot.name} run`,
  };
  return {
    kind: 'run',
    date,
    path: pathOf(startAtMs, `${slot.name}-run`),
    broken: date === BROKEN_FILE_DAY,
    plan,
  };
}

function achingRun(run: AchingRun, random: Random): DiaryEntry {
  const startAtMs = atClock(dayOf(run.date), run.clock, OFFSET_MIN);
  const last = run === ACHING_RUNS.at(-1);
  const speedFactor = 1 + random.normal(0, CAREFUL.speedSd);
  const habitSpm = random.normal(0, DAY.cadenceSdSpm);
  const distanceM = METRES_PER_KM * run.km;
  const plan: RunPlan = {
    ...body(random),
    startAtMs,
    distanceM,
    speedMps: last ? STEADY.mps : EASY_MPS * speedFactor,
    wanderShare: last ? STEADY.wanderShare : CAREFUL.wanderShare,
    // A metronome leaves little to the day; the run the pictures show has none of it.
    cadenceOffsetSpm:
      run.cadenceOffsetSpm === undefined ? habitSpm : run.cadenceOffsetSpm + (last ? 0 : habitSpm / 3),
    ...(run.fading && { fading: run.fading }),
    ...(run.walkedKm && { walkedHomeM: METRES_PER_KM * run.walkedKm }),
    outdoors: {
      ...RETURN_ROUTE,
      descentM: HILLS.returnDescentPerKm * (run.km + (run.walkedKm ?? 0)),
      slopeLengthM: HILLS.slopeLengthM,
    },
    stops: 'none',
    name: 'Simulated short run',
  };
  return { kind: 'run', date: run.date, path: pathOf(startAtMs, 'run'), broken: false, plan };
}

const body = (random: Random) => ({
  seed: Math.floor(random.fork('streams').uniform() * UINT32),
  utcOffsetMin: OFFSET_MIN,
  cadenceLine: CADENCE_LINE,
  legM: LEG_M,
});

/** A ride on the first Monday of a month, a swim on the second: neither is a run, both say the watch was in use. */
function otherSports(random: Random): DiaryEntry[] {
  const entries: DiaryEntry[] = [];
  for (let day = dayOf(FIRST_MONDAY); day < dayOf(TODAY); day += DAYS_PER_WEEK) {
    const date = dateOf(day);
    const nth = Math.ceil(Number(date.slice(8)) / DAYS_PER_WEEK);
    const chance = random.fork(`other ${date}`);
    if (nth > 2) continue;
    const sport = nth === 1 ? 'cycling' : 'swimming';
    const startAtMs = atClock(day, clockOf(17 * 60 + chance.between(30, 70)), OFFSET_MIN);
    entries.push({
      kind: 'other',
      date,
      path: pathOf(startAtMs, nth === 1 ? 'ride' : 'swim'),
      broken: false,
      plan: {
        seed: Math.floor(chance.uniform() * UINT32),
        startAtMs,
        utcOffsetMin: OFFSET_MIN,
        sport,
        distanceM:
          nth === 1
            ? METRES_PER_KM * Math.round(chance.between(20, 32))
            : 50 * Math.round(chance.between(24, 36)),
        name: nth === 1 ? 'Simulated ride' : 'Simulated swim',
      },
    });
  }
  return entries;
}

/** `20261115-0912-run.fit`: local day and time, as many watches name their files. */
const pathOf = (startAtMs: number, what: string): string => {
  const local = new Date(startAtMs + OFFSET_MIN * 60_000).toISOString();
  return `${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 16).replace(':', '')}-${what}.fit`;
};

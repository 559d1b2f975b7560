/**
 * Fading form on simulated runs whose fading point is known (models.md D). Three kinds: half minutes that wander as
 * stated, whole recordings a second at a time, and many runs of one runner. A simulation: it shows how far arithmetic
 * can see through such noise. Real noise trips the test more often.
 */
import { type FadingForm, gradeAlong, halfMinuteBins, motionOf } from '@kneewise/engine';
import { drawRunner, type Random, seededRandom, simulateRun, usualFading } from '@kneewise/simulator';
import { formOf, madeBins, runnerOf, USUAL_WANDER, type Wander } from './made-bins.ts';
import { studyNever, studyUsual, USUAL, type UsualSeen } from './usual-study.ts';

/** Wander, length, and how far cadence falls in the end. */
export interface Cell {
  readonly wander: Wander;
  readonly minutes: number;
  readonly spm: number;
}
const CALM_WANDER = { sd: 1.6, slowShare: 0.3 } as const;
/** A choice from the table of models.md D, in its order. */
export const CELLS: readonly Cell[] = [
  { wander: USUAL_WANDER, minutes: 30, spm: -6 },
  { wander: USUAL_WANDER, minutes: 60, spm: -3 },
  { wander: USUAL_WANDER, minutes: 60, spm: -6 },
  { wander: USUAL_WANDER, minutes: 60, spm: -9 },
  { wander: USUAL_WANDER, minutes: 90, spm: -6 },
  { wander: CALM_WANDER, minutes: 60, spm: -4.5 },
];
export interface FormRequest {
  readonly kind: 'form';
  readonly seed: number;
  readonly sizes: FormSizes;
}
export interface FormSizes {
  /** Runners of each cell, of whole recordings, runs without a fade, runners with a usual place. */
  readonly runners: number;
  readonly recordings: number;
  readonly steady: number;
  readonly usual: number;
}
/** For each of three seeds. */
export const FORM_SIZES: FormSizes = { runners: 70, recordings: 20, steady: 140, usual: 8 };

/** How many looked, how many saw a fade, by how many minutes each was off, whose interval held the place. */
export interface Seen {
  readonly looked: number;
  readonly offMin: readonly number[];
  readonly offKm: readonly number[];
  readonly held: number;
}
export interface FormStudy {
  readonly cells: readonly Seen[];
  /** Runs without a fade, over the mixture of wanders and lengths of models.md D; those said to fade. */
  readonly steady: { readonly looked: number; readonly alarms: number };
  readonly recordings: Seen;
  /** The same recordings without the fade; those in which each variable alone was said to fade. */
  readonly unfaded: { readonly looked: number; readonly cadence: number; readonly contact: number };
  /** By `USUAL`, then by its `runs`; and runners who never fade, after twelve runs. */
  readonly usual: readonly (readonly UsualSeen[])[];
  readonly neverFades: { readonly looked: number; readonly habits: number };
}

const S_PER_MINUTE = 60;
const M_PER_KM = 1000;
/** The engine leaves out the first six minutes and the last. [models.md D] */
const JUDGED_FROM_S = 360;
const JUDGED_UNTIL_END_S = 60;
/** A fade begins anywhere in this part of what is judged: in the rest nothing can be told apart. Our choice. */
const FADES_IN = [0.2, 0.85] as const;
/** Wander and length of runs that are not to be said to fade. [models.md D] */
const STEADY = { sd: [2.6, 0.35], slowShare: [0.05, 0.55], minutes: [25, 120] } as const;
const HOUR_MIN = 60;

const fadePlaceS = (random: Random, minutes: number): number =>
  JUDGED_FROM_S + random.between(...FADES_IN) * (minutes * S_PER_MINUTE - JUDGED_FROM_S - JUDGED_UNTIL_END_S);

/** Adds up what was seen of fades that are there. */
function collectSeen() {
  let looked = 0;
  let held = 0;
  const offMin: number[] = [];
  const offKm: number[] = [];
  return {
    add: (form: FadingForm | null, fromM: number): void => {
      if (form === null) return;
      looked += 1;
      const place = form.findings.find(({ verdict }) => verdict === 'fade')?.place;
      if (form.verdict !== 'fade' || !place?.distanceM) return;
      const { at, low, high } = place.distanceM;
      offKm.push(Math.abs(at - fromM) / M_PER_KM);
      offMin.push(((Math.abs(at - fromM) / at) * place.atS) / S_PER_MINUTE);
      if (low <= fromM && fromM <= high) held += 1;
    },
    seen: (): Seen => ({ looked, held, offMin, offKm }),
  };
}

function studyCell({ wander, minutes, spm }: Cell, seeds: readonly number[]): Seen {
  const all = collectSeen();
  for (const seed of seeds) {
    const random = seededRandom(seed).fork(`${minutes} ${spm} ${wander.sd}`);
    const runner = runnerOf(random);
    const fromM = fadePlaceS(random, minutes) * runner.speedMps;
    all.add(formOf(madeBins({ ...runner, minutes, wander, fade: { fromM, spm } }, random)), fromM);
  }
  return all.seen();
}

function studySteady(seeds: readonly number[]): FormStudy['steady'] {
  const forms = seeds.map((seed) => {
    const random = seededRandom(seed).fork('steady');
    const wander = {
      sd: random.logNormal(...STEADY.sd),
      slowShare: random.between(...STEADY.slowShare),
    };
    return formOf(
      madeBins(
        { ...runnerOf(random), minutes: random.between(...STEADY.minutes), wander, fade: null },
        random,
      ),
    );
  });
  return {
    looked: forms.filter((form) => form !== null).length,
    alarms: forms.filter((form) => form?.verdict === 'fade').length,
  };
}

function studyRecordings(seeds: readonly number[]): Pick<FormStudy, 'recordings' | 'unfaded'> {
  const faded = collectSeen();
  let [looked, cadence, contact] = [0, 0, 0];
  for (const seed of seeds) {
    const random = seededRandom(seed).fork('recording');
    const { easyMps, cadenceLine, legM } = drawRunner(random.fork('runner'));
    const fromM = fadePlaceS(random, HOUR_MIN) * easyMps;
    const look = (fades: boolean): FadingForm | null => {
      const { track, pauses } = simulateRun({
        seed,
        startAtMs: 0,
        utcOffsetMin: 0,
        distanceM: easyMps * HOUR_MIN * S_PER_MINUTE,
        speedMps: easyMps,
        cadenceLine,
        legM,
        outdoors: { stemShare: 0, routeSeed: seed, descentM: null },
        stops: 'standing',
        ...(fades ? { fading: usualFading(fromM) } : {}),
      });
      const motion = motionOf(track, pauses);
      return formOf(halfMinuteBins(track, motion, gradeAlong(track, motion.movingS)));
    };
    faded.add(look(true), fromM);
    const without = look(false);
    if (without === null) continue;
    const fades = (name: string): number =>
      without.findings.some((finding) => finding.name === name && finding.verdict === 'fade') ? 1 : 0;
    looked += 1;
    cadence += fades('cadence');
    contact += fades('contact');
  }
  return { recordings: faded.seen(), unfaded: { looked, cadence, contact } };
}

/** One seed's share of the study; runner i is drawn from 1000·seed + i. */
export function studyForm({ seed, sizes }: FormRequest): FormStudy {
  const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => 1000 * seed + i);
  return {
    cells: CELLS.map((cell) => studyCell(cell, seeds(sizes.runners))),
    steady: studySteady(seeds(sizes.steady)),
    ...studyRecordings(seeds(sizes.recordings)),
    usual: USUAL.map((fade) => studyUsual(seeds(sizes.usual), fade)),
    neverFades: studyNever(seeds(sizes.usual)),
  };
}

/**
 * Where a runner's form usually goes, over many simulated runs whose fading points are known (models.md D). A
 * simulation: places vary from run to run by a fifth, fades come in over five minutes, and noise is as stated.
 */
import { type FadingEvidence, usualPlace, type UsualPlace } from '@kneewise/engine';
import { type Random, seededRandom } from '@kneewise/simulator';
import { formOf, madeBins, runnerOf, USUAL_WANDER } from './made-bins.ts';

/** Where the runner fades in the middle, by how much, and after how many runs it is asked: of models.md D. */
export const USUAL = [
  { usualM: 7000, spm: -5, runs: [6, 12, 24] },
  { usualM: 10_000, spm: -4, runs: [12] },
] as const;

export interface UsualSeen {
  readonly offShare: readonly number[];
  readonly looked: number;
  readonly held: number;
  readonly habits: number;
}
/** Spread of the fading place from run to run, ln; length of runs, m; both our choice. */
const PLACE_SD = 0.2;
const RUN_M = [5600, 15_400] as const;
const S_PER_MINUTE = 60;
const NEVER_AFTER_RUNS = 12;

/** What `count` runs of one runner, long enough to be judged, say of the fading place. */
function evidenceOf(
  random: Random,
  count: number,
  fade: { readonly usualM: number; readonly spm: number } | null,
): FadingEvidence[] {
  const runner = runnerOf(random);
  const evidence: FadingEvidence[] = [];
  while (evidence.length < count) {
    const minutes = random.between(...RUN_M) / runner.speedMps / S_PER_MINUTE;
    const place = fade && { fromM: random.logNormal(fade.usualM, PLACE_SD), spm: fade.spm };
    const form = formOf(madeBins({ ...runner, minutes, wander: USUAL_WANDER, fade: place }, random));
    if (form?.evidence) evidence.push(form.evidence);
  }
  return evidence;
}

const usualOf = (evidence: readonly FadingEvidence[]): UsualPlace => {
  const usual = usualPlace(evidence);
  if (!usual.known) throw new RangeError(JSON.stringify(usual.because));
  return usual.value;
};

export function studyUsual(seeds: readonly number[], fade: (typeof USUAL)[number]): UsualSeen[] {
  const runners = seeds.map((seed) =>
    evidenceOf(seededRandom(seed).fork(`usual ${fade.usualM}`), Math.max(...fade.runs), fade),
  );
  return fade.runs.map((count) => {
    const places = runners.map((evidence) => usualOf(evidence.slice(0, count)));
    return {
      looked: places.length,
      offShare: places.map(({ distanceM }) => Math.abs(distanceM / fade.usualM - 1)),
      held: places.filter(({ lowM, highM }) => lowM <= fade.usualM && fade.usualM <= highM).length,
      habits: places.filter(({ verdict }) => verdict === 'habit').length,
    };
  });
}

/** Runners who never fade: how many of them are told of a habit after twelve runs. */
export function studyNever(seeds: readonly number[]): { readonly looked: number; readonly habits: number } {
  const never = seeds.map((seed) =>
    usualOf(evidenceOf(seededRandom(seed).fork('never'), NEVER_AFTER_RUNS, null)),
  );
  return {
    looked: never.length,
    habits: never.filter(({ verdict }) => verdict === 'habit').length,
  };
}

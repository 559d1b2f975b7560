/**
 * Job: what is worked out of one run, on a simulated hour (and three) with every channel. Beside it the same force
 * and impulse as one writes them first, an object a second with the published formula, and a plain pass over the
 * columns, which nothing can beat. Prints the median milliseconds of each.
 */
import {
  analyseRun,
  fadingForm,
  halfMinuteBins,
  kneeLoadAlong,
  kneeLoadAt,
  motionOf,
  type Recording,
} from '@kneewise/engine';
import { simulateRun } from '@kneewise/simulator';
import { peakMemoryMb } from './child.ts';

const ROUNDS_FOR_MS = 1000;
const FEWEST_ROUNDS = 15;
const SPEED_MPS = 2.78;
const S_PER_HOUR = 3600;
const HOURS = [1, 3] as const;

const runOf = (hours: number): Recording =>
  simulateRun({
    seed: hours,
    distanceM: hours * S_PER_HOUR * SPEED_MPS,
    speedMps: SPEED_MPS,
    startAtMs: Date.UTC(2026, 10, 16, 7),
    utcOffsetMin: 0,
    cadenceLine: { spm: 166, atMps: SPEED_MPS, slopeSpmPerMps: 10 },
    legM: 0.9,
    outdoors: { stemShare: 0.25, routeSeed: hours, descentM: 60 * hours },
  });

const asObjects = ({ track }: Recording) =>
  Array.from(track.timeS, (timeS, i) => ({
    timeS,
    speedMps: track.speedMps?.[i] ?? Number.NaN,
    cadenceSpm: track.cadenceSpm?.[i] ?? Number.NaN,
    contactMs: track.contactMs?.[i] ?? Number.NaN,
  }));

type Work = (run: Recording, points: ReturnType<typeof asObjects>) => number;

const WORK: Readonly<Record<string, Work>> = {
  'the whole analysis of a run': (run) => analyseRun(run, {}).cadenceBins.length,
  'knee load at every second': ({ track }) => kneeLoadAlong(track, {})?.forceBw.length ?? Number.NaN,
  'fading form': ({ track, pauses }) => {
    const fading = fadingForm(halfMinuteBins(track, motionOf(track, pauses), null), null);
    return fading.known ? 1 : 0;
  },
  'the single-step question at every second': (_, points) => {
    let known = 0;
    for (const { speedMps, cadenceSpm, contactMs } of points)
      known += kneeLoadAt({ speedMps, cadenceSpm, contactMs }).known ? 1 : 0;
    return known;
  },
  'a plain pass over the columns': ({ track }) => {
    let sum = 0;
    for (const column of [track.timeS, track.speedMps, track.cadenceSpm, track.contactMs])
      for (let i = 0; i < (column?.length ?? 0); i++) sum += column?.[i] ?? 0;
    return sum;
  },
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const runs = HOURS.map((hours) => {
  const run = runOf(hours);
  return { hours, run, points: asObjects(run) };
});
const rows = Object.entries(WORK).map(([work, once]) => ({
  work,
  ms: runs.map(({ run, points }) => {
    const taken: number[] = [];
    const startMs = performance.now();
    while (taken.length < FEWEST_ROUNDS || performance.now() - startMs < ROUNDS_FOR_MS) {
      const fromMs = performance.now();
      if (Number.isNaN(once(run, points))) throw new Error(`${work} came to nothing`);
      taken.push(performance.now() - fromMs);
    }
    return median(taken);
  }),
}));
console.log(
  JSON.stringify({
    runs: runs.map(({ hours, run }) => ({ hours, seconds: run.track.timeS.length })),
    rows,
    peakMemoryMb: peakMemoryMb(),
  }),
);

/** The cadence line on simulated runners, beside the prototype of models.md E. */
import { median } from '@kneewise/engine';
import { OF_CADENCE } from './assumptions.ts';
import { type CadenceStudy, LINE_RUNS, type LineSeen } from './cadence-study.ts';
import { agrees, noWorse, type Row, type Subject } from './row.ts';

/** Median error at easy speed after 3, 6 and 12 runs, and by how much more it may be; the latter our choice. spm */
const OFF_SPM = [1.1, 0.8, 0.5] as const;
const OFF_WITHIN_SPM = 0.3;
/** What 80 % intervals held, and within how much. [models.md E] % */
const HELD = { atEasy: 81, faster: 78, slope: 82 } as const;
const HELD_WITHIN = 5;
const NAMES = {
  atEasy: 'cadence at easy speed',
  faster: 'cadence half a m/s faster',
  slope: 'the slope',
} as const;
const PER_CENT = 100;

const subject = (quantity: string, unit: string): Subject => ({
  section: 'E',
  quantity: `simulated, ${quantity}`,
  source: 'prototype, models.md',
  unit,
  assumes: OF_CADENCE,
});

/** @param studies one a seed */
export function cadenceRows(studies: readonly CadenceStudy[]): Row[] {
  const all = studies.flat();
  const sum = (of: (seen: LineSeen) => number): number => all.reduce((total, seen) => total + of(seen), 0);
  return [
    ...LINE_RUNS.map((runs, i) => {
      const off = studies.flatMap((study) => study[i]?.off ?? []);
      return noWorse(
        subject(`own cadence after ${runs} runs of each of ${off.length}: error, median`, 'spm'),
        OFF_SPM[i] ?? Number.NaN,
        median(off),
        OFF_WITHIN_SPM,
      );
    }),
    ...(['atEasy', 'faster', 'slope'] as const).map((what) =>
      agrees(
        subject(`80 % interval holds ${NAMES[what]}, after ${LINE_RUNS.join(', ')} runs`, '%'),
        HELD[what],
        (PER_CENT * sum((seen) => seen[what])) / sum(({ looked }) => looked),
        HELD_WITHIN,
      ),
    ),
  ];
}

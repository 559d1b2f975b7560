/** What did the knee say about a run? Grades of training.md §7, the first that matches. */
import type { Limits } from './family.ts';

export type Grade = 'STOP' | '48H' | 'RED' | 'EDGE' | 'AMBER' | 'UNKNOWN' | 'CLEAN';

/** Everything said about one run, the worse knee of two. null: not said. Pains 0–10. */
export interface RunReport {
  readonly before: number | null;
  /** D: worst in the run. */
  readonly during: number | null;
  /** E: that evening. */
  readonly evening: number | null;
  /** M: next morning. */
  readonly morning: number | null;
  /** H: second morning, 48 h. */
  readonly secondMorning: number | null;
  /** x: where in the run the pain first reached the ceiling, metres. */
  readonly onsetM: number | null;
  readonly stopSign: boolean | null;
  /** Taken in the twelve hours before: a quiet run then says nothing. */
  readonly painkiller: boolean | null;
  /** Every ache told of the run eased as it went on; null or absent: not said. It makes no grade milder. */
  readonly eased?: boolean | null;
}

/** So far above a settled morning the run was far too much. Our choice. */
export const RED_MORNING_ABOVE_SETTLED = 2;

/** The next morning; a settled second morning may stand in for one that was not said. */
export const morningOf = ({ morning, secondMorning }: RunReport, { settled }: Limits): number | null =>
  morning ?? (secondMorning !== null && secondMorning <= settled ? secondMorning : null);

const worst = (...pains: readonly (number | null)[]): number =>
  pains.reduce<number>((most, pain) => Math.max(most, pain ?? 0), 0);

interface GradeRule {
  readonly grade: Grade;
  readonly title: string;
  readonly when: (report: RunReport, limits: Limits) => boolean;
}

export const GRADES: readonly GradeRule[] = [
  {
    grade: 'STOP',
    title: 'Sharp, rising though slowed, limping, giving way, locking or swelling',
    when: ({ stopSign }) => stopSign === true,
  },
  {
    grade: '48H',
    title: 'Still there on the second morning',
    when: ({ secondMorning }, { settled }) => secondMorning !== null && secondMorning > settled,
  },
  {
    grade: 'RED',
    title: 'Far over the ceiling, or a morning two above settled',
    when: ({ during, evening, morning }, { red, settled }) =>
      worst(during, evening) >= red || (morning !== null && morning >= settled + RED_MORNING_ABOVE_SETTLED),
  },
  {
    grade: 'EDGE',
    title: 'The ceiling was reached',
    when: ({ during }, { ceiling }) => during !== null && during >= ceiling,
  },
  {
    grade: 'AMBER',
    title: 'More than a clean run, a worse evening, or a morning not settled',
    when: ({ before, during, evening, morning }, { clean, settled }) =>
      (morning !== null && morning > settled) ||
      (evening !== null && evening > worst(settled, before)) ||
      (during !== null && during > clean),
  },
  {
    grade: 'UNKNOWN',
    title: 'Something was not said, or a painkiller hid it',
    when: (report, limits) =>
      report.during === null || morningOf(report, limits) === null || report.painkiller === true,
  },
  { grade: 'CLEAN', title: 'Quiet in the run and after', when: () => true },
];

/** Grade of a run: the first rule of `GRADES` that holds. Unknown never makes a run clean. */
export function gradeOf(report: RunReport, limits: Limits): Grade {
  const rule = GRADES.find(({ when }) => when(report, limits));
  return rule?.grade ?? 'UNKNOWN';
}

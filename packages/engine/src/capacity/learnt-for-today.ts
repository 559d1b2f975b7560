/** What the learner hands to the answer of today (K6): a cap that only ever shortens. */
import type { CheckIn, Side } from '../pain/check-in.ts';
import { type Family, limitsFor } from '../pain/family.ts';
import { usualMorningPain } from '../pain/reports.ts';
import type { Run } from '../run/run.ts';
import type { TodayInput } from '../today/today-types.ts';
import { learnCapacity, type LearntCapacity } from './learn-capacity.ts';

export interface LearntInput {
  readonly date: string;
  readonly runs: readonly Run[];
  readonly checkIns: readonly CheckIn[];
  readonly onset: string | null;
  readonly family: Family;
  readonly otherFamilies?: readonly Family[];
  readonly side: Side | null;
  readonly painNow?: number;
}

/** Everything learnt, with the limits of the runner's families; missing as `learnCapacity` has it. */
export function learntCapacity(input: LearntInput): ReturnType<typeof learnCapacity> {
  const { ceiling, settled } = limitsFor(
    [input.family, ...(input.otherFamilies ?? [])],
    usualMorningPain(input.checkIns, input.onset),
  );
  return learnCapacity({
    date: input.date,
    runs: input.runs,
    checkIns: input.checkIns,
    side: input.side,
    ceiling,
    settled,
    ...(input.painNow === undefined ? {} : { painBefore: input.painNow }),
  });
}

/** `learnt` as `today` takes it: from the first check-in on; undefined before. Metres */
export function forToday(learnt: LearntCapacity): TodayInput['learnt'] {
  if (learnt.checkIns === 0) return undefined;
  const { capM, plan10M } = learnt;
  return { edge20M: capM.q50, plan10M, intervalM: [capM.q10, capM.q90] };
}

/** A history's `learnt` for `today`; undefined where nothing has been learnt. */
export function learntForToday(input: LearntInput): TodayInput['learnt'] {
  const learnt = learntCapacity(input);
  return learnt.known ? forToday(learnt.value) : undefined;
}

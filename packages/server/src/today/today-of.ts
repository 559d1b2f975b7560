/** Today's answer with what the runner's own check-ins have taught of the knee's edge (K5): it only ever shortens. */
import { learntForToday, today, type Today, type TodayInput } from '@kneewise/engine';

/** @throws {RangeError} where `date` or `onset` is no day */
export function todayOf(input: Omit<TodayInput, 'learnt'>): Today {
  const learnt = learntForToday(input);
  return today(learnt === undefined ? input : { ...input, learnt });
}

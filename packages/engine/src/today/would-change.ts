/** What would change today's answer? Most telling first. */
import { RED_MORNING_ABOVE_SETTLED } from '../pain/grade.ts';
import type { Replay } from '../pain/replay.ts';
import { CLEAN_RUNS_FOR_RAISE } from '../pain/size.ts';
import type { Plan } from './plan.ts';
import type { Action, Today, TodayInput, WouldChangeCode } from './today-types.ts';

type Change = Today['wouldChange'][number];

const change = (code: WouldChangeCode, figures: Change['figures'] = {}): Change => ({ code, figures });

/** For a day with a distance: what would end it, and what would lengthen the next one. */
function whileRunning(replay: Replay): Change[] {
  const { limits, state, reported } = replay;
  const last = reported.at(-1);
  const openSecondMorning = last !== undefined && last.report.secondMorning === null && last.checkIns > 0;
  return [
    openSecondMorning
      ? change('second-morning-raised', { settled: limits.settled })
      : change('morning-raised', {
          settled: limits.settled,
          red: limits.settled + RED_MORNING_ABOVE_SETTLED,
        }),
    change('ceiling-sooner', { ceiling: limits.ceiling }),
    change('stop-sign'),
    ...(state.cleanSinceRaise < CLEAN_RUNS_FOR_RAISE
      ? [change('clean-runs', { have: state.cleanSinceRaise, need: CLEAN_RUNS_FOR_RAISE })]
      : []),
  ];
}

export function wouldChange(
  action: Action,
  plan: Plan,
  replay: Replay,
  input: TodayInput,
  ifNoAche: Today['ifNoAche'],
): readonly Change[] {
  const flags = input.flags === 'unanswered' ? [change('a-flag')] : [];
  const noAche = ifNoAche.known ? [change('no-ache', { distanceM: ifNoAche.value })] : [];
  if (action === 'see-someone') return [change('seen-by-a-professional')];
  if (plan.kind === 'pause')
    return [...flags, change('settled-mornings-and-walk', { mornings: 2 }), change('stop-sign')];
  if (plan.kind === 'calm') return [...flags, change('way-in-tests'), change('stop-sign')];
  if (plan.kind === 'cannot-say') return [...flags, change('bring-runs')];
  const ask = action === 'ask-first' && input.flags !== 'unanswered' ? [change('answer-the-morning')] : [];
  return [...flags, ...ask, ...noAche, ...whileRunning(replay)];
}

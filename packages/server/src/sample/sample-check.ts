/** The simulated runner's knee check, answered through the same steps as anyone's, two weeks before its day. */
import type { GivenAnswer } from '@kneewise/engine';
import type { HistoryStore } from '@kneewise/store';
import { finish } from '../check/finish.ts';
import { begin, leave, type Now, say, shown, type Step } from '../check/steps.ts';

const CHECK_ID = 'simulated-check';
const WHEN: Now = { atMs: Date.parse('2026-11-03T18:30:00Z'), date: '2026-11-03' };
/** More steps than any check has: past them it would never end. */
const MOST_STEPS = 100;

/** A kneecap that is sore on stairs and after a longer run, without any sign. */
const SAID: Readonly<Record<string, GivenAnswer>> = {
  age: 34,
  sex: 'female',
  side: 'right',
  place: ['kneecap'],
  spot: 'palm',
  onset: 'gradual',
  weeks: 4,
  course: 'better',
  hot: 'no',
  fever: 'no',
  foot: 'fine',
  numb: 'none',
  'after-hard': 'none',
  calf: 'no',
  breath: 'no',
  walking: 'normal',
  swelling: 'none',
  'gives-way': 'never',
  locks: 'never',
  'straight-leg': 'yes',
  bend: 'yes',
  night: 'none',
  rest: 'settles',
  'bone-spot': 'none',
  hop: 'fine',
  load: ['longer', 'that-is-all'],
  runner: 'regular',
  'bone-risk': ['none'],
  medicines: ['none'],
  timing: 'builds',
  hurts: ['stairs-down', 'squat', 'sitting', 'that-is-all'],
  systemic: 'no',
  'stiff-min': 0,
  lump: 'none',
  history: ['none'],
  snap: 'none',
  tried: ['rest', 'exercises', 'that-is-all'],
  'tried-result': 'better',
  'hip-twist': 'no',
};

/** @throws {Error} where the check does not end with these answers */
export async function fillCheck(store: HistoryStore, runnerId: string): Promise<void> {
  let step: Step = begin({ id: CHECK_ID, now: WHEN, carried: [] });
  for (let steps = 0; steps < MOST_STEPS && !step.ends; steps += 1) {
    const { check } = step;
    const open = shown(check).filter((id) => check.answers[id] === undefined && SAID[id] !== undefined);
    const said = Object.fromEntries(open.flatMap((id) => (SAID[id] === undefined ? [] : [[id, SAID[id]]])));
    step = open.length > 0 ? say(check, said, WHEN) : leave(check, WHEN);
  }
  if (!step.ends) throw new Error('The simulated runner never comes to the end of the knee check.');
  await finish(store, runnerId, step.check, WHEN);
}

/** Walks the knee check through the API as a person would: answers what is shown, then Next. */
import type { z } from '@hono/zod-openapi';
import type { CheckResultSent, CheckState, Given } from '../api.ts';
import type { OpenHouse } from './open-house.ts';

export type State = z.infer<typeof CheckState>;
export type Result = z.infer<typeof CheckResultSent>;
export type Said = Readonly<Record<string, z.infer<typeof Given>>>;

/** A sore kneecap without any sign. */
export const QUIET: Said = {
  age: 33,
  sex: 'male',
  side: 'right',
  place: ['kneecap'],
  spot: 'palm',
  onset: 'gradual',
  weeks: 5,
  course: 'same',
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
  load: ['longer'],
  runner: 'regular',
  'bone-risk': ['none'],
  medicines: ['none'],
  timing: 'builds',
  hurts: ['stairs-down', 'squat', 'sitting'],
  systemic: 'no',
  'stiff-min': 0,
  lump: 'none',
  history: ['none'],
  snap: 'none',
  tried: ['none'],
  'hip-twist': 'no',
};

export const begin = async (open: OpenHouse, how: 'new' | 'over' | 'open' = 'new'): Promise<State> =>
  (await open.json('POST', '/api/check/begin', { how })) as State;
export const look = async (open: OpenHouse): Promise<State> =>
  (await open.json('GET', '/api/check')) as State;
export const resultNow = async (open: OpenHouse): Promise<Result> =>
  (await open.json('GET', '/api/check/result')) as Result;

export const say = async (
  open: OpenHouse,
  state: State,
  question: string,
  answer: Said[string] | null,
): Promise<State> =>
  (await open.json('POST', '/api/check/answer', {
    revision: state.underWay?.revision,
    answers: { [question]: answer },
  })) as State;
export const move = async (open: OpenHouse, state: State, way: 'next' | 'back'): Promise<State> =>
  (await open.json('POST', `/api/check/${way}`, { revision: state.underWay?.revision })) as State;

/** Answers the screen: what is not among the answers is left open. */
export async function answerScreen(open: OpenHouse, begun: State, said: Said): Promise<State> {
  let state = begun;
  const done = new Set<string>();
  for (;;) {
    const screen = state.underWay?.screen;
    const question = screen?.questions.find(({ id }) => !done.has(id) && said[id] !== undefined);
    const given = question === undefined ? undefined : said[question.id];
    if (question === undefined || given === undefined) return state;
    done.add(question.id);
    state = await say(open, state, question.id, given);
  }
}

/** More screens than any path has, each with one offer to try something at home. */
const MOVES_AT_MOST = 60;

/** From where it stands to its end. @returns the numbers of the screens passed */
export async function walk(open: OpenHouse, begun: State, said: Said): Promise<readonly number[]> {
  let state = begun;
  const screens: number[] = [];
  for (let moves = 0; moves < MOVES_AT_MOST && state.underWay !== null; moves += 1) {
    const { number } = state.underWay.screen;
    if (screens.at(-1) !== number) screens.push(number);
    state = await answerScreen(open, state, said);
    if (state.underWay !== null) state = await move(open, state, 'next');
  }
  if (state.underWay !== null) throw new Error(`no end after ${MOVES_AT_MOST} moves`);
  return screens;
}

/** A whole check in one go. */
export async function checkWith(open: OpenHouse, said: Said, how: 'new' | 'over' = 'new'): Promise<Result> {
  await walk(open, await begin(open, how), said);
  return resultNow(open);
}

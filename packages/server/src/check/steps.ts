/**
 * The steps of one knee check, pure: begin, answer, next, back. The engine decides what is asked and what it means;
 * here is only who has said what, and which screens lie behind.
 */
import {
  type Answers,
  answerProblems,
  ENGINE_VERSION,
  type GivenAnswer,
  isAskedNow,
  nextScreen,
  questionOf,
  SCREENS,
  triage,
} from '@kneewise/engine';
import type { KneeCheck } from '@kneewise/store';
import { screensLeft } from './screens-left.ts';

/** What a step leads to: the check changed, or at its end. */
export interface Step {
  readonly check: KneeCheck;
  /** Nothing is left to ask, or a sign calls a halt. */
  readonly ends: boolean;
}

export interface Now {
  readonly atMs: number;
  /** The day spoken as of, `YYYY-MM-DD`. */
  readonly date: string;
}

const COMPLETE: ReadonlySet<string> = new Set(['none', 'that-is-all']);

/** Whether nothing was said: no answer, or a list in which nothing is ticked. */
export const isOpen = (given: GivenAnswer | undefined): boolean =>
  given === undefined || (Array.isArray(given) && given.length === 0);

const without = (answers: Answers, ids: readonly string[]): Record<string, GivenAnswer> =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));

const only = (answers: Answers, ids: readonly string[]): Record<string, GivenAnswer> =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => ids.includes(id)));

/** Answers of the screens left behind; those of the screen that is shown may still change. */
export const answersBehind = ({ answers, current }: KneeCheck): Answers =>
  without(answers, current?.questions ?? []);

/**
 * Flags that count as raised earlier: those of this check, and of those that were open when it began the ones that
 * every question which could clear them has been asked for.
 */
export function raisedBefore({ raised, carried }: KneeCheck, answers: Answers): readonly string[] {
  if (carried.length === 0) return raised;
  const judged = triage(answers).judged;
  const kept = carried.filter((id) =>
    judged.some(
      ({ flag, is, undecided }) =>
        flag.id === id && is === 'open' && undecided.every((question) => Object.hasOwn(answers, question)),
    ),
  );
  return [...new Set([...raised, ...kept])];
}

/** A question waits while one on the same screen that decides about it has no answer. */
function waits(id: string, { current, answers }: Pick<KneeCheck, 'current' | 'answers'>): boolean {
  const rule = questionOf(id)?.askedWhen?.replaceAll('PUFFY', 'swelling') ?? '';
  return (current?.questions ?? []).some(
    (other) =>
      other !== id && isOpen(answers[other]) && new RegExp(`(?<![\\w-])${other}(?![\\w-])`).test(rule),
  );
}

/** Questions of the screen that are shown now. */
export const shown = (check: Pick<KneeCheck, 'current' | 'answers'>): readonly string[] =>
  (check.current?.questions ?? []).filter((id) => isAskedNow(id, check.answers) && !waits(id, check));

/** Shows the next screen, or ends. */
function show(check: KneeCheck, screenEnded: boolean): Step {
  const { next, interrupt } = nextScreen(check.answers, raisedBefore(check, check.answers));
  if (next === null || interrupt === 'emergency-now' || (interrupt === 'today' && screenEnded))
    return { check: { ...check, current: null }, ends: true };
  const current = { screen: next.screen.number, questions: next.questions };
  const about = check.behind.length + screensLeft(check.answers, raisedBefore(check, check.answers));
  return {
    check: {
      ...check,
      current,
      about,
      answers: { ...check.answers, ...only(check.earlier, next.questions) },
    },
    ends: false,
  };
}

export interface Beginning {
  readonly id: string;
  readonly now: Now;
  /** Flags that are open: they stay until this check says that they are certainly no. */
  readonly carried: readonly string[];
  /** Answers taken over from the last check, for when only what was left open is asked. */
  readonly answers?: Answers;
}

export function begin({ id, now, carried, answers = {} }: Beginning): Step {
  return show(
    {
      id,
      begunAtMs: now.atMs,
      changedAtMs: now.atMs,
      finishedAtMs: null,
      date: now.date,
      engineVersion: ENGINE_VERSION,
      answers,
      earlier: {},
      raised: [],
      carried,
      behind: [],
      current: null,
      offered: [],
      about: 0,
      selfTests: {},
      outcome: null,
      flagEventId: null,
      revision: 0,
    },
    false,
  );
}

const touched = (check: KneeCheck, { atMs, date }: Now): KneeCheck => ({ ...check, changedAtMs: atMs, date });

/**
 * Keeps answers of the screen that is shown; null takes one back. An emergency interrupts at once.
 * @throws {RangeError} where a question is not of that screen, or an answer is none of it
 */
export function say(check: KneeCheck, said: Readonly<Record<string, GivenAnswer | null>>, now: Now): Step {
  const ids = Object.keys(said);
  const elsewhere = ids.find((id) => check.current?.questions.includes(id) !== true);
  if (elsewhere !== undefined)
    throw new RangeError(`question must be one of the screen that is shown, got ${elsewhere}`);
  const given = Object.fromEntries(
    Object.entries(said).flatMap(([id, its]) => (its === null ? [] : [[id, its] as const])),
  );
  const answers = { ...without(check.answers, ids), ...given };
  const [wrong] = answerProblems(answers);
  if (wrong) throw new RangeError(`${wrong.question} must be ${wrong.allowed}, got ${wrong.value}`);
  // Said to be unsure with the check at home in view: it has been offered.
  const offers = ids.filter((id) => said[id] === 'unsure' && questionOf(id)?.ifUnsure !== undefined);
  const changed = touched({ ...check, answers, offered: [...new Set([...check.offered, ...offers])] }, now);
  const { interrupt } = nextScreen(answers, raisedBefore(changed, answersBehind(changed)));
  return interrupt === 'emergency-now'
    ? { check: { ...changed, current: null }, ends: true }
    : { check: changed, ends: false };
}

/** What Next makes of an answer: nothing said is unsure; a list with something ticked is complete. */
function asLeft(id: string, given: GivenAnswer | undefined): GivenAnswer {
  if (given === undefined || isOpen(given)) return 'unsure';
  if (!Array.isArray(given) || questionOf(id)?.answers.includes('that-is-all') !== true) return given;
  return given.some((item) => COMPLETE.has(String(item))) ? given : [...(given as string[]), 'that-is-all'];
}

/**
 * Leaves the screen: what was not answered is unsure. Once, where there is a check to try at home, it is offered
 * first, and the screen stays; so it does where a question has come up that was not there before.
 */
export function leave(check: KneeCheck, now: Now): Step {
  const { current } = check;
  if (current === null) throw new RangeError('a screen must be shown to be left, got none');
  const visible = shown(check);
  const said = Object.fromEntries(visible.map((id) => [id, asLeft(id, check.answers[id])]));
  const offers = visible.filter(
    (id) => said[id] === 'unsure' && questionOf(id)?.ifUnsure !== undefined && !check.offered.includes(id),
  );
  const left = touched({ ...check, answers: { ...check.answers, ...said } }, now);
  const cameUp = shown(left).filter((id) => !visible.includes(id) && isOpen(check.answers[id]));
  if (offers.length > 0)
    return { check: { ...touched(check, now), offered: [...check.offered, ...offers] }, ends: false };
  if (cameUp.length > 0) return { check: left, ends: false };
  const fellAway = current.questions.filter((id) => !shown(left).includes(id));
  const answers = without(left.answers, fellAway);
  const settled = { ...left, answers };
  const { judged } = triage(answers, raisedBefore(settled, answers));
  return show(
    {
      ...settled,
      raised: judged.filter(({ is }) => is === 'raised').map(({ flag }) => flag.id),
      behind: [...check.behind, current.questions],
      current: null,
    },
    true,
  );
}

/** The number of the screen that holds a question. */
const screenOf = (id: string | undefined): number =>
  SCREENS.find(({ questions }) => id !== undefined && questions.includes(id))?.number ?? 1;

/** The screen before, with what was said there. On the first one nothing changes. */
export function back(check: KneeCheck, now: Now): Step {
  const before = check.behind.at(-1);
  if (before === undefined) return { check, ends: false };
  const leaving = check.current?.questions ?? [];
  return {
    check: {
      ...touched(check, now),
      answers: without(check.answers, leaving),
      earlier: { ...check.earlier, ...only(check.answers, leaving) },
      behind: check.behind.slice(0, -1),
      current: { screen: screenOf(before[0]), questions: before },
    },
    ends: false,
  };
}

/** Which screen comes next: safety first, then what could change the level, then what tells explanations apart. */
import { type Answers, factsOf, isAsked } from './answers.ts';
import { type WorthAsking, wouldAsk, worthAsking } from './ask-next.ts';
import { type JudgedFlag, judgeFlags, raisedLevel } from './flags.ts';
import type { Level } from './level.ts';
import { ALWAYS_UP_TO, FIXED_UP_TO, type Screen, SCREENS } from './screens.ts';
import { judgeFindings, sharesOf } from './shares.ts';
import { byWorth, type Standing } from './worth.ts';

export interface NextScreen {
  readonly screen: Screen;
  /** Of the screen's questions those to ask now. A later one may fall away by an answer to an earlier: `isAskedNow`. */
  readonly questions: readonly string[];
}

export interface Interview {
  /** Null: nothing is left that could change anything. */
  readonly next: NextScreen | null;
  /** `emergency-now` interrupts at once, `today` at the end of the screen that settles it. */
  readonly interrupt: Extract<Level, 'emergency-now' | 'today'> | null;
}

/**
 * The next screen for the answers so far. A question that stands among them, be it as `unsure`, has been asked. A
 * screen is shown whole where one of its questions could change something, so that none comes twice.
 * @throws {RangeError} where an answer is not one of those allowed
 */
export function nextScreen(answers: Answers, raisedBefore: readonly string[] = []): Interview {
  const facts = factsOf(answers);
  const judged = judgeFlags(answers, raisedBefore);
  const held = judgeFindings(facts);
  const standing: Standing = { facts, judged, shares: sharesOf(facts, held) };
  const level = raisedLevel(judged);
  const isOpen = (id: string): boolean => !Object.hasOwn(answers, id) && wouldAsk(id, standing);
  // What a question still to come could lower does not call a halt yet; an emergency always does.
  const isSettled = ({ flag, is, undecided }: JudgedFlag): boolean =>
    is === 'raised' && flag.level === 'today' && !undecided.some(isOpen);
  const interrupt = level === 'emergency-now' || (level === 'today' && judged.some(isSettled)) ? level : null;
  const asking = new Map(worthAsking(standing, held).map((each): [string, WorthAsking] => [each.id, each]));
  const offered = SCREENS.flatMap((screen) => {
    const questions = screen.questions.filter(isOpen);
    const [best] = questions.flatMap((id) => asking.get(id) ?? []).sort(byWorth);
    if (questions.length === 0 || (best === undefined && screen.number > ALWAYS_UP_TO)) return [];
    return [{ screen, questions, worth: best?.worth ?? { urgency: 0, bySigns: 0, shift: 0 } }];
  });
  const next = offered.find(({ screen }) => screen.number <= FIXED_UP_TO) ?? offered.sort(byWorth)[0];
  return { next: next ? { screen: next.screen, questions: next.questions } : null, interrupt };
}

/** Whether a question of the screen being filled in is still to be asked, given the answers so far. */
export const isAskedNow = (id: string, answers: Answers): boolean =>
  // Once offered because nothing stands out, the turned hip stays.
  id === 'hip-twist' || isAsked(id, factsOf(answers));

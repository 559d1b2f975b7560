/** The interview in a terminal: one question after another, each answerable with "not sure"; back and stop at any time. */
import {
  type Answers,
  answerProblems,
  type GivenAnswer,
  isAskedNow,
  nextScreen,
  type Question,
  questionOf,
  UNTIL_WORDS,
} from '@kneewise/engine';
import { answerLabel } from '@kneewise/words';
import { wordsInTerminal } from './check-text.ts';
import { check, LEVEL_WORDS } from '@kneewise/engine';

export interface Terminal {
  readonly ask: (text: string) => Promise<string>;
  readonly say: (text: string) => void;
}

type Said = { readonly answer: GivenAnswer } | 'back' | 'stop' | 'again';

const HELP = 'Enter or ? for not sure · b to go back · q to stop and see the result';

/** What a line means for a question: numbers of the answers listed, or the number asked for. */
export function readSaid(line: string, question: Question): Said {
  const text = line.trim();
  if (text === 'b') return 'back';
  if (text === 'q') return 'stop';
  if (text === '' || text === '?') return { answer: 'unsure' };
  if (question.range) {
    const answer = Number(text.replace(',', '.'));
    return answerProblems({ [question.id]: answer }).length === 0 ? { answer } : 'again';
  }
  const picked = text.split(/[\s,]+/).map((at) => question.answers[Number(at) - 1]);
  if (picked.includes(undefined)) return 'again';
  const answers = picked as readonly string[];
  if (question.kind === 'many')
    return {
      answer: question.answers.includes('that-is-all') ? [...new Set([...answers, 'that-is-all'])] : answers,
    };
  const [only] = answers;
  return answers.length === 1 && only !== undefined ? { answer: only } : 'again';
}

function questionText({ id, kind, answers, range }: Question): string {
  const options = answers
    .filter((answer) => answer !== 'that-is-all')
    .map((answer, at) => `  ${at + 1} ${answerLabel(id, answer)}`);
  const how = range
    ? `${range.low} to ${range.high} ${range.unit}`
    : kind === 'many'
      ? 'numbers, with a space between'
      : 'a number';
  return ['', wordsInTerminal(id), ...options, `(${how}; ${HELP}) `].join('\n');
}

/** Asks until nothing is left that could change anything. An emergency interrupts at once. */
export async function interview({ ask, say }: Terminal): Promise<Answers> {
  const answers: Record<string, GivenAnswer> = {};
  const order: string[] = [];
  const warned = new Set<string>();
  const tried = new Set<string>();
  for (;;) {
    const { next, interrupt } = nextScreen(answers);
    if (interrupt !== null && !warned.has(interrupt)) {
      warned.add(interrupt);
      say(`\n${LEVEL_WORDS[interrupt]}\n${UNTIL_WORDS[check(answers).until]}`);
      if (interrupt === 'emergency-now') return answers;
    }
    const id = next?.questions.find((each) => isAskedNow(each, answers));
    const question = id === undefined ? undefined : questionOf(id);
    if (question === undefined) return answers;
    const said = readSaid(await ask(questionText(question)), question);
    if (said === 'stop') return answers;
    if (said === 'again') say('That is none of the answers.');
    else if (said === 'back') {
      const last = order.pop();
      if (last !== undefined) delete answers[last];
    } else if (said.answer === 'unsure' && question.ifUnsure !== undefined && !tried.has(question.id)) {
      // Once unsure, the check is offered and the question asked again.
      tried.add(question.id);
      say(`Try this: ${question.ifUnsure}`);
    } else {
      answers[question.id] = said.answer;
      order.push(question.id);
    }
  }
}

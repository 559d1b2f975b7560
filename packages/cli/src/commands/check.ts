import { readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { type Answers, answerProblems, check, questionOf, QUESTIONS } from '@kneewise/engine';
import { benignCost } from '@kneewise/validation';
import type { Command } from 'commander';
import { checkJson, questionsJson } from '../check/check-json.ts';
import { checkText, questionsText } from '../check/check-text.ts';
import { interview } from '../check/interview.ts';
import { populationText } from '../check/population.ts';
import { UsageError } from '../exit.ts';
import { styleFor } from '../terminal/style.ts';
import { printable } from '../terminal/table.ts';
import { jsonOption, print, printJson } from './options.ts';

interface Options {
  readonly answers?: string;
  readonly questions?: true;
  readonly population?: true;
  readonly json?: true;
}

const SCHEMA = 1;
/** As many interviews as `kneewise validate` holds against its limits, and the same people. */
const POPULATION = 4000;
const POPULATION_SEED = 7;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers to all questions are a few kilobytes; what is so much larger is another file. */
const FILE_AT_MOST_BYTES = 1024 * 1024;
/** How a file of UTF-16 begins, as some terminals write it. */
const UTF16: readonly (readonly [number, number])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
const FORM = '{ "schema": 1, "answers": { "age": 31, "place": ["kneecap"], … } }';

function textOf(file: string): string {
  const name = printable(file);
  let text: string;
  try {
    const found = statSync(file);
    if (found.isDirectory()) throw new UsageError(`--answers must name a file; ${name} is a folder`);
    if (found.size > FILE_AT_MOST_BYTES)
      throw new UsageError(
        `--answers must name a file of at most 1 MiB; ${name} has ${Math.ceil(found.size / FILE_AT_MOST_BYTES)} MiB, which is more than all answers together`,
      );
    const bytes = readFileSync(file);
    if (UTF16.some(([first, second]) => bytes[0] === first && bytes[1] === second))
      throw new UsageError(`--answers: ${name} is written in UTF-16; save it as UTF-8`);
    text = bytes.toString('utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new UsageError(
      code === 'ENOENT'
        ? `--answers: there is no file ${name}`
        : `--answers: ${name} could not be read (${code})`,
    );
  }
  // Editors of some systems put a byte order mark first; it says nothing here.
  return text.replace(/^\uFEFF/, '');
}

/** Answers of a file: `{ "schema": 1, "answers": { … } }`. */
function answersFrom(file: string): Answers {
  const text = textOf(file);
  const name = printable(file);
  if (text.trim() === '') throw new UsageError(`--answers: ${name} is empty; it must hold ${FORM}`);
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `--answers: ${name} is not JSON (${printable(error instanceof Error ? error.message : String(error))}); it must hold ${FORM}`,
    );
  }
  if (!isObject(read))
    throw new UsageError(
      `--answers: ${name} holds ${Array.isArray(read) ? 'a list' : 'a single value'}, not ${FORM}`,
    );
  if (read['schema'] !== SCHEMA)
    throw new UsageError(
      `--answers: ${name} ${'schema' in read ? `is of schema ${printable(JSON.stringify(read['schema']))}; this program reads schema 1` : 'does not say which schema it is of'}: ${FORM}`,
    );
  if (!isObject(read['answers']))
    throw new UsageError(`--answers: ${name} has no "answers" that go by question; it must hold ${FORM}`);
  const problems = answerProblems(read['answers']);
  if (problems.length > 0)
    throw new UsageError(
      problems
        .map(({ code, question, value, allowed }) =>
          code === 'unknown-question'
            ? `no question is called ${printable(question)} (--questions lists them)`
            : `${question} must be ${questionOf(question)?.range ? '' : 'one of '}${allowed}; got ${printable(value)}`,
        )
        .join('\nkneewise: '),
    );
  return read['answers'] as Answers;
}

/** The end of the input (Ctrl+D) is the wish to stop and see the result. */
function stopAtEnd(error: unknown): string {
  if (error instanceof Error && error.message.includes('Ctrl+D')) return 'q';
  throw error;
}

/** Asks in the terminal. */
async function asked(): Promise<Answers> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await interview({ ask: (text) => lines.question(text).catch(stopAtEnd), say: print });
  } finally {
    lines.close();
  }
}

export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description('what fits a sore knee, how soon someone should look at it, and what to do')
    .option('--answers <file>', 'answers as JSON (else it asks, in a terminal)')
    .option('--questions', 'list the questions and their answers')
    .option(
      '--population',
      'what its caution costs: a simulated benign population, and which rules send it to a doctor',
    )
    .addOption(jsonOption())
    .action(async (options: Options) => {
      if (options.population) {
        const cost = benignCost(POPULATION, POPULATION_SEED);
        return options.json ? printJson({ schema: 1, ...cost }) : print(populationText(cost));
      }
      if (options.questions)
        return options.json ? printJson(questionsJson(QUESTIONS)) : print(questionsText(QUESTIONS));
      if (options.answers === undefined && !process.stdin.isTTY)
        throw new UsageError('check needs a terminal to ask in, or --answers FILE.json');
      const answers = options.answers === undefined ? await asked() : answersFrom(options.answers);
      const result = check(answers);
      if (options.json) return printJson(checkJson(result));
      return print(checkText(result, styleFor(process.stdout, process.env)));
    });
}

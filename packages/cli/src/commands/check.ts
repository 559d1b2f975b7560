import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { type Answers, answerProblems, check, QUESTIONS } from '@kneewise/engine';
import type { Command } from 'commander';
import { checkJson, questionsJson } from '../check/check-json.ts';
import { checkText, questionsText } from '../check/check-text.ts';
import { interview } from '../check/interview.ts';
import { UsageError } from '../exit.ts';
import { styleFor } from '../terminal/style.ts';
import { printable } from '../terminal/table.ts';
import { jsonOption, print, printJson } from './options.ts';

interface Options {
  readonly answers?: string;
  readonly questions?: true;
  readonly json?: true;
}

const SCHEMA = 1;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers of a file: `{ "schema": 1, "answers": { … } }`. */
function answersFrom(file: string): Answers {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--answers must name a JSON file: ${error instanceof Error ? error.message : file}`);
  }
  if (!isObject(read) || read['schema'] !== SCHEMA || !isObject(read['answers']))
    throw new UsageError('--answers must hold { "schema": 1, "answers": { … } }');
  const problems = answerProblems(read['answers']);
  if (problems.length > 0)
    throw new UsageError(
      problems
        .map(({ code, question, value, allowed }) =>
          code === 'unknown-question'
            ? `no question is called ${printable(question)} (--questions lists them)`
            : `${question} must be one of ${allowed}; got ${printable(value)}`,
        )
        .join('\nkneewise: '),
    );
  return read['answers'] as Answers;
}

/** Asks in the terminal. */
async function asked(): Promise<Answers> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await interview({ ask: (text) => lines.question(text), say: print });
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
    .addOption(jsonOption())
    .action(async (options: Options) => {
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

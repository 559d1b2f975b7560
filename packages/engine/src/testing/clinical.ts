/** The clinical document and the published stories, which lie beside the project and are never copied into it. */
import { existsSync, readFileSync } from 'node:fs';
import type { Answers, GivenAnswer } from '../check/answers.ts';
import { questionOf } from '../check/questions.ts';

export const NEEDS_CLINICAL = 'needs ../shared/clinical.md beside the project, which is absent';
export const NEEDS_STORIES = 'needs ../shared/vignettes.md beside the project, which is absent';

const SHARED = new URL('../../../../../shared/', import.meta.url);

const read = (name: string): string | null => {
  const file = new URL(name, SHARED);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};

export const clinical = read('clinical.md');
export const vignettes = read('vignettes.md');

/** Lines of a fenced block. */
export const block = (text: string, name: string): readonly string[] =>
  (new RegExp(`\`\`\`${name}\\n([^]*?)\\n\`\`\``).exec(text)?.[1] ?? '').split('\n');

/** `a=b` items as answers: lists joined by `+`, or item by item in braces. */
export function answersOf(text: string): Answers {
  const pairs = Array.from(
    text.matchAll(/(\S+?)=(\S+)/g),
    ([, id = '', said = '']): [string, GivenAnswer] => {
      const kind = questionOf(id)?.kind;
      if (said === 'unsure') return [id, said];
      if (kind === 'number') return [id, Number(said)];
      if (kind !== 'many') return [id, said];
      return said.startsWith('{')
        ? [
            id,
            Object.fromEntries(
              said
                .slice(1, -1)
                .split(',')
                .map((item) => item.split(':')),
            ),
          ]
        : [id, said.split('+')];
    },
  );
  return Object.fromEntries(pairs);
}

export interface Scenario {
  readonly id: string;
  readonly answers: Answers;
  readonly level: string;
  /** In the top three as shown; `-` for any. */
  readonly explanation: string;
  readonly flags: readonly string[];
}

export const scenariosOf = (text: string): readonly Scenario[] =>
  block(text, 'scenarios').map((line) => {
    const [said = '', expected = ''] = line.split(' > ');
    const [level = '', explanation = '', ...flags] = expected.split(' ');
    return { id: said.split(' ')[0] ?? '', answers: answersOf(said), level, explanation, flags };
  });

export interface Story {
  readonly id: string;
  readonly kind: 'danger' | 'benign' | 'other';
  readonly answers: Answers;
  readonly levels: readonly string[];
  /** Empty where the condition is not listed. */
  readonly explanations: readonly string[];
}

export const storiesOf = (text: string): readonly Story[] =>
  block(text, 'stories').map((line) => {
    const [said = '', levels = '', explanations = ''] = line.split(' > ');
    const [id = '', kind = ''] = said.split(' ');
    return {
      id,
      kind: kind as Story['kind'],
      answers: answersOf(said),
      levels: levels.split(','),
      explanations: explanations === '-' ? [] : explanations.split(','),
    };
  });

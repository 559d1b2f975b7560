/** What is wrong with a request's input, in a sentence for a person instead of the validator's own words. */
import type { z } from '@hono/zod-openapi';

/** By field: what it must be. Limits are those of `api.ts`. */
const MUST_BE: Readonly<Record<string, string>> = {
  atMs: 'The time must lie from 1970 to 2099.',
  utcOffsetMin: 'The offset from UTC must be whole minutes, 18 hours at most.',
  pain: 'Pain must be a whole number from 0 to 10.',
  onsetM: 'Where the ache began must be metres, from 0 to 1,000,000.',
  side: 'The side must be left or right.',
  when: 'When it ached must be during, evening, next-morning or 48h.',
  files: 'The number of files must be a whole number from 0 on.',
  label: 'The name of an import must be text of at most 500 letters.',
  path: 'The name of a file must be text of 1 to 1,000 letters.',
  from: 'The row to begin with must be a whole number from 0 on.',
};

const KINDS: Readonly<Record<string, string>> = {
  boolean: 'yes or no (true or false)',
  int: 'a whole number',
  null: 'empty (null)',
  number: 'a number',
  object: 'a group of fields',
  string: 'text',
};

type Issue = z.ZodError['issues'][number];

function mustBe(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be given, as ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${issue.origin === 'string' ? ' letters long' : ''}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' letters long' : ''}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `has fields that nobody knows: ${issue.keys.join(', ')}`;
    // Written in `api.ts` for people already.
    case 'custom':
      return issue.message;
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return 'is none of those that can be kept';
  }
}

function sentence(issue: Issue): string {
  const known = MUST_BE[String(issue.path.at(-1))];
  if (known !== undefined) return known;
  const field = issue.path.length === 0 ? 'The request' : `“${issue.path.map(String).join('.')}”`;
  return `${field} ${mustBe(issue)}.`;
}

/** One sentence for each thing that is wrong, none twice. */
export const refusedInput = (error: Pick<z.ZodError, 'issues'>): string =>
  [...new Set(error.issues.map(sentence))].join(' ');

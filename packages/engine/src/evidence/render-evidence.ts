/** `docs/evidence.md`, written from the registry: nothing in it is kept by hand. */
import { CLAIMS } from './claims.ts';
import type { EvidenceMark } from './mark.ts';
import { type Confidence, SOURCES } from './sources.ts';

const MARK_WORDS: Readonly<Record<EvidenceMark, string>> = {
  'own-data': 'your own data',
  expert: 'expert or our choice',
  lab: 'laboratory or small study',
  cohort: 'large cohort or trials that agree',
  randomised: 'randomised trial or review',
};

const CHECKED_WORDS: Readonly<Record<Confidence, string>> = {
  V: 'read in the source',
  V2: 'read on a secondary page',
  M: 'unverified: from memory',
  C: 'worked out for this project',
  own: '–',
};

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

/** The page as Markdown, ending in a line break. The same registry always gives the same text. */
export function renderEvidence(): string {
  const sources = SOURCES.map(({ id, cite, population, says, limits, confidence, mark }) =>
    row(id, cite, population, says, limits, MARK_WORDS[mark], CHECKED_WORDS[confidence]),
  );
  const claims = CLAIMS.map(({ id, claim, articles, status, found, confidence }) =>
    row(
      id,
      claim,
      articles.join(', '),
      status,
      found,
      confidence === 'own' ? 'opinion' : CHECKED_WORDS[confidence],
    ),
  );
  return `# Evidence

Written by the program from \`packages/engine/src/evidence\`; edit the registry, not this page.
A mechanism is not an outcome: less load on the knee has not been shown to mean fewer injuries.
What is marked unverified is never shown to a runner as established.

## Sources

${table(['id', 'source', 'who', 'says', 'limits', 'strength', 'checked'], sources)}

## What popular articles say

S0 "Why my knees ache when I run", S1 "Knee ache from running", S2 "Why your knees hurt when running",
S3 "Knee pain while running: what your body is telling you".

${table(['id', 'claim', 'said by', 'status', 'found', 'checked'], claims)}
`;
}

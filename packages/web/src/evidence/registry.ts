/** Everything Kneewise rests on, as one list: what articles claim, its rules and numbers, and their sources. */
import {
  AUDIT_VARIABLES,
  CLAIMS,
  type ClaimStatus,
  DISAGREEMENTS,
  EXERCISES,
  FAMILIES,
  GRADES,
  PLAN_REASONS,
  RED_FLAGS,
  REASONS,
  ROWS,
  SELF_TESTS,
  SOURCED_WEIGHTS,
  STRENGTH_REASONS,
  type Source,
  SOURCES,
} from '@kneewise/engine';
import { CLAIM_GROUNDS, type Subject } from './claim-grounds.ts';
import type { EngineNumber } from './engine-numbers.ts';

export const STATUSES = ['supported', 'mixed', 'contradicted', 'unverified'] as const;
export const KINDS = ['claim', 'rule', 'number', 'source'] as const;
export type Kind = (typeof KINDS)[number];

export interface Entry {
  /** Permanent for claims, flags and sources; the part of its address. */
  readonly id: string;
  readonly kind: Kind;
  readonly status: ClaimStatus;
  readonly subject: Subject;
  /** A sentence, or the key of one with what it says left open. */
  readonly title: { readonly text: string } | { readonly key: string };
  /** What it says beyond its title. */
  readonly says: string | null;
  /** Ids of the registry's sources and claims. */
  readonly sources: readonly string[];
}

const SOURCE_OF: ReadonlyMap<string, Source> = new Map(SOURCES.map((source) => [source.id, source]));

/** Read or worked out, and more than opinion: what may be called supported. */
const carries = (id: string): boolean => {
  const source = SOURCE_OF.get(id);
  return source !== undefined && source.confidence !== 'M' && source.mark !== 'expert';
};

/** A rule is supported by one source that carries; opinion, memory and our choice leave it unverified. */
const statusOf = (sources: readonly string[]): ClaimStatus =>
  sources.some(carries) ? 'supported' : 'unverified';

const rule = (
  id: string,
  subject: Subject,
  title: Entry['title'],
  sources: readonly string[],
  says: string | null = null,
): Entry => ({ id, kind: 'rule', status: statusOf(sources), subject, title, says, sources });

const claims = (): Entry[] =>
  CLAIMS.map(({ id, claim, status, found }) => ({
    id,
    kind: 'claim',
    status,
    subject: CLAIM_GROUNDS[id]?.subject ?? 'signs',
    title: { text: claim },
    says: found,
    sources: CLAIM_GROUNDS[id]?.sources ?? [],
  }));

/** The head of `pain/rows.ts` names them for all rows. */
const ROW_SOURCES = ['vincent-2017', 'popular-articles', 'our-choice'];

const rules = (): Entry[] => [
  ...RED_FLAGS.map(({ id, title, why, sources }) => rule(id, 'signs', { text: title }, sources, why)),
  ...SOURCED_WEIGHTS.map(({ of, token, says, sources }) =>
    rule(`weight-${of.replace('@', '')}-${token.replace(/\W/g, '-')}`, 'signs', { text: says }, sources),
  ),
  rule('weights', 'signs', { key: 'evidencePage.weights' }, ['our-choice']),
  ...SELF_TESTS.map(({ id, title, reliability }) =>
    rule(`test-${id}`, 'signs', { text: title }, ['our-choice'], reliability),
  ),
  ...GRADES.map(({ grade, title }) => rule(`grade-${grade}`, 'pain', { text: title }, ['vincent-2017'])),
  ...ROWS.map(({ id, title }) => rule(`row-${id}`, 'pain', { text: title }, ROW_SOURCES)),
  ...Object.entries(FAMILIES).map(([family, { evidence }]) =>
    rule(`family-${family}`, 'pain', { key: `evidencePage.family.${family}` }, [evidence]),
  ),
  ...Object.entries(REASONS).map(([code, { evidence }]) =>
    rule(`today-${code}`, 'pain', { key: `reason.${code}` }, [evidence]),
  ),
  ...Object.entries(PLAN_REASONS).map(([code, { evidence }]) =>
    rule(`plan-${code}`, 'load', { key: `plan.why.${code}` }, [evidence]),
  ),
  ...Object.entries(STRENGTH_REASONS).map(([code, { evidence }]) =>
    rule(`strength-${code}`, 'strength', { key: `strength.why.${code}` }, [evidence]),
  ),
  ...EXERCISES.map(({ id, evidence }) =>
    rule(`exercise-${id}`, 'strength', { key: `exercise.${id}.name` }, [evidence]),
  ),
  ...AUDIT_VARIABLES.map(({ variable, evidence }) =>
    rule(`before-${variable}`, 'load', { key: `variable.${variable}` }, [evidence]),
  ),
];

/** Where in the engine a number stands tells what it is about. */
const SUBJECT_OF_FOLDER: Readonly<Record<string, Subject>> = {
  audit: 'load',
  capacity: 'load',
  cadence: 'steps',
  form: 'steps',
  grade: 'steps',
  check: 'signs',
  evidence: 'signs',
  questionnaires: 'pain',
  pain: 'pain',
  today: 'pain',
  strength: 'strength',
  plan: 'load',
  shoes: 'shoes',
};

const numbers = (found: readonly EngineNumber[]): Entry[] =>
  found.map(({ path, name, says, value, sources: cited }) => ({
    id: `${path.replace(/\.ts$/, '').replaceAll('/', '.')}.${name}`,
    kind: 'number',
    status: statusOf(cited),
    subject: SUBJECT_OF_FOLDER[path.split('/')[0] ?? ''] ?? 'model',
    title: { text: says },
    says: value,
    // A hyphened word beside a source is none.
    sources: cited.filter((one) => SOURCE_OF.has(one) || Object.hasOwn(CLAIM_GROUNDS, one)),
  }));

const sources = (users: readonly Entry[]): Entry[] =>
  SOURCES.map(({ id, cite, says, confidence }) => ({
    id,
    kind: 'source',
    status: confidence === 'M' || id === 'our-choice' ? 'unverified' : 'supported',
    subject: users.find((user) => user.sources.includes(id))?.subject ?? 'model',
    title: { text: cite },
    says,
    sources: [],
  }));

/** @param found the engine's numbers, as they were when the pages were built */
export function registry(found: readonly EngineNumber[]): readonly Entry[] {
  const users = [...claims(), ...rules(), ...numbers(found)];
  return [...users, ...sources(users)];
}

export interface Uses {
  readonly claims: readonly Entry[];
  readonly rules: readonly Entry[];
  readonly numbers: readonly Entry[];
  readonly disagreements: readonly string[];
}

/** What rests on an entry. */
export function usesOf(all: readonly Entry[], id: string): Uses {
  const claimed = new Set(CLAIM_GROUNDS[id]?.rules);
  const of = (kind: Kind): readonly Entry[] =>
    all.filter((entry) => entry.kind === kind && (entry.sources.includes(id) || claimed.has(entry.id)));
  const { disagreement = null } = CLAIM_GROUNDS[id] ?? {};
  return {
    claims: [
      ...of('claim'),
      // A rule rests on a claim that names it.
      ...all.filter(({ kind, id: claim }) => kind === 'claim' && CLAIM_GROUNDS[claim]?.rules.includes(id)),
    ],
    rules: of('rule'),
    numbers: of('number'),
    disagreements: DISAGREEMENTS.filter((one) => one.id === disagreement || one.sources.includes(id)).map(
      (one) => one.id,
    ),
  };
}

/** The knee check as JSON, schema 1. */
import { type CheckResult, exercisesFor, type Question } from '@kneewise/engine';
import { sayReason } from '@kneewise/words';

export const questionsJson = (questions: readonly Question[]): unknown => ({
  schema: 1,
  questions: questions.map(({ id, words, kind, answers, range, ifUnsure }) => ({
    id,
    type: kind,
    words,
    answers: range ? null : [...answers, 'unsure'],
    range: range ?? null,
    ifUnsure: ifUnsure ?? null,
  })),
});

/** `probability` is a share that orders explanations; it is no calibrated risk. */
export const checkJson = (result: CheckResult): unknown => ({
  schema: 1,
  level: result.level,
  provisional: result.provisional,
  flags: result.flags.map(({ flag, because }) => ({
    id: flag.id,
    title: flag.title,
    level: flag.level,
    because,
    tell: flag.tell,
    sources: flag.sources,
  })),
  open: result.open.map(({ id }) => id),
  explanations: result.explanations.map((each) => ({
    id: each.id,
    name: each.name,
    probability: each.share,
    fit: each.certainty,
    for: each.for.map(sayReason),
    against: each.against.map(sayReason),
    checkFirst: each.checkFirst,
    tellsApart: each.tellsApart,
  })),
  cannotTellYet: result.cannotTellYet,
  leadingFlag: result.leadingFlag,
  askNext: result.askNext,
  mayRun: result.mayRun,
  card: result.card,
  /** Ids of the exercises of its programme. */
  exercises: result.card === null ? [] : exercisesFor(result.card),
  comeBackDays: result.comeBackDays,
  advice: result.advice.map(({ words }) => words),
});

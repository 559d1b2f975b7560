/** A knee check that has just begun, for tests. */
import type { KneeCheck } from '../knee-check.ts';

export const BEGUN_CHECK: KneeCheck = {
  id: 'first',
  begunAtMs: 1_000,
  changedAtMs: 1_000,
  finishedAtMs: null,
  date: '2026-11-17',
  engineVersion: 1,
  answers: { age: 31, place: ['kneecap'], hot: 'unsure' },
  earlier: {},
  raised: [],
  carried: [],
  behind: [['age', 'sex']],
  current: { screen: 2, questions: ['side', 'place'] },
  offered: [],
  about: 16,
  selfTests: {},
  outcome: null,
  flagEventId: null,
  revision: 0,
};

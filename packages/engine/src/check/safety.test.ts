/** `docs/safety.md` is complete both ways: every hazard has a rule and tests that exist; every warning sign and danger stands there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DANGERS } from './dangers/all.ts';
import { RED_FLAGS } from './red-flags.ts';

const PACKAGES = new URL('../../../', import.meta.url);
const PAGE = readFileSync(new URL('../../../../docs/safety.md', import.meta.url), 'utf8');
const DANGERS_TEST = 'engine/src/check/dangers/dangers.test.ts';

interface Row {
  readonly hazard: string;
  readonly rule: string;
  readonly tests: readonly string[];
}

const rowsOf = (page: string): readonly Row[] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => {
      const [, hazard = '', rule = '', test = ''] = line.split('|').map((cell) => cell.trim());
      return { hazard, rule, tests: test.split('<br>').filter((named) => named !== '') };
    });

/** What is amiss with a row; empty: nothing. */
function problemsOf({ hazard, rule, tests }: Row): string[] {
  const problems = tests.flatMap((named) => {
    const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(named) ?? [];
    const at = new URL(file, PACKAGES);
    if (file === '' || !existsSync(at)) return [`${hazard}: no file ${named}`];
    if (file === DANGERS_TEST) return title in DANGERS ? [] : [`${hazard}: no danger ${title}`];
    return readFileSync(at, 'utf8').includes(title) ? [] : [`${hazard}: no test ${named}`];
  });
  const flags = (rule.match(/\bRF\d\d\b/g) ?? []).filter((id) => !RED_FLAGS.some((flag) => flag.id === id));
  return [
    ...problems,
    ...(hazard.length > 10 && rule.length > 3 ? [] : [`${hazard}: no rule`]),
    ...(tests.length > 0 ? [] : [`${hazard}: no test`]),
    ...flags.map((id) => `${hazard}: no warning sign ${id}`),
  ];
}

const missing = (rows: readonly Row[]): readonly string[] => [
  ...RED_FLAGS.map(({ id }) => id).filter((id) => !rows.some(({ rule }) => rule.includes(id))),
  ...Object.keys(DANGERS).filter(
    (behind) => !rows.some(({ tests }) => tests.includes(`\`${DANGERS_TEST}\`: ${behind}`)),
  ),
];

describe('docs/safety.md', () => {
  const rows = rowsOf(PAGE);

  it('gives every hazard, once, a rule and tests that exist', () => {
    assert.ok(rows.length > 25);
    assert.equal(new Set(rows.map(({ hazard }) => hazard)).size, rows.length);
    assert.deepEqual(rows.flatMap(problemsOf), []);
  });

  it('has every warning sign and every kind of understated danger', () => {
    assert.deepEqual(missing(rows), []);
  });

  it('would be told of a hazard without a test, of a test that is gone, and of a sign left out', () => {
    const row = { hazard: 'a hazard of the test', rule: 'RF01', tests: [] };
    assert.equal(problemsOf(row).length, 1);
    for (const [tests, rule] of [
      [['`engine/src/check/gone.test.ts`: at all'], 'RF01'],
      [['`engine/src/check/flags.test.ts`: a title that nobody gave'], 'RF01'],
      [[`\`${DANGERS_TEST}\`: a danger nobody told`], 'RF01'],
      [['`engine/src/check/flags.test.ts`: each red flag'], 'RF99'],
      [['`engine/src/check/flags.test.ts`: each red flag'], ''],
    ] as const)
      assert.equal(problemsOf({ ...row, tests, rule }).length, 1, tests[0]);
    assert.deepEqual(missing(rows.filter(({ rule }) => !rule.includes('RF12'))), [
      'RF12',
      'a ligament or meniscus',
    ]);
  });
});

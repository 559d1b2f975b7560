/** Every number that the engine rests on says what it measures and where it comes from. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  type NumericConstant,
  numericConstants,
  saysSource,
  saysUnit,
} from '../testing/numeric-constants.ts';
import { SOURCES } from './sources.ts';

const ENGINE = new URL('../', import.meta.url);
const IDS: ReadonlySet<string> = new Set(SOURCES.map(({ id }) => id));
const isSource = (id: string): boolean => IDS.has(id);

const constants = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|^testing[/\\]/.test(path))
  .flatMap((path) =>
    numericConstants(readFileSync(new URL(path, ENGINE), 'utf8')).map((constant) => ({ path, constant })),
  );
const lacking = (has: (constant: NumericConstant) => boolean): string[] =>
  constants
    .filter(({ constant }) => !has(constant))
    .map(({ path, constant: { line, name } }) => `${path}:${line} ${name}`);

describe('the numbers of the engine', () => {
  it('are found: several hundred of them', () => {
    assert.ok(constants.length > 300, `${constants.length}`);
    assert.ok(constants.some(({ constant }) => constant.name === 'FORCE_INTERCEPT_BW'));
  });
  it('name a registered source or our choice, each of them', () => {
    assert.deepEqual(
      lacking((constant) => saysSource(constant, isSource)),
      [],
    );
  });
  it('say what they measure, each of them', () => {
    assert.deepEqual(lacking(saysUnit), []);
  });
});

describe('the search for unsourced numbers', () => {
  const verdicts = (source: string): string[] =>
    numericConstants(source).map(
      (constant) =>
        `${constant.name}${saysSource(constant, isSource) ? '' : ' unsourced'}${saysUnit(constant) ? '' : ' unitless'}`,
    );
  it('finds a number without a comment, exported or not, alone, in a list or in an object', () => {
    assert.deepEqual(
      verdicts('const A = 3;\n\nexport const B = [1, 2] as const;\n\nconst c = { one: { deep: 1e-3 } };\n'),
      ['A unsourced unitless', 'B unsourced unitless', 'c unsourced unitless'],
    );
  });
  it('takes a registered id in brackets, or our choice, and nothing else', () => {
    const of = (comment: string): string[] => verdicts(`/** ${comment} */\nconst A = 3;\n`);
    assert.deepEqual(of('Contact, ms. [fukuchi-2017: 26 runners]'), ['A']);
    assert.deepEqual(of('Contact, ms. [lenhart-2014; bonacci-2018]'), ['A']);
    assert.deepEqual(of('Contact, ms. Our choice.'), ['A']);
    assert.deepEqual(of('Contact, ms. [nobody-1900]'), ['A unsourced']);
    assert.deepEqual(of('Contact, ms, as fukuchi-2017 has it.'), ['A unsourced']);
    assert.deepEqual(of('Contact, ms. [evidence B2c]'), ['A unsourced']);
    assert.deepEqual(of('Contact. [fukuchi-2017]'), ['A unitless']);
  });
  it('takes a unit from the name as well', () => {
    assert.deepEqual(verdicts('/** Enough. Our choice. */\nconst ENOUGH_S = 60;\nconst ENOUGH = 60;\n'), [
      'ENOUGH_S',
      'ENOUGH unitless',
    ]);
  });
  it('lets one comment speak for what follows without a blank line, and a heading line for its block', () => {
    assert.deepEqual(verdicts('/** Steps. Our choice. */\nconst A = 1;\nconst B = 2;\n\nconst C = 3;\n'), [
      'A',
      'B',
      'C unsourced unitless',
    ]);
    assert.deepEqual(verdicts('// Our choices.\n/** Days. */\nconst A = 1;\n/** Share. */\nconst B = 2;\n'), [
      'A',
      'B',
    ]);
    assert.deepEqual(verdicts('// Our choices.\n\n/** Days. */\nconst A = 1;\n'), ['A unsourced']);
    assert.deepEqual(verdicts('/** Days. Our choice. */\nconst A = 1;\n/** Share. */\nconst B = 2;\n'), [
      'A',
      'B unsourced',
    ]);
  });
  it('passes over functions, texts, patterns and comments, and what lies inside functions', () => {
    assert.deepEqual(
      verdicts(
        "const f = (x: number): number => x * 2;\n\nconst A = 'step 3';\n\nconst T = /[0-9]+/y;\n\nconst u = g(); // 4\n\nfunction h() {\n  const I = 5;\n}\n",
      ),
      [],
    );
  });
});

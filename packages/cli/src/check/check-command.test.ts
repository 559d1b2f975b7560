import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { check, type GivenAnswer, QUESTIONS, questionOf } from '@kneewise/engine';
import { runCli } from '../testing/run-cli.ts';
import { interview, readSaid } from './interview.ts';

const SCREENS_AT_MOST = 20;
const question = (id: string) => {
  const found = questionOf(id);
  assert.ok(found);
  return found;
};

describe('kneewise check', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'kneewise-check-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const checked = (content: unknown) => {
    const file = join(folder, 'answers.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return runCli('check', '--answers', file, '--json');
  };

  it('--questions --json lists all 49 with ids, types and allowed answers', () => {
    const { code, out } = runCli('check', '--questions', '--json');
    const listed = JSON.parse(out) as {
      schema: number;
      questions: { id: string; type: string; answers: unknown }[];
    };
    assert.equal(code, 0);
    assert.equal(listed.schema, 1);
    assert.equal(listed.questions.length, 49);
    assert.deepEqual(listed.questions[5], {
      id: 'onset',
      type: 'one',
      words: 'How did it start: in one accident, suddenly without one, or gradually?',
      answers: ['injury', 'sudden', 'gradual', 'unsure'],
      range: null,
      ifUnsure: null,
    });
  });

  it('--answers --json tells level, flags with what raised them, explanations, open rules and advice', () => {
    const { code, out } = checked({
      schema: 1,
      answers: { age: 31, hot: 'yes', fever: 'yes', walking: 'unsure' },
    });
    const result = JSON.parse(out) as Record<string, unknown> & {
      flags: { id: string; because: unknown }[];
      explanations: { probability: number }[];
    };
    assert.equal(code, 0);
    assert.deepEqual(
      ['schema', 'level', 'flags', 'explanations', 'provisional', 'open', 'askNext', 'advice'].filter(
        (key) => !(key in result),
      ),
      [],
    );
    assert.equal(result['level'], 'emergency-now');
    assert.deepEqual(result.flags[0]?.because, [
      { question: 'hot', answer: 'yes' },
      { question: 'fever', answer: 'yes' },
    ]);
    assert.equal(result.explanations.length, 38, '37 conditions and “other”');
    assert.ok(
      Math.abs(result.explanations.reduce((sum, { probability }) => sum + probability, 0) - 1) < 1e-9,
    );
  });

  it('names the exercises of the card it shows, and none where it shows none', () => {
    const person = {
      age: 31,
      place: ['kneecap'],
      onset: 'gradual',
      hurts: ['squat', 'stairs-down', 'sitting'],
    };
    const clear = {
      hot: 'no',
      fever: 'no',
      foot: 'fine',
      numb: 'none',
      'after-hard': 'none',
      calf: 'no',
      breath: 'no',
    };
    const rest = {
      walking: 'normal',
      swelling: 'none',
      'straight-leg': 'yes',
      locks: 'never',
      lump: 'none',
      night: 'none',
      medicines: ['none'],
      load: ['longer'],
      weeks: 5,
    };
    const read = (answers: unknown) =>
      JSON.parse(checked({ schema: 1, answers }).out) as { card: string | null; exercises: string[] };
    const shown = read({ ...person, ...clear, ...rest });
    assert.equal(shown.card, 'pfp');
    assert.ok(shown.exercises.includes('side_lying_abduction') && shown.exercises.length > 5);
    assert.deepEqual(read(person).exercises, []);
  });

  it('exits 2 and names every unknown question and value', () => {
    const { code, err } = checked({ schema: 1, answers: { colour: 'red', hot: 'maybe', age: 7 } });
    assert.equal(code, 2);
    for (const words of [
      /colour/,
      /hot must be one of yes, no, unsure; got maybe/,
      /age must be a number from 8 to 95, or unsure; got 7/,
    ])
      assert.match(err, words);
  });

  it('exits 2 on a file that is no answers, another schema, no file, and no terminal', () => {
    for (const [content, says] of [
      ['{', /is not JSON \(.*\); it must hold \{ "schema": 1/],
      ['', /is empty/],
      ['[]', /holds a list/],
      ['7', /holds a single value/],
      ['null', /holds a single value/],
      [{ schema: 2, answers: {} }, /is of schema 2; this program reads schema 1/],
      [{ answers: {} }, /does not say which schema/],
      [{ schema: 1 }, /has no "answers"/],
      [{ schema: 1, answers: ['hot'] }, /has no "answers"/],
      [' '.repeat(1024 * 1024 + 1), /at most 1 MiB.* has 2 MiB/],
      ['\u{7bff}\u{feff}', /is not JSON/],
    ] as const) {
      const { code, err } = checked(content);
      assert.equal(code, 2, err);
      assert.match(err, says);
    }
    const utf16 = join(folder, 'utf16.json');
    writeFileSync(utf16, '\u{feff}{}', 'utf16le');
    assert.match(runCli('check', '--answers', utf16).err, /UTF-16; save it as UTF-8/);
    assert.match(runCli('check', '--answers', folder).err, /is a folder/);
    assert.equal(runCli('check', '--answers', join(folder, 'absent.json')).code, 2);
    assert.equal(runCli('check').code, 2);
  });

  it('reads a file with a byte order mark, and an answer in quotation marks is named with them', () => {
    assert.equal(checked('\u{feff}{"schema":1,"answers":{"age":31}}').code, 0);
    assert.match(
      checked({ schema: 1, answers: { age: '31' } }).err,
      /age must be a number from 8 to 95, or unsure; got "31"/,
    );
  });

  it('--population prints what its caution costs, and which rules cost most alone and together', () => {
    const { code, out } = runCli('check', '--population');
    assert.equal(code, 0);
    assert.match(out, /^4000 simulated runners[^]*within days or sooner +\d+\.\d %[^]*\nRF\d\d +\d+\.\d %/);
    const { out: json } = runCli('check', '--population', '--json');
    const cost = JSON.parse(json) as {
      schema: number;
      withinDaysOrAbovePercent: number;
      todayOrAbovePercent: number;
      rules: { alonePercent: number; raisesPercent: number; togetherPercent: number }[];
    };
    assert.equal(cost.schema, 1);
    assert.ok(cost.withinDaysOrAbovePercent <= 25 && cost.todayOrAbovePercent <= 4);
    const all = cost.rules.at(-1)?.togetherPercent ?? 0;
    assert.ok(
      Math.abs(all - cost.withinDaysOrAbovePercent) < 1e-9,
      'all rules together send everybody who is sent',
    );
    for (const { alonePercent, raisesPercent } of cost.rules) assert.ok(alonePercent <= raisesPercent);
  });

  it('answers in words: the level first, never a percentage of likelihood', () => {
    const file = join(folder, 'words.json');
    writeFileSync(
      file,
      JSON.stringify({ schema: 1, answers: { age: 31, place: ['kneecap'], onset: 'gradual' } }),
    );
    const { code, out } = runCli('check', '--answers', file);
    assert.equal(code, 0);
    assert.match(out, /^Have it examined by a physiotherapist/);
    assert.match(out, /Not every warning sign could be checked/);
    assert.doesNotMatch(out, /No warning sign|None of the signs/);
  });
});

describe('the interview in a terminal', () => {
  const person: Readonly<Record<string, string>> = {
    'How old are you?': '33',
    'Where does it hurt? Every place counts.': '10',
  };
  const noneOf = (text: string): string => {
    const none = /^\s+(\d+) (None|No|Neither|Never|Nothing|No such|Normal|Fine)/m.exec(text);
    return none?.[1] ?? '';
  };

  it('asks at most 20 screens’ worth and comes to a result', async () => {
    const asked: string[] = [];
    const answers = await interview({
      ask: (text) => {
        const words = text.trim().split('\n')[0] ?? '';
        asked.push(words);
        return Promise.resolve(person[words] ?? noneOf(text));
      },
      say: () => undefined,
    });
    const twice = asked.filter((words, at) => asked.indexOf(words) < at);
    assert.deepEqual(
      twice.filter((words) => QUESTIONS.find((each) => each.words === words)?.ifUnsure === undefined),
      [],
    );
    assert.ok(new Set(asked).size <= QUESTIONS.length && asked.length > SCREENS_AT_MOST / 2);
    assert.ok(check(answers).advice.length > 0);
  });

  it('is interrupted at once by an emergency, with what to do', async () => {
    const said: string[] = [];
    const answers = await interview({
      ask: (text) =>
        Promise.resolve(text.includes('fever, shivering') || text.includes('hot or red') ? '1' : '?'),
      say: (text) => said.push(text),
    });
    assert.equal(check(answers).level, 'emergency-now');
    assert.match(said.at(-1) ?? '', /Call your emergency number[^]*Get help, keep the leg still/);
  });

  it('goes back, stops, and asks again what it could not read', async () => {
    const lines = ['200', '40', 'b', '41', 'q'];
    const said: string[] = [];
    const answers: Readonly<Record<string, GivenAnswer>> = await interview({
      ask: () => Promise.resolve(lines.shift() ?? 'q'),
      say: (text) => said.push(text),
    });
    assert.deepEqual(answers, { age: 41 });
    assert.deepEqual(said, ['That is none of the answers.']);
  });

  it('offers the check once where an answer is not sure, then asks again', async () => {
    const lines = ['33', '?', '?', '1', '10', '1', '3', '3', '2', '?', '1', '?', '?', 'q'];
    const said: string[] = [];
    const answers = await interview({
      ask: () => Promise.resolve(lines.shift() ?? 'q'),
      say: (text) => said.push(text),
    });
    assert.deepEqual(
      said.filter((text) => text.startsWith('Try this')),
      ['hot', 'fever'].map((id) => `Try this: ${question(id).ifUnsure}`),
    );
    assert.equal(answers['hot'], 'yes');
    assert.equal(answers['fever'], 'unsure');
  });

  it('reads numbers of answers, lists and figures', () => {
    assert.deepEqual(readSaid('2', question('onset')), { answer: 'sudden' });
    assert.deepEqual(readSaid('1 3', question('medicines')), {
      answer: ['steroid', 'thinner', 'that-is-all'],
    });
    assert.deepEqual(readSaid('', question('onset')), { answer: 'unsure' });
    assert.deepEqual(readSaid('0,5', question('weeks')), { answer: 0.5 });
    assert.equal(readSaid('1 2', question('onset')), 'again');
    assert.equal(readSaid('9', question('onset')), 'again');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ImportState } from '../api/types.ts';
import { filterRows, importSentence, segments, timeLeft } from './import-words.ts';

const STATE: ImportState = {
  id: 'i',
  label: 'export.zip',
  createdAtMs: 0,
  state: 'done',
  unread: 0,
  filesFound: 0,
  filesDone: 0,
  added: 0,
  duplicates: 0,
  others: 0,
  refused: 0,
  filesPerS: null,
  secondsLeft: null,
  rows: [],
  nextRow: 0,
  problem: null,
};

describe('the sentence over an import', () => {
  it('counts files while they are read, even when some are in', () => {
    assert.deepEqual(importSentence({ ...STATE, state: 'reading', filesFound: 9, added: 4 }), {
      key: 'import.sentence.reading',
      count: 9,
    });
  });
  it('says what came of it, the most useful thing first', () => {
    assert.equal(importSentence({ ...STATE, added: 1, refused: 8 }).key, 'import.sentence.added');
    assert.equal(importSentence({ ...STATE, duplicates: 3, refused: 8 }).key, 'import.sentence.nothingNew');
    assert.equal(importSentence({ ...STATE, others: 3, refused: 8 }).key, 'import.sentence.noRuns');
    assert.equal(importSentence({ ...STATE, refused: 8 }).key, 'import.sentence.allRefused');
    assert.equal(importSentence({ ...STATE, refused: 8 }, 3).key, 'import.sentence.allRefused');
    assert.deepEqual(importSentence(STATE, 3), { key: 'import.sentence.notReceived', count: 3 });
    assert.equal(importSentence(STATE).key, 'import.sentence.empty');
  });
});

describe('the bar', () => {
  it('never runs over its end, whatever is counted', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 6, maxLength: 6 }), (counts) => {
        const [filesFound = 0, added = 0, duplicates = 0, others = 0, refused = 0, notReceived = 0] = counts;
        const parts = segments({ filesFound, added, duplicates, others, refused, notReceived });
        const sum = parts.reduce((total, { share }) => total + share, 0);
        assert.ok(sum <= 1 + 1e-9);
        assert.ok(parts.every(({ share, count }) => count === 0 || share > 0));
      }),
    );
  });
});

const row = (outcome: 'added' | 'refused', warnings: number) => ({
  path: 'a.fit',
  outcome,
  activityIds: [],
  sport: null,
  distanceM: null,
  startAtMs: null,
  utcOffsetMin: null,
  warnings: Array.from({ length: warnings }, () => ({ code: 'bad-crc', text: 'x' })),
  refusal: null,
  duplicateOf: null,
});

describe('rows', () => {
  it('are filtered by refusal and by remark', () => {
    const rows = [row('added', 0), row('added', 2), row('refused', 0)];
    assert.equal(filterRows(rows, 'all').length, 3);
    assert.deepEqual(filterRows(rows, 'refused'), [rows[2]]);
    assert.deepEqual(filterRows(rows, 'remark'), [rows[1]]);
  });
});

describe('time left', () => {
  it('is rounded as a person would', () => {
    assert.deepEqual(timeLeft(4.9), { key: 'import.left.moment', count: 0 });
    assert.deepEqual(timeLeft(5), { key: 'import.left.seconds', count: 5 });
    assert.deepEqual(timeLeft(38), { key: 'import.left.seconds', count: 40 });
    assert.deepEqual(timeLeft(89.9), { key: 'import.left.seconds', count: 90 });
    assert.deepEqual(timeLeft(90), { key: 'import.left.minutes', count: 2 });
  });
});

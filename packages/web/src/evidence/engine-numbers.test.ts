import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { engineNumber } from './engine-numbers.ts';

const read = (comment: string, code = 'export const SHARE_OF_EDGE = 0.75;') =>
  engineNumber('pain/size.ts', code, { name: 'SHARE_OF_EDGE', line: 1, comment });

describe('a number of the engine', () => {
  it('is said by its comment, and names the sources and claims in brackets', () => {
    assert.deepEqual(read('Relative rest: three quarters of the edge. [popular-articles, A29]'), {
      path: 'pain/size.ts',
      name: 'SHARE_OF_EDGE',
      says: 'Relative rest: three quarters of the edge.',
      value: '0.75',
      sources: ['popular-articles', 'A29'],
    });
  });
  it('rests on our choice where its comment says so', () => {
    const { says, sources } = read('Slower counts as walking. Our choice; no published cut-off.');
    assert.deepEqual(sources, ['our-choice']);
    assert.match(says, /^Slower counts as walking\./);
  });
  it('leaves out where another document says so', () => {
    assert.equal(read('Lengths of models.md F: our choices.').says, 'Lengths');
    assert.equal(
      read('Smallest change of a sum, as a share (models.md F).').says,
      'Smallest change of a sum, as a share.',
    );
    assert.equal(read('Days. Our choice, as training.md 5 has it.').says, 'Days.');
  });
  it('takes no prose in brackets for a source', () => {
    assert.deepEqual(read('Hazard ratio. [nielsen-2014: beyond 30 %, 1.59]').sources, ['nielsen-2014']);
    assert.deepEqual(read('A table. [see there]').sources, []);
  });
  it('shows a value of one short line and leaves out a table', () => {
    assert.equal(read('Metres.', 'const LONG_M = 1_000_000;').value, '1000000');
    assert.equal(read('A table.', 'const T = [').value, null);
    assert.equal(read('A table.', `const T = [${'1, '.repeat(30)}1];`).value, null);
  });
  it('is called by its name where nothing is said', () => {
    assert.equal(read('Our choice.').says, 'SHARE_OF_EDGE');
  });
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { weeksOf } from './weeks.ts';

it('weeks begin on Monday, the first one today', () => {
  assert.deepEqual(weeksOf('2026-11-21', '2026-11-24'), [
    ['2026-11-21', '2026-11-22'],
    ['2026-11-23', '2026-11-24'],
  ]);
  assert.deepEqual(
    weeksOf('2026-11-23', '2026-12-06').map((days) => days.length),
    [7, 7],
  );
  assert.deepEqual(weeksOf('2026-12-31', '2027-01-01'), [['2026-12-31', '2027-01-01']]);
});

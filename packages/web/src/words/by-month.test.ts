import assert from 'node:assert/strict';
import { it } from 'node:test';
import { byMonth } from './by-month.ts';

const run = (startAtMs: number, utcOffsetMin: number | null) => ({ startAtMs, utcOffsetMin });

it('a run late on the last evening stays in its own month', () => {
  const months = byMonth([
    run(Date.UTC(2026, 10, 1, 3), -300),
    run(Date.UTC(2026, 9, 31, 23, 30), 60),
    run(Date.UTC(2026, 9, 12), null),
  ]);
  assert.deepEqual(
    months.map(({ month, runs }) => [month, runs.length]),
    [
      ['2026-10', 2],
      ['2026-11', 1],
    ],
  );
});

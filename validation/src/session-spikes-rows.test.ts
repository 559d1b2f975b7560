import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FRANDSEN, sessionSpikeRows } from './session-spikes-rows.ts';

it('every edge and hazard ratio of the session-spike cohort is found as published', () => {
  const rows = sessionSpikeRows();
  assert.deepEqual(
    rows.filter(({ verdict }) => verdict !== 'holds'),
    [],
  );
  assert.equal(rows.length, 3 + 4 * 3 + 1);
});

it('a bin published to end elsewhere fails, and so does another ratio', () => {
  const failing = (at: number, changed: Partial<(typeof FRANDSEN)[number]>): string[] =>
    sessionSpikeRows(FRANDSEN.map((bin, i) => (i === at ? { ...bin, ...changed } : bin)))
      .filter(({ verdict }) => verdict === 'fails')
      .map(({ quantity }) => quantity);
  assert.deepEqual(failing(1, { upToPct: 31 }), [
    'longest run still up to +31 % of the longest in 30 days, which is 10 km',
  ]);
  assert.deepEqual(failing(3, { ratio: [2.28, 1.51, 3.48] }), ['20001 m after 10 km, its 95 % from']);
});

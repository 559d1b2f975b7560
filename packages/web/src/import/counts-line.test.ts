import assert from 'node:assert/strict';
import { it } from 'node:test';
import { countsLine } from './counts-line.ts';

const NONE = { added: 0, duplicates: 0, others: 0, refused: 0 };

it('an import’s line names what there was, and says where there was nothing', () => {
  assert.deepEqual(countsLine({ ...NONE, added: 3, refused: 1, unread: 2 }), [
    { key: 'keeping.counts.added', count: 3 },
    { key: 'keeping.counts.refused', count: 1 },
    { key: 'keeping.counts.unread', count: 2 },
  ]);
  assert.deepEqual(countsLine(NONE), [{ key: 'keeping.counts.nothing', count: 0 }]);
});

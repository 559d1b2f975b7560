import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { z } from '@hono/zod-openapi';
import { AKPS_ITEMS } from '@kneewise/engine';
import { openHouse } from '../testing/open-house.ts';
import type { Filled, FilledList } from './shapes.ts';

const best = Object.fromEntries(AKPS_ITEMS.map(({ id }) => [id, 0]));
const filled = (answers: Record<string, number>, day: string) => ({
  questionnaire: 'akps',
  answers,
  atMs: Date.parse(`${day}T12:00:00Z`),
  utcOffsetMin: 60,
});

it('questionnaires come back by date with score and change, and one taken back changes the next', async () => {
  const open = await openHouse();
  const list = async () =>
    ((await open.json('GET', '/api/questionnaires')) as z.infer<typeof FilledList>).filled;
  const add = async (answers: Record<string, number>, day: string) =>
    (await open.json('POST', '/api/questionnaires', filled(answers, day), 201)) as z.infer<typeof Filled>;
  try {
    assert.deepEqual(await list(), []);
    const third = await add(best, '2026-11-14');
    assert.deepEqual([third.score, third.change], [100, null]);
    // Stairs 10 → 5 and running 10 → 3: 88; squat 5 → 4 beside them: 87.
    const first = await add({ ...best, stairs: 2, running: 3 }, '2026-10-03');
    const second = await add({ ...best, stairs: 2, running: 3, squat: 1 }, '2026-10-24');
    assert.deepEqual([first.score, second.score], [88, 87]);
    assert.deepEqual(
      (await list()).map(({ id, change }) => [id, change]),
      [
        [first.id, null],
        [second.id, { points: -1, means: 'no-clear-change', verified: false }],
        [third.id, { points: 13, means: 'better', verified: false }],
      ],
    );
    await open.json('DELETE', `/api/questionnaires/${second.id}`);
    await open.json('DELETE', `/api/questionnaires/${second.id}`, undefined, 404);
    assert.equal((await list()).at(-1)?.change?.points, 12);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('a questionnaire with a gap, an item or an option that is none, or no date is refused', async () => {
  const open = await openHouse();
  const { limp: _, ...twelve } = best;
  try {
    for (const wrong of [
      filled(twelve, '2026-11-14'),
      filled({ ...best, limp: 3 }, '2026-11-14'),
      filled({ ...best, limp: -1 }, '2026-11-14'),
      filled({ ...best, limp: 0.5 }, '2026-11-14'),
      filled({ ...best, elbow: 0 }, '2026-11-14'),
      { ...filled(best, '2026-11-14'), questionnaire: 'lefs' },
      { ...filled(best, '2026-11-14'), atMs: 'yesterday' },
    ])
      await open.json('POST', '/api/questionnaires', wrong, 400);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

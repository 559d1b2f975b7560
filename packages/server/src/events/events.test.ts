import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { z } from '@hono/zod-openapi';
import type { Event, TodayShape } from '../api.ts';
import { openHouse } from '../testing/open-house.ts';

it('a raised flag refers until a professional has cleared it, and taking the clearance back refers again', async () => {
  const open = await openHouse({ day: '2026-11-17' });
  const lightOn = async (date: string): Promise<string> =>
    ((await open.json('GET', `/api/today?date=${date}`)) as z.infer<typeof TodayShape>).light;
  const add = async (event: object): Promise<z.infer<typeof Event>> =>
    (await open.json('POST', '/api/events', event, 201)) as z.infer<typeof Event>;
  try {
    await open.json('PUT', '/api/settings', {
      onset: { date: '2026-11-01', side: 'right' },
      flags: 'none-raised',
    });
    const flag = await add({ kind: 'flag-raised', date: '2026-11-10' });
    assert.equal(await lightOn('2026-11-17'), 'REFER');
    const cleared = await add({ kind: 'cleared-by-professional', date: '2026-11-14' });
    assert.equal(await lightOn('2026-11-13'), 'REFER');
    assert.notEqual(await lightOn('2026-11-17'), 'REFER');
    assert.deepEqual(await open.json('GET', '/api/events'), { events: [flag, cleared] });
    await open.json('DELETE', `/api/events/${cleared.id}`);
    await open.json('DELETE', `/api/events/${cleared.id}`, undefined, 404);
    assert.equal(await lightOn('2026-11-17'), 'REFER');
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('refuses a kind that is none, a walk without its pain, and a day that is none', async () => {
  const open = await openHouse();
  try {
    const walk = { kind: 'walked-30-min', date: '2026-11-10', pain: 0 };
    const { id, ...kept } = (await open.json('POST', '/api/events', walk, 201)) as z.infer<typeof Event>;
    assert.ok(id.length > 0);
    assert.deepEqual(kept, walk);
    for (const wrong of [
      { kind: 'felt-fine', date: '2026-11-10' },
      { kind: 'walked-30-min', date: '2026-11-10' },
      { ...walk, pain: 11 },
      { ...walk, pain: -1 },
      { ...walk, date: '2026-02-30' },
    ])
      await open.json('POST', '/api/events', wrong, 400);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

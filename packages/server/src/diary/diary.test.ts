import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { z } from '@hono/zod-openapi';
import type { Load, TodayShape } from '../api.ts';
import { importFound } from '../imports/import-paths.ts';
import { gpx } from '../testing/gpx.ts';
import { type OpenHouse, openHouse } from '../testing/open-house.ts';
import type { Diary, PainEntry, Taken } from './shapes.ts';

const pain = {
  side: 'right',
  place: 'front-kneecap',
  pain: 5,
  words: 'on the stairs',
  atMs: Date.parse('2026-11-17T09:00:00Z'),
  utcOffsetMin: 0,
};

async function* oneRun() {
  const bytes = gpx({ start: '2026-11-10T08:00:00Z', minutes: 30 });
  yield {
    kind: 'file' as const,
    file: {
      path: 'run.gpx',
      sizeBytes: bytes.length,
      open: async function* () {
        yield bytes;
      },
    },
  };
}

async function withRun(): Promise<OpenHouse> {
  const open = await openHouse({ day: '2026-11-17' });
  const { store, runnerId, clock, importer } = open.house;
  await importFound(store, runnerId, { again: oneRun }, { label: 'test', clock, pool: importer.pool });
  await open.json('PUT', '/api/settings', {
    onset: { date: '2026-11-01', side: 'right' },
    flags: 'none-raised',
  });
  return open;
}

it('entries and what was taken are kept, listed and taken back', async () => {
  const open = await openHouse();
  try {
    const kept = (await open.json('POST', '/api/diary/pain', pain, 201)) as z.infer<typeof PainEntry>;
    assert.deepEqual(kept, { ...pain, id: kept.id });
    const pill = { what: 'anti-inflammatory', words: 'ibuprofen', atMs: pain.atMs, utcOffsetMin: 0 };
    const taken = (await open.json('POST', '/api/diary/taken', pill, 201)) as z.infer<typeof Taken>;
    assert.deepEqual(taken, { ...pill, id: taken.id });
    assert.deepEqual(await open.json('GET', '/api/diary'), { entries: [kept], taken: [taken] });
    for (const path of [`/api/diary/pain/${kept.id}`, `/api/diary/taken/${taken.id}`]) {
      await open.json('DELETE', path);
      await open.json('DELETE', path, undefined, 404);
    }
    const after = (await open.json('GET', '/api/diary')) as z.infer<typeof Diary>;
    assert.deepEqual(after, { entries: [], taken: [] });
    for (const wrong of [
      { ...pain, pain: 11 },
      { ...pain, pain: -1 },
      { ...pain, pain: 2.5 },
      { ...pain, place: 'elbow' },
      { ...pain, side: 'both' },
      { ...pain, words: 'x'.repeat(501) },
      { ...pain, atMs: null },
    ])
      await open.json('POST', '/api/diary/pain', wrong, 400);
    await open.json('POST', '/api/diary/taken', { ...pill, what: 'tea' }, 400);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('a strong pain of today is heard by today’s answer and by the day’s worst, and taking it back undoes both', async () => {
  const open = await withRun();
  const today = async () => (await open.json('GET', '/api/today')) as z.infer<typeof TodayShape>;
  const worst = async () =>
    ((await open.json('GET', '/api/load')) as z.infer<typeof Load>).days.at(-1)?.worstPain ?? null;
  try {
    const before = await today();
    assert.deepEqual([before.stage, before.action], ['LADDER', 'ask-first']);
    assert.equal(await worst(), null);
    const { id } = (await open.json('POST', '/api/diary/pain', pain, 201)) as z.infer<typeof PainEntry>;
    const after = await today();
    assert.deepEqual([after.stage, after.action], ['CALM', 'cross-train']);
    assert.equal(await worst(), 5);
    await open.json('DELETE', `/api/diary/pain/${id}`);
    assert.deepEqual(await today(), before);
    assert.equal(await worst(), null);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('a place at 0 is that day’s answer in the history of load and answers no question of today', async () => {
  const open = await withRun();
  const today = async () => (await open.json('GET', '/api/today')) as z.infer<typeof TodayShape>;
  try {
    const before = await today();
    await open.json('POST', '/api/diary/pain', { ...pain, pain: 0 }, 201);
    assert.deepEqual(await today(), before);
    const { days } = (await open.json('GET', '/api/load')) as z.infer<typeof Load>;
    assert.equal(days.at(-1)?.worstPain, 0);
  } finally {
    await open.close();
  }
});

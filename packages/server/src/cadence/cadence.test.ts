import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { z } from '@hono/zod-openapi';
import type { Cadence } from '../api.ts';
import { openHouse, type OpenHouse } from '../testing/open-house.ts';

type Page = z.infer<typeof Cadence>;
const look = async (open: OpenHouse): Promise<Page> => (await open.json('GET', '/api/cadence')) as Page;
const begin = async (open: OpenHouse, step: number | null, status = 200): Promise<Page> =>
  (await open.json('PUT', '/api/cadence/programme', { step }, status)) as Page;
const count = (open: OpenHouse, cadenceSpm: number, status = 201) =>
  open.json('POST', '/api/cadence/counts', { cadenceSpm }, status);

it('the simulated runner is in week four towards a target 5 % above the own line, and the edge lies further there', async () => {
  const open = await openHouse();
  try {
    await open.json('POST', '/api/sample', undefined, 201);
    const { target, line, ownFrom, edge, beats, programme, gate } = await look(open);
    assert.ok(target.known && line.from === 'own' && ownFrom === 'line');
    assert.ok(Math.abs(target.value.targetSpm / target.value.own.cadenceSpm - 1.05) < 1e-9);
    assert.ok(edge.known && edge.value.thenM > edge.value.nowM && edge.value.thenLowM < edge.value.thenM);
    assert.ok(beats !== null && beats[0].lowBpm <= target.value.targetSpm);
    assert.deepEqual([programme?.weekNow, programme?.weeks.length, programme?.plan?.week], [4, 4, 4]);
    // Steps came up over the weeks, so more of the easy running lay on target.
    const shares = programme?.weeks.slice(0, 3).map(({ share }) => share ?? Number.NaN) ?? [];
    assert.ok((shares[2] ?? 0) > (shares[0] ?? 1), String(shares));
    // The ache reached the ceiling on Sunday: nothing is raised, and what was begun can be ended.
    assert.equal(gate, 'hold');
    await begin(open, 0.075, 409);
    assert.equal((await begin(open, null)).programme, null);
    assert.equal((await look(open)).programme, null);
    // Ended by mistake, it comes back as it was, on whatever day.
    const again = (await open.json('PUT', '/api/cadence/programme', { again: true })) as Page;
    assert.deepEqual(again.programme, programme);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('a step begun on a day of GO starts on the day spoken as of, and the next needs a good week first', async () => {
  const open = await openHouse({ day: '2026-11-17' });
  try {
    await open.json('PUT', '/api/settings', { flags: 'none-raised', ache: 'no' });
    const { gate } = await look(open);
    assert.equal(gate, 'open');
    const { programme } = await begin(open, 0.05);
    assert.deepEqual(
      [programme?.startedOn, programme?.weekNow, programme?.advice],
      ['2026-11-17', 1, 'go-on'],
    );
    await begin(open, 0.075, 409);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('on a day on which the questions are open, no beat is begun', async () => {
  const open = await openHouse({ day: '2026-11-17' });
  try {
    assert.equal((await look(open)).gate, 'closed');
    await begin(open, 0.05, 409);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('counts sent at once are all kept, oldest first, and the last can be taken back', async () => {
  const open = await openHouse({ day: '2026-11-17' });
  try {
    await Promise.all([160, 161, 162, 163].map((spm) => count(open, spm)));
    const kept = (await look(open)).counts.map(({ cadenceSpm }) => cadenceSpm);
    assert.deepEqual(
      kept.toSorted((a, b) => a - b),
      [160, 161, 162, 163],
    );
    await open.json('DELETE', '/api/cadence/counts/last');
    assert.deepEqual(
      (await look(open)).counts.map(({ cadenceSpm }) => cadenceSpm),
      kept.slice(0, 3),
    );
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('refuses a count that nobody runs and a step that is none', async () => {
  const open = await openHouse({ day: '2026-11-17' });
  try {
    for (const wrong of [119, 241, Number.NaN]) await count(open, wrong, 400);
    await begin(open, 0.2, 400);
    assert.deepEqual((await look(open)).counts, []);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import type { z } from '@hono/zod-openapi';
import type { EventList, TodayShape } from '../api.ts';
import { importPaths } from '../imports/import-paths.ts';
import { gpx } from '../testing/gpx.ts';
import { type OpenHouse, openHouse, sharedPool } from '../testing/open-house.ts';

type Flags = 'unanswered' | 'none-raised' | 'raised';

async function inHouse(check: (open: OpenHouse) => Promise<void>): Promise<void> {
  const open = await openHouse({ day: '2026-11-17' });
  try {
    await check(open);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
}
const put = (open: OpenHouse, flags: Flags) => open.json('PUT', '/api/settings', { flags });
const look = async (open: OpenHouse, query = '') =>
  (await open.json('GET', `/api/today${query}`)) as z.infer<typeof TodayShape>;
const kinds = async (open: OpenHouse) =>
  ((await open.json('GET', '/api/events')) as z.infer<typeof EventList>).events.map(
    ({ kind, date }) => `${kind} ${date}`,
  );

it('a raised flag is recorded once, on its day, and answers alone do not end it', () =>
  inHouse(async (open) => {
    await put(open, 'raised');
    await put(open, 'raised');
    assert.deepEqual(await kinds(open), ['flag-raised 2026-11-17']);
    assert.equal((await look(open)).action, 'see-someone');
    // Ticked over, without the questions asked again.
    await put(open, 'none-raised');
    assert.deepEqual(await kinds(open), ['flag-raised 2026-11-17']);
    assert.equal((await look(open)).light, 'REFER');
  }));

it('stays referred while the questions are answered again, and corrected answers lead to HOLD at best', () =>
  inHouse(async (open) => {
    await put(open, 'raised');
    await put(open, 'unanswered');
    const asked = await look(open);
    assert.equal(asked.action, 'see-someone');
    assert.ok(asked.questions.length > 0);
    await put(open, 'none-raised');
    assert.deepEqual(await kinds(open), ['flag-raised 2026-11-17', 'answers-corrected 2026-11-17']);
    const after = await look(open);
    assert.notEqual(after.action, 'see-someone');
    assert.notEqual(after.light, 'GO');
    // Raised again the same day it is a flag of its own.
    await put(open, 'raised');
    assert.equal((await kinds(open)).length, 3);
    assert.equal((await look(open)).action, 'see-someone');
  }));

it('a clearance with who and what they allowed ends it, whatever the setting still says', () =>
  inHouse(async (open) => {
    await put(open, 'raised');
    const cleared = {
      kind: 'cleared-by-professional',
      date: '2026-11-17',
      who: 'my physiotherapist',
      allowed: 'easy running on the flat',
    };
    const { id, ...kept } = (await open.json('POST', '/api/events', cleared, 201)) as { id: string };
    assert.deepEqual(kept, cleared);
    const after = await look(open);
    assert.notEqual(after.action, 'see-someone');
    assert.equal(after.distanceM.known, false);
    await open.json('DELETE', `/api/events/${id}`);
    assert.equal((await look(open)).action, 'see-someone');
  }));

it('a flag that an older version kept as a setting only is not lost by the next change', () =>
  inHouse(async (open) => {
    await open.house.store.saveSettings(open.house.runnerId, { flags: 'raised' });
    await put(open, 'unanswered');
    assert.deepEqual(await kinds(open), ['flag-raised 2026-11-17']);
    assert.equal((await look(open)).action, 'see-someone');
  }));

it('keeps whether the knee ached, and refuses what is no answer', () =>
  inHouse(async (open) => {
    assert.equal('ache' in ((await open.json('GET', '/api/settings')) as object), false);
    const kept = (await open.json('PUT', '/api/settings', { ache: 'no', flags: 'none-raised' })) as {
      ache: string;
    };
    assert.equal(kept.ache, 'no');
    assert.equal((await look(open)).ifNoAche.known, false);
    await open.json('PUT', '/api/settings', { ache: 'perhaps' }, 400);
    for (const wrong of ['painNow=11', 'painNow=1.5', 'painNow=x', 'painNow=', 'fever=maybe'])
      await open.json('GET', `/api/today?${wrong}`, undefined, 400);
    await open.json('GET', '/api/today?painNow=0&easesInWalk=true&fever=false');
  }));

it('hears pain of this moment and fever beside what is kept', () =>
  inHouse(async (open) => {
    const { house } = open;
    const folder = await mkdtemp(join(tmpdir(), 'kneewise-now-'));
    try {
      for (const day of ['05', '09', '14'])
        await writeFile(join(folder, `${day}.gpx`), gpx({ start: `2026-11-${day}T08:00:00Z`, minutes: 40 }));
      await importPaths(house.store, house.runnerId, [folder], { clock: house.clock, pool: sharedPool });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    await open.json('PUT', '/api/settings', { ache: 'no', flags: 'none-raised' });
    const actions = [];
    for (const query of ['', '?painNow=1', '?painNow=2', '?painNow=2&easesInWalk=true', '?fever=true'])
      actions.push((await look(open, query)).action);
    assert.deepEqual(actions, ['run', 'run', 'rest', 'run', 'rest']);
  }));

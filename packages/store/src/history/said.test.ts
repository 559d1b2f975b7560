import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RUNNER, sourceWith, SUNDAY_MS } from '../testing/sources.ts';
import { storeFor, temporaryFolder } from '../testing/temporary-folder.ts';

const checkIn = {
  runId: null,
  side: 'right',
  when: 'next-morning',
  atMs: SUNDAY_MS,
  utcOffsetMin: -300,
  pain: 4,
  onsetM: null,
  stopSign: null,
  painkiller: true,
  eased: null,
} as const;

describe('check-ins', () => {
  it('come back as they were said, oldest first, and what was not said stays unsaid', async (t) => {
    const store = await storeFor(t);
    const later = await store.addCheckIn(RUNNER, { ...checkIn, atMs: SUNDAY_MS + 1, stopSign: false });
    const earlier = await store.addCheckIn(RUNNER, checkIn);
    assert.deepEqual(await store.checkIns(RUNNER), [earlier, later]);
    assert.deepEqual(earlier, { ...checkIn, id: earlier.id });
    assert.equal(later.stopSign, false);
    const { eased: _, ...asBefore } = checkIn;
    assert.equal((await store.addCheckIn('runner-3', asBefore)).eased, null);
    for (const eased of [true, false])
      assert.equal((await store.addCheckIn('runner-3', { ...checkIn, eased })).eased, eased);
    assert.deepEqual(await store.checkIns('runner-2'), []);
  });

  it('can be taken back once, by their runner', async (t) => {
    const store = await storeFor(t);
    const { id } = await store.addCheckIn(RUNNER, checkIn);
    assert.equal(await store.removeCheckIn('runner-2', id), false);
    assert.equal(await store.removeCheckIn(RUNNER, id), true);
    assert.equal(await store.removeCheckIn(RUNNER, id), false);
    assert.deepEqual(await store.checkIns(RUNNER), []);
  });

  it('hold a whole pain from 0 to 10', async (t) => {
    const store = await storeFor(t);
    for (const pain of [0, 10])
      assert.equal((await store.addCheckIn(RUNNER, { ...checkIn, pain })).pain, pain);
    for (const pain of [-1, 11, 2.5, Number.NaN]) {
      await assert.rejects(store.addCheckIn(RUNNER, { ...checkIn, pain }), RangeError);
    }
  });

  it("are bound to one of the runner's own runs or to none", async (t) => {
    const store = await storeFor(t);
    const { activityIds } = await store.addSource(RUNNER, sourceWith('a'));
    const runId = activityIds[0] ?? '';
    assert.equal((await store.addCheckIn(RUNNER, { ...checkIn, runId })).runId, runId);
    await assert.rejects(store.addCheckIn('runner-2', { ...checkIn, runId }), RangeError);
  });
});

describe('events', () => {
  const walk = { kind: 'walked-30-min', date: '2026-03-02', pain: 1 } as const;
  const cleared = { kind: 'cleared-by-professional', date: '2026-03-02' } as const;
  const passed = { kind: 'way-in-passed', date: '2026-03-01' } as const;

  it('come back by date, those of a day as they came, and only to their runner', async (t) => {
    const store = await storeFor(t);
    const kept = [];
    for (const event of [walk, cleared, passed]) kept.push(await store.addEvent(RUNNER, event));
    assert.deepEqual(await store.events(RUNNER), [kept[2], kept[0], kept[1]]);
    assert.deepEqual(kept[0], { ...walk, id: kept[0]?.id });
    assert.deepEqual(kept[1], { ...cleared, id: kept[1]?.id });
    assert.deepEqual(await store.events('runner-2'), []);
  });

  it('say who cleared a knee and what they allowed, where that was told', async (t) => {
    const store = await storeFor(t);
    const told = { ...cleared, who: 'my physiotherapist', allowed: 'easy runs on the flat' };
    const { id, ...kept } = await store.addEvent(RUNNER, told);
    assert.deepEqual(kept, told);
    await store.addEvent(RUNNER, { ...cleared, who: 'the surgeon' });
    assert.deepEqual(
      (await store.events(RUNNER)).map((event) => 'who' in event && [event.who, 'allowed' in event]),
      [
        ['my physiotherapist', true],
        ['the surgeon', false],
      ],
    );
    assert.ok(id.length > 0);
  });

  it('can be taken back once, by their runner', async (t) => {
    const store = await storeFor(t);
    const { id } = await store.addEvent(RUNNER, walk);
    assert.equal(await store.removeEvent('runner-2', id), false);
    assert.equal(await store.removeEvent(RUNNER, id), true);
    assert.equal(await store.removeEvent(RUNNER, id), false);
  });

  it('are on a day of the calendar, and a walk has a whole pain from 0 to 10', async (t) => {
    const store = await storeFor(t);
    for (const pain of [0, 10]) await store.addEvent(RUNNER, { ...walk, pain });
    for (const pain of [-1, 11, 2.5]) {
      await assert.rejects(store.addEvent(RUNNER, { ...walk, pain }), RangeError);
    }
    await assert.rejects(store.addEvent(RUNNER, { ...passed, date: '2026-02-30' }), RangeError);
    assert.equal((await store.events(RUNNER)).length, 2);
  });
});

describe('settings', () => {
  it('are unsaid at first, and nothing is assumed of the flags', async (t) => {
    const store = await storeFor(t);
    assert.deepEqual(await store.settings(RUNNER), {
      onset: null,
      family: 'GN',
      flags: 'unanswered',
      sample: false,
    });
  });

  it('change in the part that was said, for that runner', async (t) => {
    const store = await storeFor(t);
    await store.saveSettings(RUNNER, { flags: 'none-raised' });
    const onset = { date: '2026-02-14', side: 'left' } as const;
    const expected = { onset, family: 'GN', flags: 'none-raised', sample: false };
    assert.deepEqual(await store.saveSettings(RUNNER, { onset }), expected);
    assert.deepEqual(await store.settings(RUNNER), expected);
    assert.equal((await store.settings('runner-2')).flags, 'unanswered');
    assert.equal((await store.saveSettings(RUNNER, { onset: null })).onset, null);
  });

  it('and check-ins are there when the store is opened again', async (t) => {
    const folder = await temporaryFolder(t);
    const first = await storeFor(t, folder);
    await first.saveSettings(RUNNER, { family: 'PF' });
    const said = await first.addCheckIn(RUNNER, checkIn);
    const second = await storeFor(t, folder);
    assert.equal((await second.settings(RUNNER)).family, 'PF');
    assert.deepEqual(await second.checkIns(RUNNER), [said]);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openStore } from '../open-store.ts';
import type { KeptSession } from '../strength-store.ts';
import { RUNNER, SUNDAY_MS } from '../testing/sources.ts';
import { storeFor, temporaryFolder } from '../testing/temporary-folder.ts';

const session: KeptSession = {
  id: 'one',
  atMs: SUNDAY_MS,
  date: '2026-03-01',
  phase: 'build',
  day: 'A',
  rpe: 7,
  exercises: [
    {
      exercise: 'squat',
      level: 2,
      short: false,
      askedSets: 1,
      askedTop: 15,
      sets: [{ side: null, reps: 15, holdS: null, loadKg: 12.5, reserve: 2 }],
      pain: 1,
      formLost: null,
    },
  ],
};

describe('strength sessions', () => {
  it('are kept as they were done, oldest first, over a restart', async (t) => {
    const folder = await temporaryFolder(t);
    const first = await openStore(folder);
    const later = { ...session, id: 'a later one', date: '2026-03-03', day: 'B' } as const;
    await first.addStrengthSession(RUNNER, later);
    assert.deepEqual(await first.addStrengthSession(RUNNER, session), session);
    await first.close();
    const store = await storeFor(t, folder);
    assert.deepEqual(await store.strengthSessions(RUNNER), [session, later]);
    assert.deepEqual(await store.strengthSessions('runner-2'), []);
  });

  it('sent twice are kept once, as they first came', async (t) => {
    const store = await storeFor(t);
    await store.addStrengthSession(RUNNER, session);
    assert.deepEqual(await store.addStrengthSession(RUNNER, { ...session, rpe: 1 }), session);
    assert.deepEqual(await store.strengthSessions(RUNNER), [session]);
    // Another runner's of the same id is another session.
    await store.addStrengthSession('runner-2', { ...session, rpe: 2 });
    assert.equal((await store.strengthSessions(RUNNER))[0]?.rpe, 7);
  });

  it('are taken back once, by their runner', async (t) => {
    const store = await storeFor(t);
    await store.addStrengthSession(RUNNER, session);
    assert.deepEqual(
      [
        await store.removeStrengthSession('runner-2', 'one'),
        await store.removeStrengthSession(RUNNER, 'one'),
        await store.removeStrengthSession(RUNNER, 'one'),
      ],
      [false, true, false],
    );
  });

  it('refuse a time that is no number', async (t) => {
    const store = await storeFor(t);
    await assert.rejects(
      async () => store.addStrengthSession(RUNNER, { ...session, atMs: Number.NaN }),
      RangeError,
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AKPS_ITEMS, type AkpsAnswers } from '@kneewise/engine';
import type { Filled, PainEntry, Taken } from '../diary-store.ts';
import { openStore } from '../open-store.ts';
import { RUNNER, SUNDAY_MS } from '../testing/sources.ts';
import { storeFor, temporaryFolder } from '../testing/temporary-folder.ts';

const when = { atMs: SUNDAY_MS, utcOffsetMin: -300 };
const entry: Omit<PainEntry, 'id'> = {
  ...when,
  side: 'left',
  place: 'front-kneecap',
  pain: 3,
  words: 'after the stairs',
};
const taken: Omit<Taken, 'id'> = { ...when, what: 'anti-inflammatory', words: null };
const best: AkpsAnswers = Object.fromEntries(AKPS_ITEMS.map(({ id }) => [id, 0]));
const filled: Omit<Filled, 'id'> = { ...when, questionnaire: 'akps', answers: best };

describe('the diary', () => {
  it('keeps several entries a day as they were written, oldest first, over a restart', async (t) => {
    const folder = await temporaryFolder(t);
    const first = await openStore(folder);
    const later = await first.addPainEntry(RUNNER, { ...entry, atMs: SUNDAY_MS + 60_000, words: null });
    const earlier = await first.addPainEntry(RUNNER, entry);
    const pill = await first.addTaken(RUNNER, taken);
    const form = await first.addFilled(RUNNER, filled);
    await first.close();
    const store = await storeFor(t, folder);
    assert.deepEqual(await store.painEntries(RUNNER), [earlier, later]);
    assert.deepEqual(earlier, { ...entry, id: earlier.id });
    assert.deepEqual(await store.taken(RUNNER), [pill]);
    assert.deepEqual(pill, { ...taken, id: pill.id });
    assert.deepEqual(await store.filled(RUNNER), [form]);
    assert.deepEqual(form, { ...filled, id: form.id });
    assert.deepEqual(await store.painEntries('runner-2'), []);
  });

  it('lets each be taken back once, by its runner', async (t) => {
    const store = await storeFor(t);
    const { id: entryId } = await store.addPainEntry(RUNNER, entry);
    const { id: takenId } = await store.addTaken(RUNNER, taken);
    const { id: filledId } = await store.addFilled(RUNNER, filled);
    assert.deepEqual(
      [
        await store.removePainEntry('runner-2', entryId),
        await store.removePainEntry(RUNNER, entryId),
        await store.removePainEntry(RUNNER, entryId),
        await store.removeTaken('runner-2', takenId),
        await store.removeTaken(RUNNER, takenId),
        await store.removeTaken(RUNNER, takenId),
        await store.removeFilled('runner-2', filledId),
        await store.removeFilled(RUNNER, filledId),
        await store.removeFilled(RUNNER, filledId),
      ],
      [false, true, false, false, true, false, false, true, false],
    );
    assert.deepEqual(await store.painEntries(RUNNER), []);
  });

  it('refuses a pain beyond the scale, a time that is none, and a questionnaire with a gap', async (t) => {
    const store = await storeFor(t);
    for (const pain of [-1, 11, 2.5, Number.NaN])
      await assert.rejects(store.addPainEntry(RUNNER, { ...entry, pain }), RangeError);
    for (const pain of [0, 10])
      assert.equal((await store.addPainEntry(RUNNER, { ...entry, pain })).pain, pain);
    await assert.rejects(store.addTaken(RUNNER, { ...taken, atMs: Number.NaN }), RangeError);
    const { limp: _, ...twelve } = best;
    await assert.rejects(store.addFilled(RUNNER, { ...filled, answers: twelve }), RangeError);
    await assert.rejects(store.addFilled(RUNNER, { ...filled, answers: { ...best, limp: 9 } }), RangeError);
    assert.deepEqual(await store.filled(RUNNER), []);
  });
});

/** Leaves something in every table. */
import { AKPS_ITEMS } from '@kneewise/engine';
import type { Store } from '../history-store.ts';
import { BEGUN_CHECK } from './begun-check.ts';
import { activityWith, sourceWith, steadyTrack, SUNDAY_MS } from './sources.ts';

export async function live(store: Store, runnerId: string, secret: string): Promise<void> {
  const batch = await store.createBatch(runnerId, { label: secret, filesFound: 1, nowMs: 0 });
  const { activityIds } = await store.addSource(
    runnerId,
    sourceWith(secret, { batchId: batch.id, activities: [activityWith({ name: secret })] }),
  );
  const entry = activityWith({
    name: secret,
    shoe: secret,
    listed: { file: `${secret}.fit` },
    track: { ...steadyTrack(60), contactMs: new Float64Array(60).fill(250) },
  });
  const pair = { name: secret, brand: secret, model: secret };
  await store.addSource(runnerId, sourceWith(`${secret} list`, { activities: [entry] }));
  await store.addSource(runnerId, sourceWith(`${secret} shoes`, { activities: [], shoes: [pair] }));
  await store.addCheckIn(runnerId, {
    runId: activityIds[0] ?? '',
    side: 'left',
    when: '48h',
    atMs: SUNDAY_MS,
    utcOffsetMin: 0,
    pain: 7,
    onsetM: null,
    stopSign: true,
    painkiller: false,
  });
  await store.addEvent(runnerId, { kind: 'way-in-passed', date: '2026-03-01' });
  const now = { atMs: SUNDAY_MS, utcOffsetMin: 0 };
  await store.addPainEntry(runnerId, {
    ...now,
    side: 'left',
    place: 'front-kneecap',
    pain: 2,
    words: secret,
  });
  await store.addTaken(runnerId, { ...now, what: 'gel', words: secret });
  await store.addFilled(runnerId, {
    ...now,
    questionnaire: 'akps',
    answers: Object.fromEntries(AKPS_ITEMS.map(({ id }) => [id, 0])),
  });
  await store.saveKneeCheck(runnerId, { ...BEGUN_CHECK, id: secret });
  await store.addStrengthSession(runnerId, {
    id: secret,
    atMs: SUNDAY_MS,
    date: '2026-03-01',
    phase: 'calm',
    day: null,
    rpe: 5,
    exercises: [],
  });
  await store.saveSettings(runnerId, { family: 'PF' });
  await store.inboxAdd(runnerId, batch.id, `${secret}.zip`, new TextEncoder().encode(secret));
  await store.noteWatched(runnerId, secret, [{ path: secret, mark: '1 2' }]);
}

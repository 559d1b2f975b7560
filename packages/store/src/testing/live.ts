/** Leaves something in every table that a runner fills. */
import { AKPS_ITEMS } from '@kneewise/engine';
import type { Store } from '../history-store.ts';
import { activityWith, sourceWith, steadyTrack, SUNDAY_MS } from './sources.ts';

export async function live(store: Store, runnerId: string, secret: string): Promise<void> {
  const batch = await store.createBatch(runnerId, { label: secret, filesFound: 1, nowMs: 0 });
  const { activityIds } = await store.addSource(
    runnerId,
    sourceWith(secret, { batchId: batch.id, activities: [activityWith({ name: secret })] }),
  );
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
  await store.saveSettings(runnerId, { family: 'PF' });
  await store.inboxAdd(runnerId, batch.id, `${secret}.zip`, new TextEncoder().encode(secret));
}

/** A runner's own runs never mix with the simulated runner's. */
import type { HistoryStore } from '@kneewise/store';

/** Erases the simulated runner where the store holds it. @returns whether it did */
export async function makeRoomForOwnRuns(store: HistoryStore, runnerId: string): Promise<boolean> {
  const { sample } = await store.settings(runnerId);
  if (!sample) return false;
  await store.erase(runnerId);
  await store.saveSettings(runnerId, { sample: false });
  return true;
}

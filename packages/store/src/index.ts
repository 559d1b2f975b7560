export type * from './diary-store.ts';
export type * from './history-store.ts';
export { dataFolder } from './data-folder.ts';
export { type Comparable, groupByActivity } from './history/same-run.ts';
export { IN_MEMORY, openStore } from './open-store.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
export { packTrack, unpackTrack } from './track/pack-track.ts';

export type * from './history-store.ts';

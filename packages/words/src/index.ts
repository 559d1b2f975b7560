export * from './quantities.ts';
export * from './say.ts';
export * from './say-reason.ts';

export * from './quantities.ts';
export * from './say.ts';

/** Read from the engine's sources when the pages are built (`vite.config.ts`). */
declare module 'virtual:engine-numbers' {
  import type { EngineNumber } from './engine-numbers.ts';
  export const ENGINE_NUMBERS: readonly EngineNumber[];
}

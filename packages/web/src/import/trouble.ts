/** One line about why nothing could be begun; shown on the import page, wherever the drop was. */
import { useSyncExternalStore } from 'react';

let trouble: string | null = null;
const listeners = new Set<() => void>();

export function sayTrouble(text: string | null): void {
  trouble = text;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useTrouble = (): string | null => useSyncExternalStore(subscribe, () => trouble);

/** Which palette is shown; `theme.js` sets it and says when it changes. */
import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('kneewise-theme', listener);
  return () => removeEventListener('kneewise-theme', listener);
};

export const useTheme = (): string =>
  useSyncExternalStore(subscribe, () => document.documentElement.dataset['theme'] ?? 'light');

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'kneewise.theme';

export function chosenTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

export function chooseTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing: the system's palette stays.
  }
  dispatchEvent(new Event('kneewise-theme-chosen'));
}

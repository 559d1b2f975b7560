/** Ctrl-C ends work in order. A second one, by a person who will not wait, ends it at once. */

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A terminal tells every process of a command, and the one that started this one tells it again. Our choice. */
const SAME_PRESS_MS = 1_000;
const INTERRUPTED = 130;

/** @returns a signal that is aborted by the first one, and what takes the listeners away */
export function interrupts(): { readonly signal: AbortSignal; readonly release: () => void } {
  const stop = new AbortController();
  let firstMs: number | null = null;
  const listener = (): void => {
    firstMs ??= performance.now();
    if (performance.now() - firstMs > SAME_PRESS_MS) process.exit(INTERRUPTED);
    stop.abort();
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return {
    signal: stop.signal,
    release: () => {
      for (const signal of SIGNALS) process.off(signal, listener);
    },
  };
}

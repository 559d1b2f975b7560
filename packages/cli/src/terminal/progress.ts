/** One line that moves while a person waits; in a pipe it stays silent. */
import type { WriteStream } from 'node:tty';

export interface Progress {
  readonly update: (progress: { readonly filesDone: number; readonly filesFound: number }) => void;
  readonly end: () => void;
}

/** Often enough to be seen to move, seldom enough to cost nothing. */
const REDRAW_EVERY_MS = 100;

export function progressLine(stream: WriteStream, label: string): Progress {
  const startMs = performance.now();
  let drawnMs = -Infinity;
  const draw = (filesDone: number, filesFound: number, nowMs: number): void => {
    const rate = filesDone / Math.max((nowMs - startMs) / 1000, 0.001);
    const left = rate > 0 ? Math.ceil((filesFound - filesDone) / rate) : null;
    const time = left === null || filesDone === filesFound ? '' : `, about ${left} s more`;
    stream.write(`\r\u001B[2K${filesDone} of ${filesFound} files, ${label}${time}`);
  };
  return {
    update: ({ filesDone, filesFound }) => {
      const nowMs = performance.now();
      if (!stream.isTTY || (nowMs - drawnMs < REDRAW_EVERY_MS && filesDone < filesFound)) return;
      drawnMs = nowMs;
      draw(filesDone, filesFound, nowMs);
    },
    end: () => {
      if (stream.isTTY) stream.write('\r\u001B[2K');
    },
  };
}

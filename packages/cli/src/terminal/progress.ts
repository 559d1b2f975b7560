/** One line that moves while a person waits; in a pipe it stays silent. */
import { basename } from 'node:path';
import type { WriteStream } from 'node:tty';
import { printable } from './table.ts';

export interface Progress {
  /** `share`: of the work on a large file that is being read, 0–1. */
  readonly update: (progress: {
    readonly filesDone: number;
    readonly filesFound: number;
    readonly path?: string;
    readonly share?: number;
  }) => void;
  readonly end: () => void;
}

/** Often enough to be seen to move, seldom enough to cost nothing. */
const REDRAW_EVERY_MS = 100;

export function progressLine(stream: WriteStream, label: string): Progress {
  const startMs = performance.now();
  let drawnMs = -Infinity;
  const draw = (filesDone: number, filesFound: number, now: string, nowMs: number): void => {
    const rate = filesDone / Math.max((nowMs - startMs) / 1000, 0.001);
    const left = rate > 0 ? Math.ceil((filesFound - filesDone) / rate) : null;
    const time = left === null || filesDone === filesFound ? '' : `, about ${left} s more`;
    stream.write(`\r\u001B[2K${Math.floor(filesDone)} of ${filesFound} files, ${label}${now}${time}`);
  };
  return {
    update: ({ filesDone, filesFound, path = '', share = 0 }) => {
      const nowMs = performance.now();
      if (!stream.isTTY || (nowMs - drawnMs < REDRAW_EVERY_MS && filesDone < filesFound)) return;
      drawnMs = nowMs;
      const now = share > 0 ? ` ${printable(basename(path))}, ${Math.floor(share * 100)} %` : '';
      draw(filesDone + share, filesFound, now, nowMs);
    },
    end: () => {
      if (stream.isTTY) stream.write('\r\u001B[2K');
    },
  };
}

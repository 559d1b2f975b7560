/** Bold and dim, where a person is looking; plain text in a pipe, a file, or with NO_COLOR. */
import type { WriteStream } from 'node:tty';

export interface Style {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
}

const wrap =
  (on: string, off: string) =>
  (text: string): string =>
    `\u001B[${on}m${text}\u001B[${off}m`;

export const PLAIN: Style = { strong: (text) => text, quiet: (text) => text };

export const styleFor = (stream: Pick<WriteStream, 'isTTY'>, env: NodeJS.ProcessEnv): Style =>
  stream.isTTY && env['NO_COLOR'] === undefined ? { strong: wrap('1', '22'), quiet: wrap('2', '22') } : PLAIN;

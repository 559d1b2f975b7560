#!/usr/bin/env node
// Plain JavaScript: whatever Node is on the PATH may run it; it hands over to the Node 24 that npm brought.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const platform = process.platform === 'win32' ? 'win' : process.platform;
const brought = join(
  root,
  'node_modules',
  `node-${platform}-${process.arch}`,
  'bin',
  platform === 'win' ? 'node.exe' : 'node',
);
// Small first rooms for new objects: archives of gigabytes then go through in flat memory.
const FLAT_MEMORY = '--max-semi-space-size=2';
const child = spawn(
  existsSync(brought) ? brought : process.execPath,
  [FLAT_MEMORY, join(here, '../src/main.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));

/** A process that imports and says each file once the store has it. Arguments: data folder, paths. */
import { writeSync } from 'node:fs';
// Not the whole server: these processes start hundreds of times.
import { importPaths } from '@kneewise/server/import-paths';
import { openStore } from '@kneewise/store';
import { RUNNER } from './runner.ts';

const [folder = '', ...paths] = process.argv.slice(2);
try {
  const store = await openStore(folder);
  writeSync(1, 'begun\n');
  try {
    await importPaths(store, RUNNER, paths, {
      onProgress: ({ outcome: { outcome, path } }) => {
        writeSync(1, `${outcome} ${path}\n`);
      },
    });
  } finally {
    await store.close();
  }
  writeSync(1, 'done\n');
} catch (error) {
  writeSync(2, `${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

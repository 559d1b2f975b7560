/**
 * A process for tests to kill: adds one source after the other to the store in the folder it is given, and
 * says the number of each once the store has it. Arguments: folder, first number, how many.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../open-store.ts';
import { RUNNER } from './sources.ts';
import { numberedSource } from './numbered-source.ts';

const [folder = '', first = '0', count = '1000000'] = process.argv.slice(2);
const store = await openStore(folder);
for (let i = Number(first); i < Number(first) + Number(count); i++) {
  const { outcome } = await store.addSource(RUNNER, numberedSource(i));
  writeSync(1, `${i} ${outcome}\n`);
  if (i % 5 === 0) {
    const upload = await store.inboxAdd(
      RUNNER,
      'batch-1',
      `upload-${i}`,
      new TextEncoder().encode(`upload ${i}`),
    );
    writeSync(1, `${upload.id} inbox\n`);
  }
}
await store.close();

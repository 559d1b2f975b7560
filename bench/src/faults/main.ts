/**
 * What an import does when something goes wrong: `node bench/src/faults/main.ts [KILLS] [SEED] [ONE]`. Prints what came
 * of each (of one, where it is named: `killed`, `fullDisk`, …) and writes `bench/faults.md` of all; ends with 1 where anything acknowledged was lost, anything doubled, or nothing said.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alignTables } from '../align-tables.ts';
import { machine } from '../machine.ts';
import { fullDisk, readOnlyDisk } from './disk.ts';
import type { Fault } from './fault.ts';
import { killed } from './killed.ts';
import { changingFile, lockedDatabase, twoAtOnce } from './others.ts';

const [kills = '200', seed = '1', only] = process.argv.slice(2);
const root = mkdtempSync(join(tmpdir(), 'kneewise-faults-'));
const where = machine(new Date());
const faults: Fault[] = [];
try {
  for (const [name, fault] of Object.entries({
    fullDisk,
    readOnlyDisk,
    lockedDatabase,
    changingFile,
    twoAtOnce,
    killed: (folder: string) => killed(folder, Number(kills), Number(seed)),
  })) {
    if (only !== undefined && only !== name) continue;
    const found = await fault(root);
    faults.push(found);
    console.log(`${found.held ? 'held' : 'FAILED'}: ${found.what}\n  ${found.figures}\n  ${found.message}`);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
/** Folders of this run mean nothing to whoever reads the table. */
const shown = (text: string): string =>
  text.replaceAll(root, '…').replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = [
  '| fault | held | figures | what a person is told |',
  '| --- | --- | --- | --- |',
  ...faults.map(
    ({ what, held, figures, message }) =>
      `| ${what} | ${held ? 'yes' : 'no'} | ${figures} | ${shown(message)} |`,
  ),
].join('\n');
const head = `# Faults\n\nWritten by \`node bench/src/faults/main.ts\` on ${where}. Held: nothing acknowledged is lost, nothing doubled, the database is\nsound, the message says what to do, and the same command afterwards gives the history it would have given.\n`;
if (only === undefined)
  await writeFile(new URL('../../faults.md', import.meta.url), alignTables(`${head}\n${table}\n`));
if (faults.some(({ held }) => !held)) process.exitCode = 1;

/** A process for tests to kill while it restores. Arguments: folder, backup. */
import { writeSync } from 'node:fs';
import { restoreBackup } from '../backup/restore-backup.ts';

const [folder = '', file = ''] = process.argv.slice(2);
writeSync(1, 'begun\n');
await restoreBackup(folder, file, { replace: true });
writeSync(1, 'done\n');

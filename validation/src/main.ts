/** `node validation/src/main.ts [--json]`: prints our figures beside published ones; exits 1 if one fails. */
import { validationText } from './table.ts';
import { allHold, validate } from './validate.ts';

const rows = await validate();
console.log(
  process.argv.includes('--json') ? JSON.stringify({ schema: 1, rows }, null, 2) : validationText(rows),
);
process.exitCode = allHold(rows) ? 0 : 1;

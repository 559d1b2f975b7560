/**
 * `node validation/src/main.ts [--json] [--only C2,C7]`: prints our figures beside published ones; exits 1 if one that
 * should hold does not.
 */
import { parseArgs } from 'node:util';
import { validationText } from './table.ts';
import { allHold, validate } from './validate.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
const rows = await validate(values.only?.split(','));
console.log(values.json === true ? JSON.stringify({ schema: 1, rows }, null, 2) : validationText(rows));
process.exitCode = allHold(rows) ? 0 : 1;

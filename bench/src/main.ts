/** Runs every bench, prints its table and writes them all to `bench/results.md`. */
import { writeFile } from 'node:fs/promises';
import { alignTables } from './align-tables.ts';
import { analysisTable, benchAnalysis } from './analysis.ts';
import { benchFitDecode, fitDecodeTable } from './fit-decode.ts';
import { benchHistory, historyTable } from './history.ts';
import { benchImport, importTable } from './import.ts';
import { machine } from './machine.ts';
import { benchXmlRead, xmlReadTable } from './xml-read.ts';

const sections: string[] = [];
const show = (title: string, table: string): void => {
  sections.push(`## ${title}\n\n${table}\n`);
  console.log(`\n${title}\n\n${table}`);
};

const where = machine(new Date());
show('FIT decode', fitDecodeTable(await benchFitDecode()));
show('GPX and TCX reading', xmlReadTable(await benchXmlRead()));
show('A whole archive', importTable(await benchImport()));
show('One run', analysisTable(await benchAnalysis()));
show('Questions over a history', historyTable(await benchHistory()));

const head = `# Measured\n\nWritten by \`npm run bench\` on ${where}. Ratios hold elsewhere, seconds do not.\n`;
await writeFile(new URL('../results.md', import.meta.url), alignTables([head, ...sections].join('\n')));

/** The dictionary as a text: the export's README and docs/export.md. */
import { CHANNEL_MEANINGS } from './channel-meanings.ts';
import { ADDED, DICTIONARY, PACKED } from './dictionary.ts';
import type { TableMeaning } from './dictionary-types.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

export function renderDictionary(): string {
  const lines = [
    '# What an export of Kneewise holds',
    '',
    '`kneewise export FOLDER` or `kneewise export FILE.zip`, or Settings in the app. Everything that Kneewise keeps of a',
    'runner, in forms that other programs read:',
    '',
    '- `originals/`: every file as it came, byte for byte, under its own name (letters that not every disk takes are',
    '  replaced, a name that comes twice gets a number). `source.file` says which is which.',
    '- `tables/NAME.csv` and `tables/NAME.json`: the same rows twice. CSV: UTF-8, comma, a first line with the columns,',
    '  texts in double quotes, an empty field for what is not known (an empty text is `""`). JSON: a list of objects, `null`',
    '  for what is not known.',
    '- `tracks/`: the samples of each recording, one CSV each; columns that were not recorded are left out.',
    '- `PROBLEMS.txt`: only where something stored was damaged and could not be given back whole.',
    '',
    '## Tables',
    '',
  ];
  for (const [name, meaning] of Object.entries(DICTIONARY) as [
    string,
    TableMeaning<Record<string, unknown>>,
  ][]) {
    const { is, columns } = meaning;
    lines.push(`### ${name}`, '', is, '', '| column | what it is | unit |', '| --- | --- | --- |');
    for (const [column, [what, unit]] of Object.entries(columns)) {
      const packed = PACKED[`${name}.${column}`];
      lines.push(
        `| ${column} | ${cell(what)}${packed === undefined ? '' : ` (not in the table: ${packed})`} | ${unit} |`,
      );
    }
    for (const [place, [what, unit]] of Object.entries(ADDED))
      if (place.startsWith(`${name}.`))
        lines.push(`| ${place.slice(name.length + 1)} | ${cell(what)} | ${unit} |`);
    lines.push('');
  }
  lines.push('## Samples: tracks/*.csv', '', '| column | what it is | unit |', '| --- | --- | --- |');
  for (const [column, [what, unit]] of Object.entries(CHANNEL_MEANINGS))
    lines.push(`| ${column} | ${cell(what)} | ${unit} |`);
  return `${lines.join('\n')}\n`;
}

/** Reading TCX and GPX, from bytes to a finished recording, against what else can be done with the same bytes. */
import { runJob } from './child.ts';

export const XML_READERS = [
  'kneewise',
  'saxes, a list of point objects',
  'saxes, nobody listening',
  'a plain pass over the bytes',
] as const;

interface XmlJob {
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly ms: number;
    readonly points: number;
  }[];
  readonly peakMemoryMb: number;
}
export interface XmlReadRow extends XmlJob {
  readonly reader: (typeof XML_READERS)[number];
}

const JOB = new URL('xml-read-job.ts', import.meta.url);

/** One reader after the other, each in a process of its own. */
export async function benchXmlRead(): Promise<XmlReadRow[]> {
  const rows: XmlReadRow[] = [];
  for (const reader of XML_READERS) rows.push({ reader, ...(await runJob<XmlJob>(JOB, [reader])) });
  return rows;
}

/** Who the peers are, and a Markdown table: milliseconds a file and, in brackets, how many times ours. */
export function xmlReadTable(rows: readonly XmlReadRow[]): string {
  const ours = rows.find(({ reader }) => reader === 'kneewise');
  const heads = ours?.files.map(({ name, bytes }) => `${name}, ${Math.round(bytes / 1000)} kB`) ?? [];
  const lines = rows.map(({ reader, files, peakMemoryMb }) => {
    const cells = files.map(
      ({ ms }, at) => `${ms.toFixed(1)} ms (× ${(ms / (ours?.files[at]?.ms ?? ms)).toFixed(1)})`,
    );
    return `| ${[reader, ...cells, `${Math.round(peakMemoryMb)} MB`].join(' | ')} |`;
  });
  const all = ['reader', ...heads, 'peak memory'];
  return [
    'Kneewise reads with `saxes` and makes checked columns, pauses, distance and speed of what it hears. No library for',
    'TCX or GPX and no second XML parser is installed beside it, so the peers are uses of `saxes` itself: the least that',
    'gives points (its defaults, one object of strings a point, nothing checked), and the parser with nobody listening,',
    'which no reader that stands on it can beat.',
    '',
    `| ${all.join(' | ')} |`,
    `|${'---|'.repeat(all.length)}`,
    ...lines,
  ].join('\n');
}

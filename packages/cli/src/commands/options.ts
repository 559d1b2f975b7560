/** Options that several commands share, and what they come to. */
import type { Units } from '@kneewise/words';
import { dataFolder, openStore, type Store } from '@kneewise/store';
import { Option } from 'commander';

export const dataOption = (): Option =>
  new Option(
    '--data <dir>',
    'the data folder (else KNEEWISE_DATA, else the platform’s application-data folder)',
  );

export const jsonOption = (): Option => new Option('--json', 'print JSON');

const localeOf = (env: NodeJS.ProcessEnv): string => {
  const named = (env['LC_ALL'] ?? env['LC_TIME'] ?? env['LANG'] ?? '').split('.')[0]?.replace('_', '-') ?? '';
  const [locale] =
    named === '' || named === 'C' || named === 'POSIX' ? [] : Intl.DateTimeFormat.supportedLocalesOf([named]);
  // The words are English; a locale of another language lends only its region's notation where English has it.
  return locale?.startsWith('en') === true ? locale : 'en-GB';
};

/** Miles where the locale's region uses them. */
export function unitsOf(env: NodeJS.ProcessEnv): Units {
  const locale = localeOf(env);
  return { locale, distance: ['en-US', 'en-LR'].includes(locale) ? 'mi' : 'km' };
}

export interface DataOption {
  readonly data?: string;
}

export const folderOf = ({ data }: DataOption): string => dataFolder(process.env, process.platform, data);

/** Opens the store for as long as `work` takes. */
export async function withStore<T>(options: DataOption, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(folderOf(options));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
};
export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
export const complain = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

import { startServer } from '@kneewise/server';
import type { Command } from 'commander';
import { interrupts } from '../terminal/interrupts.ts';
import { openInBrowser } from '../terminal/open-in-browser.ts';
import { wholeBetween } from './numbers.ts';
import { dataOption, folderOf, print } from './options.ts';
import { retryOffer } from './quarantine.ts';

interface Options {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly open?: true;
}

/** Serves until a signal ends it. */
export async function serve(options: Options): Promise<void> {
  const server = await startServer({ dataDir: folderOf(options), port: options.port, host: options.host });
  print(`Kneewise is at ${server.url}  (Ctrl-C ends it; your data is in ${folderOf(options)})`);
  const offer = await retryOffer(server.house.store);
  if (offer !== null) print(offer);
  if (options.open) openInBrowser(server.url);
  const { signal } = interrupts();
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await server.close();
}

export const addPlaceOptions = (command: Command): Command =>
  command
    .option('--port <port>', 'port; 0 takes any free one', wholeBetween(0, 65_535), 4750)
    .option(
      '--host <host>',
      'address to listen on; anything but this machine’s own is at your risk',
      '127.0.0.1',
    )
    .addOption(dataOption());

export function addServeCommand(program: Command): void {
  addPlaceOptions(program.command('serve', { isDefault: true }))
    .description('start the app (the default)')
    .option('--open', 'open it in the browser')
    .action((options: Options, command: Command) =>
      // A bare `kneewise` is `serve --open`, as a person who types it expects.
      serve(
        process.argv.slice(2).includes('serve') || command.args.length > 0
          ? options
          : { ...options, open: true },
      ),
    );
}

/** The `kneewise` command: reads the line, calls one use case, puts its answer into words. */
import { Command, CommanderError } from 'commander';
import { addAuditCommand } from './commands/audit.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addCheckCommand } from './commands/check.ts';
import { addCheckInCommand } from './commands/check-in.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addExportCommand } from './commands/export.ts';
import { addImportCommand } from './commands/import.ts';
import { addImportsCommands } from './commands/imports.ts';
import { addKneeLoadCommand } from './commands/knee-load.ts';
import { addQuarantineCommands } from './commands/quarantine.ts';
import { addReportCommand } from './commands/report.ts';
import { addRunsCommand } from './commands/runs.ts';
import { addServeCommand } from './commands/serve.ts';
import { addSettingsCommand } from './commands/settings.ts';
import { addTodayCommand } from './commands/today.ts';
import { addValidateCommand } from './commands/validate.ts';
import { addWatchCommand } from './commands/watch.ts';
import { EXIT, UsageError } from './exit.ts';
import packageJson from '../package.json' with { type: 'json' };

const program = new Command('kneewise')
  .description('What is going on with a runner’s knee, whether to run today and how far.')
  .version(packageJson.version)
  .exitOverride()
  .showHelpAfterError('(kneewise --help lists the commands)');

addServeCommand(program);
addDemoCommand(program);
addImportCommand(program);
addWatchCommand(program);
addImportsCommands(program);
addQuarantineCommands(program);
addRunsCommand(program);
addReportCommand(program);
addTodayCommand(program);
addSettingsCommand(program);
addAuditCommand(program);
addCheckInCommand(program);
addCheckCommand(program);
addKneeLoadCommand(program);
addBackupCommands(program);
addExportCommand(program);
addValidateCommand(program);

/** A reader that has seen enough (`| head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

/** With `serve` as the default command commander would take a mistyped one for an argument of it. */
function refuseUnknownCommand(): void {
  const [first] = process.argv.slice(2);
  if (first === undefined || first.startsWith('-') || first === 'help') return;
  if (!program.commands.some((command) => command.name() === first))
    throw new UsageError(`there is no command ${first}; kneewise --help lists them.`);
}

try {
  refuseUnknownCommand();
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else if (error instanceof UsageError) {
    process.stderr.write(`kneewise: ${error.message}\n`);
    process.exitCode = EXIT.usage;
  } else {
    const words = error instanceof Error ? error.message : String(error);
    process.stderr.write(`kneewise: ${words}\n`);
    if (process.env['KNEEWISE_DEBUG'] !== undefined && error instanceof Error)
      process.stderr.write(`${error.stack}\n`);
    process.exitCode = EXIT.failed;
  }
}

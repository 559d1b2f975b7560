/** Runs every test: the packages' own in one process, then the browser's. Ends with one line of counts. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const COUNTS = join(ROOT, '.build/unit-counts.json');
const BROWSER_REPORT = join(ROOT, '.build/browser-report.json');
const TEST_FILES = [
  'packages/*/src/**/*.test.ts',
  'validation/src/**/*.test.ts',
  'bench/src/**/*.test.ts',
  'scripts/*.test.ts',
];

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The counts a runner left behind; a runner that left none has failed, whatever its exit code says. */
function countsFrom(file: string, read: (text: string) => Counts, what: string): Counts {
  if (existsSync(file)) return read(readFileSync(file, 'utf8'));
  console.log(`✗ the ${what} ended without a count: something in them ended the process.`);
  return { passed: 0, failed: 1, skipped: 0 };
}

function unitTests(): Counts {
  rmSync(COUNTS, { force: true });
  const files = TEST_FILES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort();
  const run = spawnSync(
    process.execPath,
    ['--test', '--test-isolation=none', `--test-reporter=${join(ROOT, 'scripts/reporter.ts')}`, ...files],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, KNEEWISE_TEST_COUNTS: COUNTS } },
  );
  const counts = countsFrom(COUNTS, (text) => JSON.parse(text) as Counts, 'unit tests');
  return run.status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

interface PlaywrightReport {
  readonly stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

function browserTests(): Counts {
  rmSync(BROWSER_REPORT, { force: true });
  const run = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/@playwright/test/cli.js'),
      'test',
      '--config',
      'packages/web/playwright.config.ts',
    ],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER_REPORT } },
  );
  const counts = countsFrom(
    BROWSER_REPORT,
    (text) => {
      const { stats } = JSON.parse(text) as PlaywrightReport;
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
    },
    'browser tests',
  );
  return run.status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

mkdirSync(join(ROOT, '.build'), { recursive: true });
const parts = process.argv.includes('--unit') ? [unitTests()] : [unitTests(), browserTests()];
const sum = (of: keyof Counts): number => parts.reduce((total, part) => total + part[of], 0);
if (!existsSync(join(ROOT, '../shared/data')))
  console.log(
    'skipped for want of ../shared/data: the tests on recordings that were not made for this project.',
  );
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);

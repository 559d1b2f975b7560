/**
 * Prints what a person wants from a test run: failures in full, what was skipped and why, and the counts,
 * which it also leaves in the file named by KNEEWISE_TEST_COUNTS for `test.ts` to add up.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';
import type { TestEvent } from 'node:test/reporters';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const describeError = (error: unknown): string => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
};

export default async function* reporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const skips = new Map<string, number>();
  for await (const event of events) {
    if (event.type === 'test:pass') {
      const { skip, todo, details, name } = event.data;
      if (details.type === 'suite') continue;
      if (skip !== undefined && skip !== false) {
        const why = typeof skip === 'string' ? skip : name;
        skips.set(why, (skips.get(why) ?? 0) + 1);
        counts.skipped += 1;
      } else if (todo === undefined || todo === false) counts.passed += 1;
    } else if (event.type === 'test:fail') {
      const { details, name, file, line } = event.data;
      // A suite fails because something in it failed; a suite that fails by itself still counts.
      const failureType = (details.error as { failureType?: string }).failureType;
      if (details.type === 'suite' && failureType === 'subtestsFailed') continue;
      counts.failed += 1;
      const where = file === undefined ? '' : ` (${relative(process.cwd(), file)}:${line ?? 0})`;
      yield `\n✗ ${name}${where}\n${describeError(details.error)}\n`;
    } else if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      yield event.data.message;
    }
  }
  for (const [why, times] of skips) yield `skipped ${times}: ${why}\n`;
  yield `unit tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
  const file = process.env['KNEEWISE_TEST_COUNTS'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
}

/** Before all tests: the sample runner's year, brought in once by the real server; tests start from copies of it. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from './serve.ts';

export const SAMPLE_STORE = join(import.meta.dirname, '../../../.build/browser-sample-store');

export default async function fillSampleStore(): Promise<void> {
  rmSync(SAMPLE_STORE, { recursive: true, force: true });
  mkdirSync(SAMPLE_STORE, { recursive: true });
  const { child, url } = await serve(SAMPLE_STORE, 0);
  const filled = await fetch(`${url}/api/sample`, { method: 'POST' });
  if (!filled.ok) throw new Error(`the sample could not be filled: ${await filled.text()}`);
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

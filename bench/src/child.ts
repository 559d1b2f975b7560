/** Runs one bench job in a process of its own, so that its peak memory is its own. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a job says of itself when it is done. */
export interface JobResult {
  readonly runs: number;
  readonly seconds: number;
  /** Processor time of all threads: it says more than the clock where others use the machine too. */
  readonly cpuSeconds: number;
  readonly peakMemoryMb: number;
}

const KB_PER_MB = 1024;
/** Largest resident size so far. MB */
export const peakMemoryMb = (): number => process.resourceUsage().maxRSS / KB_PER_MB;

const MICROSECONDS = 1e6;
/** Processor time so far, all threads. Seconds */
export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / MICROSECONDS;
};

/** What the program starts its own Node with: small first rooms for new objects keep memory flat. */
export const AS_KNEEWISE = ['--max-semi-space-size=2'] as const;

/** Runs `node ...flags file ...args` and reads the JSON it prints last. @throws where it fails */
export async function runJob<Result = JobResult>(
  file: URL,
  args: readonly string[],
  flags: readonly string[] = [],
): Promise<Result> {
  const child = spawn(process.execPath, [...flags, fileURLToPath(file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const last = printed.trimEnd().split('\n').at(-1) ?? '';
  if (code !== 0) throw new Error(`the bench job ended with code ${code}: ${last}`);
  return JSON.parse(last) as Result;
}

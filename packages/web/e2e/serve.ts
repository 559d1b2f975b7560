/** The real server as its own process, up and listening. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../cli/src/main.ts');

export interface Served {
  readonly child: ChildProcess;
  readonly url: string;
}

/** @param port 0 for any free one */
export async function serve(dataDir: string, port: number): Promise<Served> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', String(port), '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => reject(new Error(`the server ended with ${code} before it was up:\n${said}`)));
  });
  return { child, url };
}

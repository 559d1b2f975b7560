/**
 * How steadily the metronome beats in a real browser, measured on the audio clock while the page's own thread is kept
 * busy: `npm run bench:metronome [minutes]`. Needs the built pages (`node scripts/setup.mjs test`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';

const ROOT = new URL('../../', import.meta.url);
const ASSETS = new URL('packages/web/dist/assets/', ROOT);
const SPM = 172;
const S_PER_MIN = 60;
const MS_PER_S = 1000;
const MINUTES = Number(process.argv[2] ?? 10);
if (!(MINUTES > 0)) throw new RangeError(`minutes must be above 0, got ${process.argv[2]}`);

/** What the page heard: the audio clock's samples on which clicks began. */
interface Heard {
  readonly frames: readonly number[];
  readonly sampleRate: number;
  readonly busyShare: number;
}

const built = readdirSync(ASSETS).find((name) => /^metronome\.worklet-.*\.js$/.test(name));
if (built === undefined) throw new Error('The pages are not built: run `node scripts/setup.mjs test` first.');
const FILES: Readonly<Record<string, readonly [type: string, body: () => Buffer | string]>> = {
  '/': ['text/html', () => '<!doctype html><title>Metronome</title><button>Start</button>'],
  '/metronome.js': ['text/javascript', () => readFileSync(new URL(built, ASSETS))],
  '/page.js': ['text/javascript', () => readFileSync(new URL('metronome-page.js', import.meta.url))],
  '/recorder.js': ['text/javascript', () => readFileSync(new URL('metronome-recorder.js', import.meta.url))],
};
const server = createServer((request, response) => {
  const [type, body] = FILES[request.url ?? ''] ?? ['text/plain', () => ''];
  response.writeHead(200, { 'content-type': type }).end(body());
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
const { port } = server.address() as AddressInfo;

const found = JSON.parse(readFileSync(new URL('.build/chromium.json', ROOT), 'utf8')) as {
  executablePath: string;
  env: Record<string, string>;
};
const browser = await chromium.launch({
  executablePath: found.executablePath,
  env: { ...(process.env as Record<string, string>), ...found.env },
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByRole('button').click();
  await page.addScriptTag({ url: '/page.js' });
  const { frames, sampleRate, busyShare } = await page.evaluate<Heard>(
    `listen(${MINUTES * S_PER_MIN}, ${SPM})`,
  );
  const first = frames[0] ?? Number.NaN;
  const offMs = frames.map(
    (frame, beat) => ((frame - first) / sampleRate - (beat * S_PER_MIN) / SPM) * MS_PER_S,
  );
  const driftMs = offMs.at(-1) ?? Number.NaN;
  const jitterMs = Math.max(...offMs) - Math.min(...offMs);
  console.log(
    `${frames.length} beats at ${SPM} steps a minute in ${MINUTES} min, the page's thread busy for ${Math.round(100 * busyShare)} % of it:`,
  );
  console.log(
    `drift ${driftMs.toFixed(3)} ms (aim: under 1), jitter ${jitterMs.toFixed(3)} ms (aim: under 2)`,
  );
  process.exitCode = Math.abs(driftMs) < 1 && jitterMs < 2 ? 0 : 1;
} finally {
  await browser.close();
  server.close();
}

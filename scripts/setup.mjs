// What `npm start` and `npm test` need before they can run, on a machine that has only Node 20 and npm.
// Plain JavaScript: it runs before the project's own Node and TypeScript are there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const BUILD = join(ROOT, '.build');
const OLDEST_NODE = 24;

const forTests = process.argv.includes('test');

/** One line that says what is missing and what to do, then out. */
function stop(line) {
  process.stderr.write(`kneewise: ${line}\n`);
  process.exit(1);
}

const say = (line) => process.stderr.write(`kneewise: ${line}\n`);
const sha = (text) => createHash('sha256').update(text).digest('hex');
const readIf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null);

// 1. Packages, exactly as the lock file names them.

/** Is every package of the lock file that this platform can have installed at that version? */
function installedMatches() {
  const hidden = readIf(join(ROOT, 'node_modules/.package-lock.json'));
  if (hidden === null) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(hidden).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || !path.includes('node_modules/') || entry.optional) return true;
    return entry.link ? existsSync(join(ROOT, path)) : have[path]?.version === entry.version;
  });
}

/** npm's own file run by this Node where npm started us, else the npm on the path. */
function npmCommand() {
  const { npm_execpath: file } = process.env;
  if (file) return { command: process.execPath, first: [file] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [] };
}

function ensurePackages() {
  const lock = readIf(join(ROOT, 'package-lock.json'));
  if (lock === null) stop('package-lock.json is missing; clone the project again.');
  const stamp = join(ROOT, 'node_modules/.kneewise-lock');
  if (readIf(stamp) === sha(lock)) return;
  if (!installedMatches()) {
    say('installing the packages of the lock file (about half a minute, once) …');
    mkdirSync(BUILD, { recursive: true });
    const log = join(BUILD, 'npm-ci.log');
    const { command, first } = npmCommand();
    const run = spawnSync(
      command,
      first.concat('ci', '--include=dev', '--include=optional', '--loglevel=error'),
      {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, NODE_ENV: 'development' },
      },
    );
    writeFileSync(log, `${run.stdout ?? ''}${run.stderr ?? ''}${run.error ?? ''}`);
    if (run.status !== 0)
      stop(
        `npm could not install the packages; is the npm registry reachable? Its words are in ${relative(ROOT, log)}.`,
      );
  }
  writeFileSync(stamp, sha(lock));
}

// 2. The Node that npm brought along, first on the path of every npm script.

const broughtNode = () => {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(ROOT, 'node_modules', `node-${platform}-${process.arch}`, 'bin', binary);
  return existsSync(path) ? path : null;
};

function ensureNode() {
  const brought = broughtNode();
  const linked = join(ROOT, 'node_modules/.bin/node');
  if (brought !== null && process.platform !== 'win32' && !existsSync(linked)) {
    mkdirSync(dirname(linked), { recursive: true });
    rmSync(linked, { force: true });
    symlinkSync(relative(dirname(linked), brought), linked);
  }
  const node = brought ?? process.execPath;
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  if (Number(version.slice(1).split('.')[0]) < OLDEST_NODE)
    stop(
      `needs Node ${OLDEST_NODE} or newer, found ${version || 'none'}; npm has none for ${process.platform}-${process.arch}, so install it from nodejs.org.`,
    );
  return node;
}

// 3. The web app, built again when anything that goes into it changed.

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (name === 'dist' || name === '.build' || name === 'e2e' || name === 'node_modules') continue;
    if (!name.endsWith('.test.ts')) yield* filesUnder(join(path, name));
  }
}

function webHash() {
  const hash = createHash('sha256');
  for (const part of ['packages/web', 'packages/engine/src', 'package-lock.json'])
    for (const file of filesUnder(join(ROOT, part)))
      hash.update(relative(ROOT, file)).update(readFileSync(file));
  return hash.digest('hex');
}

function ensureWeb(node) {
  const stamp = join(BUILD, 'web-hash');
  const hash = webHash();
  if (readIf(stamp) === hash && existsSync(join(ROOT, 'packages/web/dist/index.html'))) return;
  say('building the web app …');
  mkdirSync(BUILD, { recursive: true });
  const run = spawnSync(node, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: join(ROOT, 'packages/web'),
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0) {
    const log = join(BUILD, 'vite-build.log');
    writeFileSync(log, `${run.stdout ?? ''}${run.stderr ?? ''}${run.error ?? ''}`);
    stop(`the web app could not be built; Vite's words are in ${relative(ROOT, log)}.`);
  }
  writeFileSync(stamp, hash);
}

// 4. A real Chromium for the browser tests.

async function ensureBrowser() {
  const { findChromium } = await import('./chromium.mjs');
  const found = await findChromium(ROOT, say);
  if (found.error) stop(found.error);
  writeFileSync(join(BUILD, 'chromium.json'), JSON.stringify(found, null, 2));
}

ensurePackages();
const node = ensureNode();
ensureWeb(node);
if (forTests) await ensureBrowser();

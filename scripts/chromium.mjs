// Finds a real Chromium for the browser tests, or says in one line why there is none.
// Order: KNEEWISE_CHROMIUM · the build inside @sparticuz/chromium (no root, no system packages) · the PATH ·
// the system's packages when run as root.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PATH_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Does it start at all? A missing shared library shows here, not in the middle of a test. */
const starts = (executablePath, env) =>
  spawnSync(executablePath, ['--version', '--no-sandbox'], {
    env: { ...process.env, ...env },
    timeout: 60_000,
  }).status === 0;

async function unpackFromNpm(root, say) {
  const packed = join(root, 'node_modules/@sparticuz/chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packed)) return null;
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const folder = join(root, '.build', `chromium-${version}`);
  if (!existsSync(folder)) {
    say('unpacking Chromium for the browser tests (once) …');
    const partial = `${folder}.partial-${process.pid}`;
    mkdirSync(partial, { recursive: true });
    const before = process.env.TMPDIR;
    process.env.TMPDIR = partial;
    const { inflate } = await import('@sparticuz/chromium');
    for (const part of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br'])
      await inflate(join(packed, 'bin', part));
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  }
  // Without a fonts.conf that names the folder pages come out blank, and nothing complains.
  const fonts = join(folder, 'fonts');
  mkdirSync(join(fonts, 'cache'), { recursive: true });
  writeFileSync(
    join(fonts, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${fonts}/cache</cachedir></fontconfig>\n`,
  );
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts },
    from: `@sparticuz/chromium ${version}`,
  };
}

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of PATH_NAMES) if (existsSync(join(folder, name))) return join(folder, name);
  return null;
}

function installAsRoot(say) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  say('installing the system’s chromium package …');
  spawnSync('apt-get', ['update'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** @returns {Promise<{executablePath: string, env: Record<string, string>, from: string} | {error: string}>} */
export async function findChromium(root, say) {
  const named = process.env.KNEEWISE_CHROMIUM;
  if (named)
    return starts(named, {})
      ? { executablePath: named, env: {}, from: 'KNEEWISE_CHROMIUM' }
      : {
          error: `KNEEWISE_CHROMIUM names ${named}, which does not start; the browser tests need a Chromium that does.`,
        };
  const unpacked = await unpackFromNpm(root, say);
  if (unpacked !== null && starts(unpacked.executablePath, unpacked.env)) return unpacked;
  let found = onPath();
  if (found === null) {
    installAsRoot(say);
    found = onPath();
  }
  if (found !== null && starts(found, {})) return { executablePath: found, env: {}, from: found };
  return {
    error:
      'no Chromium for the browser tests: install your system’s package (Debian: apt-get install chromium), or set KNEEWISE_CHROMIUM.',
  };
}

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sharedText } from './data-folder.ts';
import type { Row } from './row.ts';
import { TREADMILL_FILE } from './treadmill-steps.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

function run(args: readonly string[], sharedData?: string): { status: number | null; out: string } {
  const { status, stdout } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...(sharedData === undefined ? {} : { KNEEWISE_SHARED_DATA: sharedData }) },
  });
  return { status, out: stdout };
}

/** A folder of shared data that holds the treadmill runners as `change` makes them. */
function withTreadmill(csv: string, change: (cell: string, column: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-'));
  const file = join(folder, TREADMILL_FILE);
  mkdirSync(dirname(file), { recursive: true });
  const [head = '', ...lines] = csv.trim().split(/\r?\n/u);
  const names = head.split(',');
  const changed = lines.map((line) =>
    line
      .split(',')
      .map((cell, i) => change(cell, names[i] ?? ''))
      .join(','),
  );
  writeFileSync(file, [head, ...changed].join('\n'));
  return folder;
}

describe('the command', () => {
  it('gives with --json the rows of the table, line by line', () => {
    const table = run(['--only', 'C1,C3,C5,C7']);
    const json = run(['--only', 'C1,C3,C5,C7', '--json']);
    assert.deepEqual([table.status, json.status], [0, 0]);
    const { schema, rows } = JSON.parse(json.out) as { schema: number; rows: Row[] };
    assert.equal(schema, 1);
    const lines = table.out.split('\n').slice(1);
    for (const [i, { section, quantity, source, published, tolerance, verdict }] of rows.entries()) {
      const line = lines[i] ?? '';
      for (const said of [quantity, source, String(published), tolerance])
        assert.ok(line.includes(said), line);
      assert.ok(line.startsWith(section) && line.endsWith(verdict), line);
    }
    assert.equal(lines[rows.length], '');
    const holds = rows.filter(({ verdict }) => verdict === 'holds').length;
    assert.ok(table.out.includes(`${holds} hold, 0 fail, `));
  });

  it('exits 1 when a figure that should hold does not: runners whose forces are half as large again', (t) => {
    const csv = sharedText(TREADMILL_FILE);
    if (csv === null) return t.skip(`needs ../shared/data/${TREADMILL_FILE}`);
    const same = withTreadmill(csv, (cell) => cell);
    const harder = withTreadmill(csv, (cell, column) =>
      column === 'pfj_peak_bw' ? String(1.5 * Number(cell)) : cell,
    );
    try {
      assert.equal(run(['--only', 'C2'], same).status, 0);
      const { status, out } = run(['--only', 'C2', '--json'], harder);
      assert.equal(status, 1);
      const failing = (JSON.parse(out) as { rows: Row[] }).rows.filter(({ verdict }) => verdict === 'fails');
      assert.ok(
        failing.some(({ quantity }) => quantity === 'error of peak force, as shipped: speed, cadence'),
      );
    } finally {
      for (const folder of [same, harder]) rmSync(folder, { recursive: true });
    }
  });

  it('says plainly what it skipped where data are absent, and exits 0', () => {
    const empty = mkdtempSync(join(tmpdir(), 'kneewise-'));
    try {
      const { status, out } = run(['--only', 'C2,C9'], empty);
      assert.equal(status, 0);
      assert.match(out, /needs \.\.\/shared\/data\/biomechanics\/rbds-running\.csv +skipped/);
      assert.match(out, /needs \.\.\/shared\/data\/injury\/week-case-control-761-with-athlete\.csv +skipped/);
      assert.match(out, /3 skipped/);
    } finally {
      rmSync(empty, { recursive: true });
    }
  });
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { auditRows } from './audit-rows.ts';
import { CHANGES, studyAudit } from './audit-study.ts';
import { cadenceRows } from './cadence-rows.ts';
import { studyCadence } from './cadence-study.ts';
import { SEEDS } from './policies-studies.ts';
import { auditStudies, cadenceStudies, FULL } from './studies.ts';

/** Few runners: what the rows say is held by `kneewise validate`, here it is how they come about. */
const FEW = { ...FULL, lineRunners: 8, auditRunners: 12 };

it('studies come from three stated seeds, and are the same from a thread as from this one', async () => {
  const [lines, audits] = await Promise.all([cadenceStudies(FEW), auditStudies(FEW)]);
  assert.deepEqual([...SEEDS], [1, 2, 3]);
  assert.equal(lines.length, 3);
  assert.deepEqual(lines[1], studyCadence({ kind: 'cadence', seed: 2, runners: 8 }));
  assert.deepEqual(audits[2], studyAudit({ kind: 'audit', seed: 3, runners: 12 }));
});

it('cadence rows: the line is nearer after twelve runs than after three; each says what it assumes', () => {
  const rows = cadenceRows(SEEDS.map((seed) => studyCadence({ kind: 'cadence', seed, runners: 20 })));
  const [three, , twelve] = rows;
  assert.ok(
    (twelve?.ours ?? 9) < (three?.ours ?? 0),
    `${twelve?.ours} after twelve, ${three?.ours} after three`,
  );
  for (const { section, quantity, assumes = '' } of rows) {
    assert.equal(section, 'E');
    assert.match(quantity, /^simulated, /);
    assert.match(assumes, /^Simulated runs .*Assumed: /);
  }
});

it('audit rows: a doubling is found more often than half as much again; each says what it assumes', () => {
  const studies = SEEDS.map((seed) => studyAudit({ kind: 'audit', seed, runners: 12 }));
  const rows = auditRows(studies);
  assert.equal(rows.length, 3 + CHANGES.length);
  const found = (name: string): number =>
    rows.find(({ quantity }) => quantity.includes(name))?.ours ?? Number.NaN;
  assert.ok(found('km ×2, 4') > found('km +50 %'));
  for (const { section, quantity, assumes = '' } of rows) {
    assert.equal(section, 'F');
    assert.match(quantity, /^simulated, /);
    assert.match(assumes, /^Simulated weeks .*Assumed: /);
  }
  const blind = auditRows(
    studies.map((study) => ({ ...study, found: CHANGES.map(() => ({ clear: 0, possible: 0 })) })),
  );
  assert.ok(blind.slice(3).every(({ verdict }) => verdict === 'fails'));
});

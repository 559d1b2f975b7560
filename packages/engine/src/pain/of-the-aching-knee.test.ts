import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkIn, run } from '../testing/histories.ts';
import { today } from '../today/today.ts';
import { ofTheAchingKnee } from './of-the-aching-knee.ts';

const left = (pain: number, stopSign?: boolean) =>
  checkIn({
    at: '2026-11-17T07:00',
    when: '48h',
    pain,
    side: 'left',
    ...(stopSign === undefined ? {} : { stopSign }),
  });

describe('the other knee', () => {
  it('does not answer for the aching one at 0 or 1, warns from 2 on or by a sign to stop', () => {
    assert.deepEqual(
      [0, 1, 2].map((pain) => ofTheAchingKnee([left(pain)], 'right').length),
      [0, 0, 1],
    );
    assert.equal(ofTheAchingKnee([left(0, true)], 'right').length, 1);
  });
  it('counts like the first where nobody said which knee aches', () => {
    assert.equal(ofTheAchingKnee([left(0)], null).length, 1);
  });
  it('leaves the question about the aching knee open', () => {
    const ran = run({ at: '2026-11-15T09:00', id: 'sunday', km: 4.1 });
    const asked = (checkIns: Parameters<typeof today>[0]['checkIns']) =>
      today({
        date: '2026-11-17',
        runs: [ran],
        others: [],
        checkIns,
        flags: 'none-raised',
        onset: '2026-10-01',
        family: 'PF',
        side: 'right',
      }).due.map(({ when }) => when);
    const before = asked([]);
    assert.ok(before.includes('48h'));
    assert.deepEqual(asked([left(0)]), before);
    assert.ok(
      !asked([checkIn({ at: '2026-11-17T07:00', when: '48h', pain: 0, side: 'right' })]).includes('48h'),
    );
  });
});

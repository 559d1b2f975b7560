import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseIsoDay } from '../calendar/civil-day.ts';
import { reportedRuns } from '../pain/reports.ts';
import { at, checkIn, run } from '../testing/histories.ts';
import { dueCheckIns } from './due.ts';

const sunday = run({ at: '2026-11-15T09:00', km: 5.04, id: 'sunday', utcOffsetMin: 60 }); // 30 min at 2.8 m/s
const local = (text: string): number => at(text, 60);
const due = (day: string, said: Parameters<typeof checkIn>[0][] = [], runs = [sunday]) =>
  dueCheckIns(reportedRuns(runs, said.map(checkIn)), parseIsoDay(day), 'right').map(({ when, dueAtMs }) => [
    when,
    dueAtMs,
  ]);

describe('dueCheckIns', () => {
  it("asks in the run, that evening, the next and the second morning, in the runner's own time", () => {
    assert.deepEqual(due('2026-11-15'), [
      ['during', local('2026-11-15T09:30')],
      ['evening', local('2026-11-15T20:00')],
      ['next-morning', local('2026-11-16T08:00')],
      ['48h', local('2026-11-17T08:00')],
    ]);
  });

  it('asks the evening of a late run at its end', () => {
    const lateRun = run({ at: '2026-11-15T21:00', km: 5.04, utcOffsetMin: 60 });
    assert.deepEqual(due('2026-11-15', [], [lateRun])[1], ['evening', local('2026-11-15T21:30')]);
  });

  it('leaves out what has been answered', () => {
    const said = [{ at: '2026-11-15T10:00', when: 'during' as const, pain: 0, run: 'sunday' }];
    assert.equal(due('2026-11-16', said).length, 3);
  });

  it('asks of the last three days, and of the last run whenever it was', () => {
    const monday = run({ at: '2026-11-16T09:00', km: 5, id: 'monday' });
    assert.equal(due('2026-11-17', [], [sunday, monday]).length, 8);
    assert.equal(due('2026-11-18', [], [sunday, monday]).length, 4);
    assert.equal(due('2026-12-18', [], [sunday, monday]).length, 4);
  });
});

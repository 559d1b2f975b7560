import assert from 'node:assert/strict';
import { it } from 'node:test';
import { benignCost } from './benign-population.ts';
import { checkRows } from './check-stories.ts';

it('prints the AKPS’s ends and, where the stories are, every danger story escalated', (t) => {
  const rows = checkRows();
  assert.deepEqual(
    rows.filter(({ section }) => section === 'C8').map(({ ours, verdict }) => [ours, verdict]),
    [
      [100, 'holds'],
      [0, 'holds'],
      [230, 'holds'],
    ],
  );
  const stories = rows.filter(({ source }) => source === 'semigran-2015');
  if (stories[0]?.verdict === 'skipped') return t.skip('needs ../shared/vignettes.md');
  assert.deepEqual(
    stories.slice(0, 2).map(({ ours, verdict }) => [ours, verdict]),
    [
      [100, 'holds'],
      [0, 'holds'],
    ],
  );
  assert.equal(stories.length, 7);
});

it('sends at most a quarter of a simulated benign population within days or sooner; today or sooner is still above 4 %', () => {
  const cost = benignCost(4000, 7);
  assert.ok(cost.withinDaysOrAbovePercent <= 25, String(cost.withinDaysOrAbovePercent));
  assert.ok(cost.todayOrAbovePercent <= 6, String(cost.todayOrAbovePercent));
  assert.deepEqual(benignCost(200, 3), benignCost(200, 3), 'the same seed draws the same people');
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sampleRunner } from '@kneewise/simulator';
import type { z } from '@hono/zod-openapi';
import type {
  CheckResultSent,
  Diary,
  FilledList,
  Load,
  RunDetail,
  RunList,
  SampleFilled,
  Settings,
  Status,
  TodayShape,
} from '../api.ts';
import { type OpenHouse, openHouse } from '../testing/open-house.ts';

const { truth, today: storyDay, fileCount, checkIns } = sampleRunner();

describe('the sample runner in the store', () => {
  let open: OpenHouse;
  let filled: z.infer<typeof SampleFilled>;
  before(async () => {
    open = await openHouse({ day: '2031-01-01' });
    filled = (await open.json('POST', '/api/sample', undefined, 201)) as z.infer<typeof SampleFilled>;
  });
  after(async () => {
    assert.deepEqual(open.errors, []);
    await open.close();
  });

  it('comes through the same door as anyone’s files, and is said to be simulated', async () => {
    const status = (await open.json('GET', '/api/status')) as z.infer<typeof Status>;
    assert.deepEqual([status.sample, status.empty, status.runs], [true, false, filled.runs]);
    // One file holds a run that another holds too.
    assert.equal(status.runs + status.others, fileCount - 1);
    assert.equal(filled.checkIns, checkIns.length);
    const settings = (await open.json('GET', '/api/settings')) as z.infer<typeof Settings>;
    assert.deepEqual([settings.family, settings.onset?.side], ['PF', 'right']);
  });

  it('speaks as of the story’s day, whatever day it is', async () => {
    assert.equal(((await open.json('GET', '/api/status')) as z.infer<typeof Status>).date, storyDay);
    const today = (await open.json('GET', '/api/today')) as z.infer<typeof TodayShape>;
    assert.equal(today.date, storyDay);
    assert.equal(today.lastEdge?.onsetM, truth.lastRun.edgeM);
    assert.equal(today.action, 'run');
  });

  it('shows the jump that came before the ache, and the answers at their runs', async () => {
    const { runs } = (await open.json('GET', '/api/runs')) as z.infer<typeof RunList>;
    const jump = runs.find(({ distanceM }) => Math.abs((distanceM ?? 0) - truth.jump.distanceM) < 60);
    assert.equal(jump?.spike, '30-to-100');
    const last = (await open.json('GET', `/api/runs/${runs[0]?.id}`)) as z.infer<typeof RunDetail>;
    assert.ok(last.checkIns.some(({ onsetM }) => onsetM === truth.lastRun.edgeM));
    const load = (await open.json('GET', '/api/load')) as z.infer<typeof Load>;
    assert.ok(load.audit.findings.known);
    const longest = load.audit.findings.value.find(({ variable }) => variable === 'longest');
    assert.equal(longest?.verdict, 'clear');
    assert.equal(load.days.at(-1)?.date, storyDay);
  });

  it('has answered the knee check, which found nothing to be seen and the kneecap most likely', async () => {
    const result = (await open.json('GET', '/api/check/result')) as z.infer<typeof CheckResultSent>;
    assert.deepEqual(
      [result.level, result.mayRun, result.provisional, result.explanations[0]?.id],
      ['self-manage', true, false, 'pfp'],
    );
    const today = (await open.json('GET', '/api/today')) as z.infer<typeof TodayShape>;
    assert.ok(today.distanceM.known && today.distanceM.value === 3100);
  });

  it('keeps a diary that leaves the story’s answer as it is', async () => {
    const answers = async () => [await open.json('GET', '/api/today'), await open.json('GET', '/api/runs')];
    const { store, runnerId } = open.house;
    const diary = (await open.json('GET', '/api/diary')) as z.infer<typeof Diary>;
    assert.ok(diary.entries.length > 5 && diary.taken.length === 2);
    const { filled: forms } = (await open.json('GET', '/api/questionnaires')) as z.infer<typeof FilledList>;
    assert.deepEqual(
      forms.map(({ score }) => score),
      [68, 74, 81],
    );
    const told = await answers();
    for (const { id } of diary.entries) await store.removePainEntry(runnerId, id);
    for (const { id } of diary.taken) await store.removeTaken(runnerId, id);
    assert.deepEqual(await answers(), told);
  });

  it('can be renewed, and is erased on request, and only it', async () => {
    assert.deepEqual(await open.json('POST', '/api/sample', undefined, 201), filled);
    await open.json('DELETE', '/api/sample');
    const status = (await open.json('GET', '/api/status')) as z.infer<typeof Status>;
    assert.deepEqual([status.sample, status.empty, status.date], [false, true, '2031-01-01']);
    await open.json('DELETE', '/api/sample', undefined, 409);
  });
});

import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { z } from '@hono/zod-openapi';
import type { Form, RunForm, RunList } from '../api.ts';
import { openHouse } from '../testing/open-house.ts';

it('of the simulated runner, form has a usual place; a run of thirty minutes is judged, a short one is not', async () => {
  const open = await openHouse();
  try {
    await open.json('POST', '/api/sample', undefined, 201);
    const form = (await open.json('GET', '/api/form')) as z.infer<typeof Form>;
    assert.ok(form.usual.known && form.usual.value.lowM < form.usual.value.highM);
    assert.ok(form.runs.length >= 6 && form.runs.length + form.unjudged <= 24);
    const starts = form.runs.map(({ startAtMs }) => startAtMs);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => b - a),
    );
    for (const { verdict, findings } of form.runs) {
      assert.equal(
        verdict === 'fade',
        findings.some((one) => one.verdict === 'fade'),
      );
      for (const one of findings) assert.equal(one.place !== null, one.verdict === 'fade');
    }
    const { runs } = (await open.json('GET', '/api/runs')) as z.infer<typeof RunList>;
    const short = runs.find(({ elapsedS }) => elapsedS < 1500);
    const long = form.runs[0];
    assert.ok(short !== undefined && long !== undefined);
    const ofShort = (await open.json('GET', `/api/runs/${short.id}/form`)) as z.infer<typeof RunForm>;
    const ofLong = (await open.json('GET', `/api/runs/${long.runId}/form`)) as z.infer<typeof RunForm>;
    assert.equal(ofShort.fading.known, false);
    assert.ok(ofLong.fading.known && ofLong.fading.value.verdict === long.verdict);
    assert.equal(ofLong.heartRateDrift.known, true);
    await open.json('GET', '/api/runs/none/form', undefined, 404);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('of no runs, the usual place is missing with the reason', async () => {
  const open = await openHouse();
  try {
    const form = (await open.json('GET', '/api/form')) as z.infer<typeof Form>;
    assert.ok(!form.usual.known && form.usual.because.reason === 'too-little-data');
    assert.deepEqual([form.runs, form.unjudged], [[], 0]);
  } finally {
    await open.close();
  }
});

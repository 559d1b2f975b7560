import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seededRandom } from '@kneewise/simulator';
import { SEEDS } from '../policies-studies.ts';
import { formRows } from './form-rows.ts';
import { CELLS, type FormStudy, studyForm } from './form-study.ts';
import { formOf, madeBins, runnerOf, USUAL_WANDER } from './made-bins.ts';

/** Few runs: what the rows say is held by `kneewise validate`, here it is how they come about. */
const FEW = { runners: 3, recordings: 1, steady: 5, usual: 1 };
const studies: readonly FormStudy[] = SEEDS.map((seed) => studyForm({ kind: 'form', seed, sizes: FEW }));

describe('made-up half minutes', () => {
  const made = (spm: number | null, sd = 2.9) => {
    const random = seededRandom(4);
    return madeBins(
      {
        minutes: 60,
        speedMps: 2.8,
        wander: { sd, slowShare: 0.3 },
        line: { spm: 165, slope: 10 },
        fade: spm === null ? null : { fromM: 5000, spm },
      },
      random,
    );
  };
  it('lose 6 steps/min from 5 km on over five minutes, and nothing before', () => {
    const [faded, steady] = [made(-6), made(null)];
    const lost = Array.from(faded.cadenceSpm, (spm, i) => spm - (steady.cadenceSpm[i] ?? 0));
    const from = faded.startM.findIndex((metres) => metres > 5000);
    assert.ok(lost.slice(0, from - 1).every((spm) => Math.abs(spm) < 1e-9));
    assert.ok(lost.slice(from + 11).every((spm) => Math.abs(spm + 6) < 1e-9));
  });
  it('scatter about the line by 2.9 steps/min, half-minute memory 0.67', () => {
    const residuals = Array.from({ length: 60 }, (_, seed) => {
      const random = seededRandom(seed);
      const runner = runnerOf(random);
      const bins = madeBins({ ...runner, minutes: 90, wander: USUAL_WANDER, fade: null }, random);
      return Array.from(bins.cadenceSpm, (spm, i) => {
        const speed = runner.line.slope * ((bins.speedMps[i] ?? 0) - runner.speedMps);
        return spm - runner.line.spm - speed - 15 * (bins.gradeRatio[i] ?? 0);
      });
    });
    const all = residuals.flat();
    const variance = all.reduce((sum, r) => sum + r * r, 0) / all.length;
    assert.ok(Math.abs(Math.sqrt(variance) - 2.9) < 0.15, String(Math.sqrt(variance)));
    // 0.7·e^(−30/50) + 0.3·e^(−30/800) = 0.673.
    const lagged = residuals.flatMap((run) => run.slice(1).map((r, i) => r * (run[i] ?? 0)));
    const memory = lagged.reduce((sum, r) => sum + r, 0) / lagged.length / variance;
    assert.ok(Math.abs(memory - 0.673) < 0.04, String(memory));
  });
  it('are judged by the engine: a clear fade in little noise is seen where it is', () => {
    const place = formOf(made(-9, 1))?.findings[0]?.place?.distanceM?.at ?? Number.NaN;
    assert.ok(Math.abs(place - 5000) < 300, String(place));
  });
});

describe('rows of fading form', () => {
  const rows = formRows(studies);
  it('hold error and share seen of every cell, and say that they are simulated and what that assumes', () => {
    assert.equal(rows.filter(({ quantity }) => quantity.includes('fade seen, 9 runs')).length, CELLS.length);
    assert.equal(rows.filter(({ unit }) => unit === 'min').length, CELLS.length);
    for (const { section, quantity, assumes = '' } of rows) {
      assert.equal(section, 'D');
      assert.match(quantity, /^simulated, /);
      assert.match(assumes, /^Simulated .*Assumed: /);
    }
  });
  it('fail where form is seen to fade in every steady run, or in none that fades', () => {
    const verdicts = (study: Partial<FormStudy>) => formRows(studies.map((each) => ({ ...each, ...study })));
    const alarmed = verdicts({ steady: { looked: 10, alarms: 10 } });
    assert.equal(alarmed.find(({ quantity }) => quantity.includes('without a fade'))?.verdict, 'fails');
    const blind = verdicts({
      cells: CELLS.map(() => ({ looked: 10, offMin: [], offKm: [], held: 0 })),
    });
    for (const { quantity, verdict } of blind)
      if (quantity.includes('fade seen, ')) assert.equal(verdict, 'fails', quantity);
  });
});

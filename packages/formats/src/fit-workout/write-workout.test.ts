import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Decoder, Stream } from '@garmin/fitsdk';
import fc from 'fast-check';
import { type PlannedRun, known, missing, rungOf } from '@kneewise/engine';
import { readFit } from '../fit/read-fit.ts';
import { type Workout, type WorkoutStep, workoutSeconds } from './workout.ts';
import { workoutOfRun } from './workout-of-run.ts';
import { writeWorkout } from './write-workout.ts';

const MADE_AT = Date.UTC(2026, 10, 24, 6);

interface ReadStep {
  readonly messageIndex: number;
  readonly wktStepName?: string;
  readonly durationType: string;
  readonly durationTime?: number;
  readonly durationDistance?: number;
  readonly durationStep?: number;
  readonly repeatSteps?: number;
  readonly targetType: string;
  readonly customTargetCadenceLow?: number;
  readonly customTargetCadenceHigh?: number;
  readonly customTargetHeartRateLow?: number;
  readonly intensity: string;
  readonly notes?: string;
}
/** As the official SDK reads it; its checksum must hold and no error come. */
function decoded(bytes: Uint8Array) {
  assert.ok(new Decoder(Stream.fromByteArray([...bytes])).checkIntegrity());
  const { messages, errors } = new Decoder(Stream.fromByteArray([...bytes])).read();
  assert.deepEqual(errors, []);
  return {
    fileId: messages.fileIdMesgs?.[0] as unknown as { type: string; timeCreated: Date; manufacturer: string },
    workout: messages.workoutMesgs?.[0] as unknown as {
      wktName: string;
      numValidSteps: number;
      sport: string;
    },
    steps: (messages.workoutStepMesgs ?? []) as unknown as readonly ReadStep[],
  };
}
const step = (more: Partial<WorkoutStep> = {}): WorkoutStep => ({
  kind: 'step',
  name: 'Run',
  until: { kind: 'time', seconds: 60 },
  intensity: 'active',
  cadenceSpm: null,
  notes: null,
  ...more,
});
const words = {
  name: 'Way back',
  walk: 'Walk',
  run: 'Run',
  easy: 'Easy',
  beat: 'Beat',
  noBeat: 'No beat',
  stride: 'Stride',
  hard: 'Hard',
  recover: 'Recover',
  ceiling: 'Turn back at 2/10',
};
const planned = (more: Partial<PlannedRun> = {}): PlannedRun => ({
  id: 'run-2026-11-23-0',
  date: '2026-11-24',
  kind: 'easy',
  distanceM: known(6000),
  allowsM: known(6000),
  durationS: known(2400),
  paceSPerKm: known([380, 420] as const),
  cadenceSpm: known(172),
  beat: null,
  ladder: null,
  work: null,
  surface: 'as-usual',
  ceiling: 2,
  change: null,
  why: [],
  provisional: false,
  moved: false,
  ...more,
});
const stepsOf = (run: PlannedRun): readonly ReadStep[] =>
  decoded(writeWorkout(workoutOfRun(run, words), MADE_AT)).steps;

describe('a FIT workout', () => {
  it('is read by the official SDK: a running workout with its name, time and steps', () => {
    const { fileId, workout, steps } = decoded(
      writeWorkout({ name: 'Sechs Runden ✓', parts: [step()] }, MADE_AT),
    );
    assert.deepEqual([fileId.type, fileId.manufacturer], ['workout', 'development']);
    assert.equal(fileId.timeCreated.getTime(), MADE_AT);
    assert.deepEqual(workout, { wktName: 'Sechs Runden ✓', numValidSteps: 1, sport: 'running' });
    assert.deepEqual(
      [steps[0]?.wktStepName, steps[0]?.durationTime, steps[0]?.targetType, steps[0]?.intensity],
      ['Run', 60, 'open', 'active'],
    );
  });
  it('gives a cadence target in steps of one leg, as the format counts', () => {
    const { steps } = decoded(
      writeWorkout({ name: 'a', parts: [step({ cadenceSpm: { low: 168, high: 181 } })] }, MADE_AT),
    );
    assert.deepEqual(
      [steps[0]?.targetType, steps[0]?.customTargetCadenceLow, steps[0]?.customTargetCadenceHigh],
      ['cadence', 84, 91],
    );
  });
  it('repeats the steps before it', () => {
    const { workout, steps } = decoded(
      writeWorkout(
        {
          name: 'a',
          parts: [step(), { kind: 'repeat', times: 5, steps: [step(), step({ intensity: 'recovery' })] }],
        },
        MADE_AT,
      ),
    );
    assert.equal(workout.numValidSteps, 4);
    assert.deepEqual(
      [steps[3]?.durationType, steps[3]?.durationStep, steps[3]?.repeatSteps],
      ['repeatUntilStepsCmplt', 1, 5],
    );
  });
  it('is the same, byte for byte, each time, and is no run to us', () => {
    const workout: Workout = { name: 'a', parts: [step({ until: { kind: 'open' } })] };
    const bytes = writeWorkout(workout, MADE_AT);
    assert.deepEqual(bytes, writeWorkout(workout, MADE_AT));
    const read = readFit(bytes);
    assert.ok(!('activities' in read) || read.activities.length === 0);
  });
  it('throws for steps that are none', () => {
    const wrong: readonly Partial<WorkoutStep>[] = [
      { until: { kind: 'time', seconds: 0 } },
      { until: { kind: 'distance', metres: -1 } },
      { cadenceSpm: { low: 180, high: 170 } },
    ];
    for (const more of wrong) {
      assert.throws(() => writeWorkout({ name: 'a', parts: [step(more)] }, MADE_AT), RangeError);
    }
    assert.throws(() => writeWorkout({ name: 'a', parts: [] }, MADE_AT), RangeError);
    assert.throws(
      () => writeWorkout({ name: 'a', parts: [{ kind: 'repeat', times: 1, steps: [step()] }] }, MADE_AT),
      RangeError,
    );
  });
  it('comes back as it was written, whatever its steps', () => {
    const any = fc.record({
      name: fc.string({ maxLength: 40, unit: 'grapheme' }),
      seconds: fc.integer({ min: 1, max: 20_000 }),
      cadence: fc.option(fc.integer({ min: 140, max: 200 })),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 20 }), (list) => {
        const { steps } = decoded(
          writeWorkout(
            {
              name: 'x',
              parts: list.map(({ name, seconds, cadence }) =>
                step({
                  name,
                  until: { kind: 'time', seconds },
                  cadenceSpm: cadence === null ? null : { low: cadence, high: cadence + 10 },
                }),
              ),
            },
            MADE_AT,
          ),
        );
        assert.deepEqual(
          steps.map(({ durationTime, customTargetCadenceLow, messageIndex }) => [
            messageIndex,
            durationTime,
            customTargetCadenceLow ?? null,
          ]),
          list.map(({ seconds, cadence }, i) => [
            i,
            seconds,
            cadence === null ? null : Math.round(cadence / 2),
          ]),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('a planned run on the watch', () => {
  it('of the ladder walks five minutes, repeats, and walks home', () => {
    const run = planned({ kind: 'walk-run', ladder: rungOf(6), distanceM: known(3000) });
    const workout = workoutOfRun(run, words);
    assert.equal(workoutSeconds(workout), (5 + 5 * 4 + 4 * 1 + 5) * 60);
    const steps = stepsOf(run);
    assert.deepEqual(
      steps.map(({ wktStepName, durationTime, intensity, repeatSteps }) => [
        wktStepName ?? null,
        durationTime ?? null,
        intensity,
        repeatSteps ?? null,
      ]),
      [
        ['Walk', 300, 'warmup', null],
        ['Run', 240, 'active', null],
        ['Walk', 60, 'recovery', null],
        [null, null, 'active', 4],
        ['Run', 240, 'active', null],
        ['Walk', 300, 'cooldown', null],
      ],
    );
    assert.equal(steps[0]?.notes, words.ceiling);
  });
  it('of every step takes the minutes the plan says', () => {
    for (let n = 1; n <= 12; n += 1) {
      const { repeats, runMin, walkMin } = rungOf(n);
      const seconds = workoutSeconds(workoutOfRun(planned({ ladder: rungOf(n) }), words));
      assert.equal(seconds, 60 * (10 + repeats * runMin + (repeats - 1) * walkMin), `step ${n}`);
    }
  });
  it('with a beat has the band round the target, after ten easy minutes, as often as fits', () => {
    const beat = { kind: 'blocks', repeats: 5, onMin: 3, offMin: 1 } as const;
    const steps = stepsOf(planned({ beat }));
    // 6 km at 2.5 m/s are 40 minutes: ten easy, five times four, and ten home.
    assert.deepEqual(
      steps.map(({ durationType }) => durationType),
      ['time', 'time', 'time', 'repeatUntilStepsCmplt', 'distance'],
    );
    assert.deepEqual([steps[1]?.customTargetCadenceLow, steps[1]?.customTargetCadenceHigh], [84, 90]);
    assert.equal(steps[3]?.repeatSteps, 5);
    assert.equal(steps[4]?.durationDistance, 1500);
    const short = stepsOf(planned({ beat, distanceM: known(3000) }));
    assert.equal(short.find(({ repeatSteps }) => repeatSteps !== undefined)?.repeatSteps, 2);
  });
  it('with half a minute of beat each kilometre repeats kilometres', () => {
    const steps = stepsOf(planned({ beat: { kind: 'each-km', onS: 30 }, distanceM: known(5500) }));
    assert.deepEqual(
      [steps[0]?.durationDistance, steps[1]?.durationTime, steps[2]?.repeatSteps],
      [925, 30, 5],
    );
    assert.equal(steps[3]?.durationDistance, 500);
  });
  it('with strides or hard minutes has them in the middle', () => {
    const strides = stepsOf(planned({ kind: 'quality', work: { kind: 'strides', count: 4, seconds: 20 } }));
    assert.deepEqual(
      [strides[1]?.durationTime, strides[1]?.intensity, strides[3]?.repeatSteps],
      [20, 'interval', 4],
    );
    const hard = stepsOf(planned({ kind: 'quality', work: { kind: 'hard-minutes', minutes: 10 } }));
    assert.deepEqual([hard[1]?.durationTime, hard[3]?.repeatSteps], [300, 2]);
  });
  it('without anything else is one step of its distance, or until the button', () => {
    assert.deepEqual(
      stepsOf(planned()).map(({ durationDistance }) => durationDistance),
      [6000],
    );
    const unknown = planned({ distanceM: missing({ reason: 'not-recorded', what: 'easy pace' }) });
    assert.deepEqual(
      stepsOf(unknown).map(({ durationType }) => durationType),
      ['open'],
    );
  });
  it('never sets a heart rate', () => {
    const runs = [planned(), planned({ ladder: rungOf(3) }), planned({ beat: { kind: 'each-km', onS: 30 } })];
    for (const run of runs) {
      for (const each of stepsOf(run)) {
        assert.ok(each.targetType === 'open' || each.targetType === 'cadence');
        assert.equal(each.customTargetHeartRateLow, undefined);
      }
    }
  });
});

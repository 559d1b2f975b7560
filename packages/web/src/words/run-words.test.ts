import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RunDetail } from '../api/types.ts';
import { createFormat } from '../format/format.ts';
import { runSentence } from './run-words.ts';

const gb = createFormat('en-GB', 'km');
const RUN: RunDetail = {
  id: 'r',
  startAtMs: 0,
  utcOffsetMin: 60,
  subSport: null,
  name: null,
  distanceM: 18_000,
  movingS: 6000,
  elapsedS: 6100,
  meanSpeedMps: 3,
  cadenceSpm: 164,
  kneeLoadBws: 900,
  shareOfUsualWeek: 0.5,
  spike: null,
  warnings: 0,
  ascentM: null,
  descentM: null,
  device: null,
  channels: [],
  warningList: [],
  kneeLoad: { known: false, because: { reason: 'not-recorded', what: 'speed' } },
  longestBeforeM: 13_000,
  ratio: 1.385,
  sources: [],
  checkIns: [],
};
const during = (pain: number, onsetM: number | null): RunDetail['checkIns'][number] => ({
  id: 'c',
  runId: 'r',
  side: 'right',
  when: 'during',
  atMs: 0,
  utcOffsetMin: 60,
  pain,
  onsetM,
  stopSign: null,
  painkiller: null,
});

describe('a run in a sentence', () => {
  it('speaks of the ache first, and where it came', () => {
    const said = runSentence(
      { ...RUN, spike: '30-to-100', checkIns: [during(1, null), during(3, 4100)] },
      gb,
    );
    assert.deepEqual(said, { key: 'run.sentence.acheAt', figures: { pain: '3', onset: '4.1\u00a0km' } });
  });
  it('then of a jump past the month, then of a quiet knee', () => {
    const jump = runSentence({ ...RUN, spike: '30-to-100', checkIns: [during(0, null)] }, gb);
    assert.deepEqual(jump, {
      key: 'run.sentence.spike',
      figures: { distance: '18.0\u00a0km', change: '39\u00a0%' },
    });
    assert.equal(runSentence({ ...RUN, checkIns: [during(0, null)] }, gb).key, 'run.sentence.quiet');
  });
  it('never makes a quiet knee out of no answer', () => {
    assert.equal(runSentence(RUN, gb).key, 'run.sentence.share');
    assert.equal(runSentence({ ...RUN, shareOfUsualWeek: null }, gb).key, 'run.sentence.plain');
  });
  it('says the time where the distance is not known', () => {
    assert.deepEqual(runSentence({ ...RUN, distanceM: null, movingS: null }, gb), {
      key: 'run.sentence.noDistance',
      figures: { time: '1:41:40' },
    });
  });
});

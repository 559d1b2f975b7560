import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  answerScreen,
  begin,
  checkWith,
  look,
  move,
  QUIET,
  resultNow,
  say,
  type State,
  walk,
} from '../testing/answer-check.ts';
import { type OpenHouse, openHouse, withFolder } from '../testing/open-house.ts';

const DAY = '2026-11-17';

async function inHouse(check: (open: OpenHouse) => Promise<void>): Promise<void> {
  const open = await openHouse({ day: DAY });
  try {
    await check(open);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
}
const ids = (state: State): readonly string[] => state.underWay?.screen.questions.map(({ id }) => id) ?? [];
const answerOf = (state: State, id: string): unknown =>
  state.underWay?.screen.questions.find((question) => question.id === id)?.said;
/** To the screen that asks this, every one before answered quietly. */
async function upTo(open: OpenHouse, id: string): Promise<State> {
  let state = await begin(open);
  while (!ids(state).includes(id)) {
    state = await answerScreen(open, state, QUIET);
    state = await move(open, state, 'next');
  }
  return state;
}

describe('the knee check in the app', () => {
  it('comes to its end on the usual path within 20 screens, and says about how many there are', () =>
    inHouse(async (open) => {
      const first = await begin(open);
      const about = first.underWay?.about ?? 0;
      const screens = await walk(open, first, QUIET);
      assert.ok(
        screens.length <= 20 && Math.abs(screens.length - about) <= 4,
        `${screens.length} of ${about}`,
      );
      assert.deepEqual(screens.slice(0, 8), [1, 2, 3, 4, 5, 6, 7, 8]);
      const result = await resultNow(open);
      assert.equal(result.level, 'self-manage');
      assert.equal(result.explanations[0]?.id, 'pfp');
      assert.deepEqual(result.answers['hurts'], ['stairs-down', 'squat', 'sitting', 'that-is-all']);
      const state = await look(open);
      assert.deepEqual(
        [state.underWay, state.latest?.level, state.latest?.date, state.history.length],
        [null, 'self-manage', DAY, 1],
      );
    }));

  it('says that the urgent questions are behind only once no question could still raise one', () =>
    inHouse(async (open) => {
      let state = await begin(open);
      const said: boolean[] = [];
      while (state.underWay !== null) {
        said.push(state.underWay.urgentBehind);
        state = await move(open, await answerScreen(open, state, QUIET), 'next');
      }
      assert.deepEqual(
        said.slice(0, 8),
        Array.from({ length: 8 }, () => false),
      );
      assert.equal(said.at(-1), true);
      assert.equal(said.indexOf(true), said.lastIndexOf(false) + 1);
    }));

  it('resumes where it was left, with what was said on the screen, also after a restart', () =>
    withFolder(async (folder) => {
      const before = await openHouse({ day: DAY, folder });
      let state = await begin(before);
      state = await answerScreen(before, state, QUIET);
      state = await move(before, state, 'next');
      state = await say(before, state, 'place', ['kneecap', 'deep']);
      await before.close();
      const after = await openHouse({ day: '2026-11-18', folder });
      const resumed = await look(after);
      assert.deepEqual(resumed.underWay?.screen, state.underWay?.screen);
      assert.deepEqual(answerOf(resumed, 'place'), ['kneecap', 'deep']);
      // Asking to begin takes up what is under way.
      assert.equal((await begin(after)).underWay?.id, state.underWay?.id);
      await after.close();
    }));

  it('goes back with the answers in place, and proposes those of the screen it left', () =>
    inHouse(async (open) => {
      let state = await upTo(open, 'onset');
      state = await say(open, state, 'onset', 'injury');
      assert.deepEqual(ids(state), ['onset', 'event']);
      state = await move(open, state, 'back');
      assert.equal(answerOf(state, 'spot'), 'palm');
      state = await move(open, state, 'next');
      assert.equal(answerOf(state, 'onset'), 'injury');
      for (let screens = 0; screens < 3; screens += 1) state = await move(open, state, 'back');
      assert.equal(state.underWay?.canGoBack, false);
      const same = await move(open, state, 'back');
      assert.deepEqual(same.underWay?.screen, state.underWay?.screen);
    }));

  it('shows a question that depends on another one only once that is answered, and drops it again', () =>
    inHouse(async (open) => {
      let state = await upTo(open, 'onset');
      assert.deepEqual(ids(state), ['onset']);
      state = await say(open, state, 'onset', 'injury');
      state = await say(open, state, 'event', 'twist');
      state = await say(open, state, 'onset', 'gradual');
      assert.deepEqual(ids(state), ['onset']);
      await walk(open, state, QUIET);
      assert.equal('event' in (await resultNow(open)).answers, false);
    }));

  it('stores what was not answered as unsure, after the check at home was offered once', () =>
    inHouse(async (open) => {
      let state = await upTo(open, 'walking');
      state = await move(open, state, 'next');
      const [walking] = state.underWay?.screen.questions ?? [];
      assert.deepEqual([walking?.id, walking?.offered, walking?.said], ['walking', true, null]);
      state = await move(open, state, 'next');
      assert.notEqual(ids(state)[0], 'walking');
      await walk(open, state, QUIET);
      const { answers, provisional, level } = await resultNow(open);
      assert.equal(answers['walking'], 'unsure');
      assert.deepEqual([provisional, level], [true, 'physio']);
    }));

  it('offers the check at once where unsure is said, so that Next goes on', () =>
    inHouse(async (open) => {
      let state = await upTo(open, 'walking');
      state = await say(open, state, 'walking', 'unsure');
      assert.equal(state.underWay?.screen.questions[0]?.offered, true);
      state = await move(open, state, 'next');
      assert.notEqual(ids(state)[0], 'walking');
    }));

  it('takes a list in which nothing is ticked as unsure, never as none', () =>
    inHouse(async (open) => {
      let state = await upTo(open, 'medicines');
      state = await say(open, state, 'medicines', []);
      state = await say(open, state, 'bone-risk', ['none']);
      state = await move(open, state, 'next');
      await walk(open, state, QUIET);
      const { answers } = await resultNow(open);
      assert.deepEqual([answers['medicines'], answers['bone-risk']], ['unsure', ['none']]);
    }));

  it('asks what came up on a screen before it leaves it', () =>
    inHouse(async (open) => {
      let state = await upTo(open, 'calf');
      assert.ok(!ids(state).includes('clot-risk'));
      const { calf: _, ...rest } = QUIET;
      state = await answerScreen(open, state, rest);
      state = await move(open, state, 'next');
      state = await move(open, state, 'next');
      assert.equal(answerOf(state, 'calf'), 'unsure');
      assert.ok(ids(state).includes('clot-risk'));
    }));

  it('refuses an answer that is none, one to a question that is not shown, and one from another window', () =>
    inHouse(async (open) => {
      const state = await begin(open);
      const revision = state.underWay?.revision;
      for (const answers of [{ age: 'old' }, { age: 200 }, { hot: 'yes' }, { sex: 'male', colour: 'red' }])
        await open.json('POST', '/api/check/answer', { revision, answers }, 400);
      await say(open, state, 'age', 33);
      const refused = await open.json('POST', '/api/check/answer', { revision, answers: { age: 34 } }, 409);
      assert.equal((refused as { code: string }).code, 'changed');
      await open.json('POST', '/api/check/next', { revision }, 409);
      assert.equal(answerOf(await look(open), 'age'), 33);
    }));

  it('starts over from nothing when asked to', () =>
    inHouse(async (open) => {
      const state = await upTo(open, 'spot');
      const anew = await begin(open, 'over');
      assert.notEqual(anew.underWay?.id, state.underWay?.id);
      assert.deepEqual([ids(anew).slice(0, 2), answerOf(anew, 'age')], [['age', 'sex'], null]);
    }));

  it('asks what was left open, and only that, when taken up after its end', () =>
    inHouse(async (open) => {
      const { hurts: _, ...rest } = QUIET;
      await checkWith(open, rest);
      assert.ok((await resultNow(open)).askNext.some(({ id }) => id === 'hurts'));
      const state = await begin(open, 'open');
      assert.deepEqual(ids(state), ['hurts']);
      await walk(open, state, QUIET);
      assert.equal((await look(open)).history.length, 2);
      assert.equal((await resultNow(open)).answers['spot'], 'palm');
    }));

  it('notes a test done alone beside the result, where it weighs nothing', () =>
    inHouse(async (open) => {
      await open.json('POST', '/api/check/self-test', { id: 'outer-point', seen: 'seen' }, 404);
      const before = await checkWith(open, QUIET);
      const after = await open.json('POST', '/api/check/self-test', { id: 'outer-point', seen: 'seen' });
      assert.deepEqual(after, { ...before, selfTests: { 'outer-point': 'seen' } });
      await open.json('POST', '/api/check/self-test', { id: 'press-here', seen: 'seen' }, 400);
      assert.deepEqual((await resultNow(open)).selfTests, { 'outer-point': 'seen' });
    }));

  it('hears of a painkiller from the check-ins, whatever was said of medicines', () =>
    inHouse(async (open) => {
      for (const day of [3, 8, 12])
        await open.json(
          'POST',
          '/api/check-ins',
          {
            runId: null,
            side: 'right',
            when: 'during',
            atMs: Date.parse(`2026-11-${String(day).padStart(2, '0')}T09:00:00Z`),
            utcOffsetMin: 0,
            pain: 1,
            onsetM: null,
            stopSign: null,
            painkiller: true,
          },
          201,
        );
      const { painkillerRuns, advice } = await checkWith(open, QUIET);
      assert.equal(painkillerRuns, 2);
      assert.ok(advice.some(({ id }) => id === 'painkiller-before'));
    }));
});

/** What is asked of the runner elsewhere heeds the knee check: a raised sign leaves no run anywhere. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { z } from '@hono/zod-openapi';
import type { EventList, Settings, TodayShape } from '../api.ts';
import { reportFromStore } from '../report/report-from-store.ts';
import {
  answerScreen,
  begin,
  checkWith,
  look,
  move,
  QUIET,
  resultNow,
  type Said,
  say,
  walk,
} from '../testing/answer-check.ts';
import { type OpenHouse, openHouse } from '../testing/open-house.ts';
import { standingClock } from '../testing/open-house.ts';

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
const today = async (open: OpenHouse, date = '') =>
  (await open.json('GET', `/api/today${date === '' ? '' : `?date=${date}`}`)) as z.infer<typeof TodayShape>;
const settings = async (open: OpenHouse) =>
  (await open.json('GET', '/api/settings')) as z.infer<typeof Settings>;
const kinds = async (open: OpenHouse) =>
  ((await open.json('GET', '/api/events')) as z.infer<typeof EventList>).events.map(({ kind }) => kind);
const clear = (open: OpenHouse, date: string) =>
  open.json('POST', '/api/events', { kind: 'cleared-by-professional', date, who: 'Dr Roth' }, 201);
const actions = async (open: OpenHouse) => {
  const { store, runnerId } = open.house;
  const report = await reportFromStore(store, runnerId, { clock: standingClock(DAY) });
  return [(await today(open)).action, report.today.action, (await today(open, '2026-11-01')).action];
};
const NO_RUN = ['see-someone', 'see-someone', 'see-someone'];
const WAKES: Said = { ...QUIET, night: 'wakes', course: 'worse' };

describe('after a knee check', () => {
  it('without a sign the flags are answered, and family, side and ache come from it', () =>
    inHouse(async (open) => {
      assert.equal((await today(open)).action, 'ask-first');
      await checkWith(open, QUIET);
      const answer = await today(open);
      assert.notEqual(answer.action, 'ask-first');
      assert.deepEqual(
        [answer.family, answer.side, answer.ceiling, answer.questions],
        ['PF', 'right', 2, []],
      );
      assert.equal((await settings(open)).flags, 'none-raised');
      assert.deepEqual(await kinds(open), []);
    }));

  it('an emergency interrupts at once, in the middle of its screen, and nothing suggests a run', () =>
    inHouse(async (open) => {
      let state = await begin(open);
      while (!state.underWay?.screen.questions.some(({ id }) => id === 'breath'))
        state = await move(open, await answerScreen(open, state, QUIET), 'next');
      state = await say(open, state, 'breath', 'yes');
      assert.equal(state.underWay, null);
      assert.deepEqual([state.latest?.level, state.referred], ['emergency-now', true]);
      const { flags, until } = await resultNow(open);
      assert.deepEqual([flags[0]?.id, until], ['RF05', 'A']);
      assert.deepEqual(flags[0]?.because, [{ question: 'breath', answer: 'yes' }]);
      assert.deepEqual(await actions(open), NO_RUN);
    }));

  it('`today` interrupts at the end of the screen that settles it, not before', () =>
    inHouse(async (open) => {
      let state = await begin(open);
      while (!state.underWay?.screen.questions.some(({ id }) => id === 'fever'))
        state = await move(open, await answerScreen(open, state, QUIET), 'next');
      state = await answerScreen(open, state, { ...QUIET, fever: 'yes' });
      assert.notEqual(state.underWay, null);
      while (state.underWay !== null) {
        state = await move(open, state, 'next');
        if (state.underWay !== null) {
          assert.equal(state.referred, true);
          assert.deepEqual(await actions(open), NO_RUN);
          state = await answerScreen(open, state, QUIET);
        }
      }
      assert.equal(state.latest?.level, 'today');
      assert.deepEqual(await actions(open), NO_RUN);
    }));

  it('a sign of within days ends with the check and takes running from everything', () =>
    inHouse(async (open) => {
      const { level, mayRun, card } = await checkWith(open, WAKES);
      assert.deepEqual([level, mayRun, card], ['within-days', false, null]);
      assert.deepEqual(await actions(open), NO_RUN);
      assert.deepEqual([(await settings(open)).flags, await kinds(open)], ['raised', ['flag-raised']]);
    }));

  it('a sign raised in a check that was left halfway counts too', () =>
    inHouse(async (open) => {
      let state = await begin(open);
      const said: Said = { ...QUIET, swelling: 'huge' };
      for (let screens = 0; screens < 8; screens += 1)
        state = await move(open, await answerScreen(open, state, said), 'next');
      assert.notEqual(state.underWay, null);
      assert.equal(state.underWay?.noRun, true);
      assert.deepEqual(await actions(open), NO_RUN);
      // Starting over does not shake it off: the swelling is asked again, and unsure does not clear it.
      const { swelling: _, ...unsure } = QUIET;
      state = await begin(open, 'over');
      await walk(open, state, unsure);
      assert.deepEqual(await actions(open), NO_RUN);
      await checkWith(open, QUIET);
      assert.notEqual((await today(open)).action, 'see-someone');
    }));

  it('a sign counts from the moment it is said: on the screen that is shown, gone back from, and begun over', () =>
    inHouse(async (open) => {
      await checkWith(open, QUIET);
      let state = await begin(open);
      while (!(state.underWay?.screen.questions ?? []).some(({ id }) => id === 'straight-leg'))
        state = await move(open, await answerScreen(open, state, QUIET), 'next');
      state = await say(open, state, 'straight-leg', 'no');
      assert.deepEqual(await actions(open), NO_RUN);
      state = await move(open, state, 'back');
      assert.deepEqual(await actions(open), NO_RUN);
      state = await begin(open, 'over');
      assert.deepEqual(await actions(open), NO_RUN);
      const { 'straight-leg': _, ...unsure } = QUIET;
      await walk(open, state, unsure);
      assert.equal((await today(open)).distanceM.known, false);
      await checkWith(open, QUIET);
      assert.notEqual((await today(open)).action, 'see-someone');
    }));

  it('a tap by mistake that is corrected on its own screen leaves nothing behind', () =>
    inHouse(async (open) => {
      await checkWith(open, QUIET);
      let state = await begin(open);
      while (!(state.underWay?.screen.questions ?? []).some(({ id }) => id === 'straight-leg'))
        state = await move(open, await answerScreen(open, state, QUIET), 'next');
      state = await say(open, state, 'straight-leg', 'no');
      await say(open, state, 'straight-leg', 'yes');
      assert.notEqual((await today(open)).action, 'see-someone');
    }));

  it('settings cannot end what a check raised; they may raise', () =>
    inHouse(async (open) => {
      await checkWith(open, WAKES);
      for (const flags of ['unanswered', 'none-raised', 'unanswered', 'none-raised'])
        await open.json('PUT', '/api/settings', { flags });
      assert.deepEqual(await kinds(open), ['flag-raised']);
      assert.deepEqual(await actions(open), NO_RUN);
      await checkWith(open, QUIET);
      assert.notEqual((await today(open)).action, 'see-someone');
      await open.json('PUT', '/api/settings', { flags: 'raised' });
      assert.equal((await today(open)).action, 'see-someone');
    }));

  it('ends by a clearance after it, and only after it', () =>
    inHouse(async (open) => {
      await clear(open, '2026-11-10');
      await checkWith(open, WAKES);
      assert.equal((await today(open)).action, 'see-someone');
      await clear(open, '2026-11-16');
      assert.equal((await today(open)).action, 'see-someone');
      await clear(open, DAY);
      const state = await look(open);
      assert.deepEqual([(await today(open)).action === 'see-someone', state.referred], [false, false]);
      assert.equal((await resultNow(open)).cleared, true);
    }));

  it('is corrected by the whole check anew with a definite no, never by being unsure', () =>
    inHouse(async (open) => {
      await checkWith(open, WAKES);
      const { night: _, ...unsure } = WAKES;
      const again = await checkWith(open, unsure);
      assert.deepEqual([again.level, again.flags[0]?.id], ['within-days', 'RF23']);
      assert.deepEqual(await actions(open), NO_RUN);
      await checkWith(open, QUIET);
      assert.deepEqual((await kinds(open)).at(-1), 'answers-corrected');
      const after = await today(open);
      assert.notEqual(after.action, 'see-someone');
      assert.notEqual(after.light, 'GO');
    }));

  it('an emergency that was a mistake is asked again, and unsure about it interrupts again', () =>
    inHouse(async (open) => {
      let state = await begin(open);
      while (!state.underWay?.screen.questions.some(({ id }) => id === 'breath'))
        state = await move(open, await answerScreen(open, state, QUIET), 'next');
      await say(open, state, 'breath', 'yes');
      state = await begin(open);
      assert.equal(state.underWay?.corrects, true);
      await walk(open, state, { ...QUIET, breath: 'unsure' });
      assert.equal((await look(open)).latest?.level, 'emergency-now');
      await checkWith(open, QUIET);
      assert.equal((await look(open)).latest?.level, 'self-manage');
      assert.deepEqual(await kinds(open), ['flag-raised', 'flag-raised', 'answers-corrected']);
    }));

  it('flags that only a setting told of are corrected where every sign is certainly none', () =>
    inHouse(async (open) => {
      await open.json('PUT', '/api/settings', { flags: 'raised' });
      const { 'bone-risk': _, ...unsure } = QUIET;
      await checkWith(open, { ...unsure, place: ['shin'] });
      assert.equal((await today(open)).action, 'see-someone');
      await checkWith(open, QUIET);
      assert.notEqual((await today(open)).action, 'see-someone');
    }));

  it('what could not be checked stays unanswered until a clinician has looked', () =>
    inHouse(async (open) => {
      const { hot: _, fever: __, ...unsure } = QUIET;
      const { provisional, card } = await checkWith(open, { ...unsure, breath: 'unsure' });
      assert.deepEqual([provisional, card], [true, null]);
      assert.equal((await today(open)).action, 'ask-first');
      await open.json('PUT', '/api/settings', { flags: 'none-raised' });
      assert.equal((await today(open)).action, 'ask-first');
      await clear(open, '2026-11-18');
      assert.notEqual((await today(open)).action, 'ask-first');
    }));

  it('holds for 28 days', () =>
    inHouse(async (open) => {
      await checkWith(open, QUIET);
      assert.notEqual((await today(open, '2026-12-15')).action, 'ask-first');
      assert.equal((await today(open, '2026-12-16')).action, 'ask-first');
    }));

  it('a painkiller before runs lowers the ceiling by one class', () =>
    inHouse(async (open) => {
      const tendon: Said = {
        ...QUIET,
        place: ['below-kneecap'],
        spot: 'point',
        timing: 'warms-up',
        hurts: ['jumping', 'squat', 'speed'],
      };
      await checkWith(open, tendon);
      assert.deepEqual([(await settings(open)).family, (await today(open)).ceiling], ['TE', 5]);
      await checkWith(open, { ...tendon, medicines: ['painkiller-before'] });
      assert.equal((await today(open)).ceiling, 3);
    }));
});

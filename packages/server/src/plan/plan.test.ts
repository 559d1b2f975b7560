import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { z } from '@hono/zod-openapi';
import type { MoveResult, Plan } from '../api.ts';
import { openHouse, type OpenHouse } from '../testing/open-house.ts';

type Page = z.infer<typeof Plan>;
type Session = Page['sessions'][number];
const look = async (open: OpenHouse, weeks = 4): Promise<Page> =>
  (await open.json('GET', `/api/plan?weeks=${weeks}`)) as Page;
const move = async (open: OpenHouse, sessionId: string, to: string | null) =>
  (await open.json('POST', '/api/plan/move', { sessionId, to })) as z.infer<typeof MoveResult>;
const ics = async (open: OpenHouse): Promise<string> => (await open.ask('GET', '/api/plan.ics')).text();
const isRun = (session: Session): boolean => 'distanceM' in session;
const events = (text: string): Map<string, string> =>
  new Map(
    text
      .replaceAll('\r\n ', '')
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((each) => [/UID:(\S+)/.exec(each)?.[1] ?? '', each]),
  );
const sequence = (event = ''): number => Number(/SEQUENCE:(\d+)/.exec(event)?.[1] ?? Number.NaN);

async function withSample(test: (open: OpenHouse) => Promise<void>): Promise<void> {
  const open = await openHouse();
  try {
    await open.json('POST', '/api/sample', undefined, 201);
    await test(open);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
}

it('plans what today’s answer gives: the first run is today’s, at its distance and ceiling', () =>
  withSample(async (open) => {
    const plan = await look(open);
    const today = (await open.json('GET', '/api/today')) as {
      date: string;
      distanceM: { known: true; value: number };
      ceiling: number;
    };
    const first = plan.sessions.find(isRun);
    assert.ok(first !== undefined && 'distanceM' in first);
    assert.equal(plan.date, today.date);
    assert.ok(first.distanceM.known && first.distanceM.value <= today.distanceM.value);
    assert.equal(first.ceiling, today.ceiling);
    assert.ok(plan.sessions.every(({ why }) => why.length > 0));
    assert.deepEqual(await look(open), plan);
  }));

it('keeps a session where it was put if nothing stands against it, names what does, and takes a move back', () =>
  withSample(async (open) => {
    const before = await look(open);
    const run = before.sessions.filter(isRun)[1];
    assert.ok(run !== undefined);
    const outOfTime = await move(open, run.id, '2026-11-10');
    assert.deepEqual([outOfTime.kept, outOfTime.problems.map(({ code }) => code)], [false, ['in-the-past']]);
    assert.deepEqual(await look(open), before);
    const next = new Date(Date.parse(run.date) + 86_400_000).toISOString().slice(0, 10);
    const moved = await move(open, run.id, next);
    assert.deepEqual(moved, { kept: true, problems: [] });
    const after = (await look(open)).sessions.find(({ id }) => id === run.id);
    assert.deepEqual([after?.date, after?.moved], [next, true]);
    await move(open, run.id, null);
    assert.deepEqual((await look(open)).sessions, before.sessions);
    await open.json('POST', '/api/plan/move', { sessionId: 'run-2020-01-01-0', to: next }, 404);
    await open.json('POST', '/api/plan/move', { sessionId: run.id, to: '2026-02-30' }, 400);
  }));

it('plans towards a race, says whether it is on offer, and lets it go again', () =>
  withSample(async (open) => {
    const race = { date: '2027-01-31', distanceM: 10_000, terrain: 'trail' };
    const planned = (await open.json('PUT', '/api/plan/race', { race })) as Page;
    assert.deepEqual(planned.raceAsked, race);
    assert.equal(planned.race?.offered, 'yet-to-tell');
    const near = { date: '2026-11-29', distanceM: 42_195, terrain: 'road' };
    assert.equal(((await open.json('PUT', '/api/plan/race', { race: near })) as Page).race?.offered, 'no');
    assert.equal(((await open.json('PUT', '/api/plan/race', { race: null })) as Page).race, null);
    await open.json('PUT', '/api/plan/race', { race: { ...race, date: '2026-11-16' } }, 409);
    await open.json('PUT', '/api/plan/race', { race: { ...race, distanceM: 0 } }, 400);
  }));

it('hands out a calendar whose names stay, and counts up only what a move changed', () =>
  withSample(async (open) => {
    const first = events(await ics(open));
    const { sessions } = await look(open);
    assert.equal(first.size, sessions.length);
    assert.deepEqual([...events(await ics(open)).keys()], [...first.keys()]);
    const run = sessions.filter(isRun)[1];
    assert.ok(run !== undefined);
    const next = new Date(Date.parse(run.date) + 86_400_000).toISOString().slice(0, 10);
    assert.equal((await move(open, run.id, next)).kept, true);
    const second = events(await ics(open));
    const uid = [...first.keys()].find((name) => name.startsWith(`${run.id}.`)) ?? '';
    assert.deepEqual([sequence(first.get(uid)), sequence(second.get(uid))], [0, 1]);
    assert.match(second.get(uid) ?? '', new RegExp(`DTSTART;VALUE=DATE:${next.replaceAll('-', '')}`));
    assert.ok([...first.keys()].every((name) => second.has(name)));
    const miles = await (await open.ask('GET', '/api/plan.ics?units=mi')).text();
    assert.match(miles, /SUMMARY:Easy run\\, [\d.]+\u00A0mi/);
  }));

it('gives a planned run as a workout for the watch, and none for what is no run', () =>
  withSample(async (open) => {
    const { sessions } = await look(open);
    const run = sessions.find(isRun);
    const other = sessions.find((session) => !isRun(session));
    const response = await open.ask('GET', `/api/plan/workouts/${run?.id}.fit`);
    assert.equal(response.status, 200);
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.equal(new TextDecoder().decode(bytes.slice(8, 12)), '.FIT');
    await open.json('GET', `/api/plan/workouts/${other?.id}.fit`, undefined, 404);
  }));

it('shows no run once a red flag is raised, says why, and strikes every run out of the calendar', () =>
  withSample(async (open) => {
    const before = events(await ics(open));
    await open.json('POST', '/api/events', { kind: 'flag-raised', date: '2026-11-17' }, 201);
    await open.json('PUT', '/api/settings', { flags: 'raised' });
    const plan = await look(open);
    assert.deepEqual(plan.sessions.filter(isRun), []);
    assert.equal(plan.blocked?.code, 'refer');
    assert.equal(plan.replan?.why, 'flag-raised');
    const after = events(await ics(open));
    assert.ok([...before.keys()].every((uid) => /STATUS:CANCELLED/.test(after.get(uid) ?? '')));
  }));

it('on a day on which the questions are open, plans nothing', async () => {
  const open = await openHouse({ day: '2026-11-17' });
  try {
    const plan = await look(open);
    assert.deepEqual([plan.sessions.filter(isRun), plan.blocked?.code], [[], 'flags-open']);
    await open.json('GET', '/api/plan?weeks=0', undefined, 400);
    await open.json('GET', '/api/plan?weeks=27', undefined, 400);
  } finally {
    await open.close();
  }
});

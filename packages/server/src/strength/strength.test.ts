import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { z } from '@hono/zod-openapi';
import type { Strength, StrengthSession } from '../api.ts';
import { strengthFor } from './strength-for.ts';
import { openHouse, type OpenHouse } from '../testing/open-house.ts';

type Page = z.infer<typeof Strength>;
type Session = z.infer<typeof StrengthSession>;
const DAY = '2026-11-17';
const look = async (open: OpenHouse): Promise<Page> => (await open.json('GET', '/api/strength')) as Page;
const tell = async (open: OpenHouse, said: object, status = 200): Promise<Page> =>
  (await open.json('PUT', '/api/strength/said', said, status)) as Page;
const keep = (open: OpenHouse, session: Session, status = 201) =>
  open.json('POST', '/api/strength/sessions', session, status);

/** As the player would tell of today's session, done in full. */
const doneOf = (
  { items, phase, day }: Page,
  id: string,
  date: string,
  pain = 0,
  oneLegLess = 0,
): Session => ({
  id,
  date,
  atMs: Date.parse(`${date}T18:00:00Z`),
  phase,
  day,
  rpe: 6,
  exercises: items.map((item) => ({
    exercise: item.exercise,
    level: item.level,
    short: item.short,
    askedSets: item.sets,
    askedTop: (item.reps ?? item.holdS)?.[1] ?? 0,
    pain,
    formLost: false,
    sets: (item.perSide ? (['left', 'right'] as const) : [null]).flatMap((side) =>
      Array.from({ length: item.sets }, () => ({
        side,
        reps: item.reps === null ? null : item.reps[1] - (side === 'left' ? oneLegLess : 0),
        holdS: item.holdS?.[1] ?? null,
        loadKg: item.weighted ? 10 : null,
        reserve: item.reserve?.[1] ?? null,
      })),
    ),
  })),
});

/** Answers that leave a knee with an ache and no sign. */
const begin = async (open: OpenHouse): Promise<void> => {
  await open.json('PUT', '/api/settings', { flags: 'none-raised', ache: 'yes', family: 'PF' });
};
const morning = (open: OpenHouse, date: string, pain: number) =>
  open.json(
    'POST',
    '/api/check-ins',
    {
      runId: null,
      side: 'right',
      when: 'next-morning',
      atMs: Date.parse(`${date}T07:00:00Z`),
      utcOffsetMin: 0,
      pain,
      onsetM: null,
      stopSign: false,
      painkiller: false,
    },
    201,
  );

it('begins with the calm list of this knee, each line with its dose and its reason', async () => {
  const open = await openHouse({ day: DAY });
  try {
    await begin(open);
    const page = await look(open);
    assert.deepEqual([page.kind, page.phase, page.date], ['session', 'calm', DAY]);
    assert.deepEqual(
      page.items.map(({ exercise }) => exercise),
      ['side_lying_abduction', 'glute_bridge', 'straight_leg_raise', 'wall_sit'],
    );
    for (const { sets, reps, holdS, reasons, painLimit } of page.items) {
      assert.ok(sets > 0 && (reps !== null || holdS !== null));
      assert.ok(reasons.length > 0);
      assert.equal(painLimit, 3);
    }
    assert.equal(page.unlock.open, false);
    assert.ok(page.unlock.criteria.some(({ code, met }) => code === 'calf-raises' && met === 'unknown'));
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('a session that was done is in the history once, ends today’s, and can be taken back', async () => {
  const open = await openHouse({ day: DAY });
  try {
    await begin(open);
    const session = doneOf(await look(open), 'session-1', DAY, 1, 4);
    await keep(open, session);
    // Sent again, as after an answer that got lost.
    await keep(open, { ...session, rpe: 9 });
    const after = await look(open);
    assert.deepEqual(after.sessions, [session]);
    assert.deepEqual([after.kind, after.reasons[0]?.code, after.items.length], ['rest', 'done-today', 0]);
    assert.ok(after.list.length > 0);
    const leg = after.balance.find(({ exercise }) => exercise === 'side_lying_abduction');
    assert.equal(leg?.weaker, 'left');
    await open.json('DELETE', '/api/strength/sessions/session-1');
    await open.json('DELETE', '/api/strength/sessions/session-1', undefined, 404);
    assert.deepEqual([(await look(open)).kind, (await look(open)).sessions], ['session', []]);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('goes on to building after five sessions and three settled mornings, once stairs are told', async () => {
  const open = await openHouse({ day: DAY });
  try {
    await begin(open);
    // The way in was passed: the ladder, not CALM.
    await open.json('POST', '/api/events', { kind: 'way-in-passed', date: '2026-11-08' }, 201);
    const page = await look(open);
    for (const [at, date] of ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'].entries())
      await keep(open, doneOf(page, `calm-session-${at}`, date));
    for (const date of ['2026-11-15', '2026-11-16', DAY]) await morning(open, date, 0);
    const asked = await look(open);
    assert.equal(asked.phase, 'calm');
    assert.equal(asked.nextPhase.find(({ code }) => code === 'stairs-within-ceiling')?.met, 'unknown');
    const told = await tell(open, { stairs: { pain: 1 } });
    assert.deepEqual([told.phase, told.said.stairs], ['build', { pain: 1, date: DAY }]);
    const squat = told.items.find(({ exercise }) => exercise === 'squat');
    assert.deepEqual([squat?.dose, squat?.tempo], ['heavy', [3, 0, 3]]);
    assert.equal((await tell(open, { stairs: { pain: 3 } })).phase, 'calm');
    assert.equal((await tell(open, { stairs: null })).said.stairs, undefined);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('uses what there is: a machine that was named stands in the list', async () => {
  const open = await openHouse({ day: DAY });
  try {
    await open.json('PUT', '/api/settings', { flags: 'none-raised', ache: 'yes', family: 'TE' });
    assert.ok((await look(open)).items.every(({ exercise }) => exercise !== 'leg_extension'));
    const { items, said } = await tell(open, { kit: ['gym'] });
    assert.ok(items.some(({ exercise }) => exercise === 'leg_extension'));
    assert.deepEqual(said.kit, ['gym']);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('gives nothing to do, not even a warm-up, while a sign is raised or the questions are open', async () => {
  const open = await openHouse({ day: DAY });
  try {
    const first = await look(open);
    assert.deepEqual([first.kind, first.items, first.list, first.routines], ['ask-first', [], [], []]);
    await open.json('PUT', '/api/settings', { flags: 'raised', ache: 'yes' });
    const raised = await look(open);
    assert.deepEqual(
      [raised.kind, raised.items, raised.list, raised.routines, raised.jumps],
      ['refer', [], [], [], null],
    );
    assert.equal(raised.reasons[0]?.code, 'refer');
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('keeps heavy work from the day before a long or hard run', async () => {
  const open = await openHouse();
  try {
    await open.json('POST', '/api/sample', undefined, 201);
    // A week of September, when nothing ached: the simulated runner ran long on Sundays.
    await open.json('PUT', '/api/settings', { onset: null, ache: 'no', flags: 'none-raised' });
    const { store, runnerId, clock } = open.house;
    const found = new Set<string>();
    for (let day = 14; day <= 20; day += 1) {
      const { kind, phase, reasons } = await strengthFor(store, runnerId, `2026-09-${day}`, clock);
      assert.equal(phase, 'build');
      found.add(kind === 'session' ? kind : (reasons[0]?.code ?? ''));
    }
    assert.deepEqual([...found].sort(), ['hard-run-tomorrow', 'session']);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

it('refuses what nobody does', async () => {
  const open = await openHouse({ day: DAY });
  try {
    await begin(open);
    const session = doneOf(await look(open), 'session-1', DAY);
    const [first] = session.exercises;
    assert.ok(first);
    const wrong: Partial<Record<keyof Session, unknown>>[] = [
      { id: 'short' },
      { date: '2026-02-30' },
      { rpe: 11 },
      { exercises: [{ ...first, pain: -1 }] },
      { exercises: [{ ...first, exercise: 'handstand' }] },
      { exercises: [{ ...first, sets: [{ ...first.sets[0], loadKg: 1001 }] }] },
    ];
    for (const more of wrong) await keep(open, { ...session, ...more } as Session, 400);
    await tell(open, { stairs: { pain: 11 } }, 400);
    await tell(open, { kit: ['rope'] }, 400);
    assert.deepEqual((await look(open)).sessions, []);
    assert.deepEqual(open.errors, []);
  } finally {
    await open.close();
  }
});

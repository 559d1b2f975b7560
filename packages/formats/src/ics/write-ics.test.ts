import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PlanSession, PlannedStrengthSession, WeeksAhead } from '@kneewise/engine';
import type { CalendarEvent, PublishedEvent } from './calendar.ts';
import { MOST_OCTETS, contentLine, escapeText } from './content-line.ts';
import { planEvents } from './plan-events.ts';
import { publishEvents } from './publish-events.ts';
import { writeIcs } from './write-ics.ts';

const AT = Date.UTC(2026, 10, 24, 6, 30, 5);
const event = (more: Partial<PublishedEvent> = {}): PublishedEvent => ({
  uid: 'run-2026-11-23-0.abc@kneewise',
  when: { kind: 'day', date: '2026-11-24' },
  summary: 'Easy run',
  description: '',
  categories: [],
  cancelled: false,
  sequence: 0,
  changedAtMs: AT,
  ...more,
});

/** Reads a calendar back by the letter of the standard: unfold, split at the first colon outside quotes, unescape. */
function read(text: string): Map<string, string>[] {
  assert.ok(text.endsWith('\r\n'));
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  const events: Map<string, string>[] = [];
  for (const line of lines) {
    assert.ok(!/[\r\n]/.test(line), line);
    const colon = line.indexOf(':');
    assert.ok(colon > 0, line);
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1)];
    if (line === 'BEGIN:VEVENT') events.push(new Map());
    events.at(-1)?.set(
      name,
      value.replaceAll(/\\(.)/g, (_, after: string) => (after === 'n' ? '\n' : after)),
    );
  }
  return events;
}
const of = (more: Partial<PublishedEvent>): Map<string, string> =>
  read(writeIcs({ name: 'Plan', events: [event(more)] }, AT))[0] ?? new Map();

describe('a calendar', () => {
  it('is written by the letter', () => {
    assert.equal(
      writeIcs({ name: 'Knee plan', events: [event({ description: 'Stop at 2/10' })] }, AT),
      `${[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Kneewise//Kneewise plan//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'NAME:Knee plan',
        'X-WR-CALNAME:Knee plan',
        'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
        'X-PUBLISHED-TTL:PT6H',
        'BEGIN:VEVENT',
        'UID:run-2026-11-23-0.abc@kneewise',
        'DTSTAMP:20261124T063005Z',
        'SEQUENCE:0',
        'LAST-MODIFIED:20261124T063005Z',
        'DTSTART;VALUE=DATE:20261124',
        'DTEND;VALUE=DATE:20261125',
        'SUMMARY:Easy run',
        'DESCRIPTION:Stop at 2/10',
        'STATUS:CONFIRMED',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n')}\r\n`,
    );
  });
  it('has times of the wall clock, over midnight and the year', () => {
    const late = of({ when: { kind: 'local', date: '2026-12-31', startMinute: 1410, durationMin: 45 } });
    assert.deepEqual([late.get('DTSTART'), late.get('DTEND')], ['20261231T233000', '20270101T001500']);
  });
  it('strikes out what was cancelled', () => {
    assert.equal(of({ cancelled: true, sequence: 3 }).get('STATUS'), 'CANCELLED');
    assert.equal(of({ sequence: 3 }).get('SEQUENCE'), '3');
  });
  it('escapes what would end a value', () => {
    assert.equal(escapeText('a;b,c\\d\ne\r\nf\u0007'), String.raw`a\;b\,c\\d\ne\nf`);
    assert.equal(of({ summary: 'Run; easy, 5\\10' }).get('SUMMARY'), 'Run; easy, 5\\10');
  });
  it('keeps every text, in lines of at most 75 octets that cut no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const line = contentLine('DESCRIPTION', escapeText(text));
        for (const each of line.slice(0, -2).split('\r\n')) {
          assert.ok(new TextEncoder().encode(each).length <= MOST_OCTETS);
        }
        const back = of({ description: text === '' ? '-' : text }).get('DESCRIPTION');
        const kept = text
          .replaceAll(/\r\n|\r|\n/g, '\n')
          // eslint-disable-next-line no-control-regex
          .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
          .replaceAll(/\p{Surrogate}/gu, '\uFFFD');
        assert.equal(back, text === '' ? '-' : kept);
      }),
      { numRuns: 300 },
    );
  });
  it('folds at 75 octets and not before', () => {
    const folds = (octets: number) => contentLine('X', 'a'.repeat(octets - 2)).split('\r\n').length - 1;
    assert.deepEqual([folds(74), folds(75), folds(76)], [1, 1, 2]);
  });
  it('throws for what no calendar could read', () => {
    const wrong: readonly Partial<PublishedEvent>[] = [
      { uid: 'a b' },
      { uid: '' },
      { sequence: -1 },
      { when: { kind: 'day', date: '2026-02-30' } },
      { when: { kind: 'local', date: '2026-11-24', startMinute: 1440, durationMin: 10 } },
      { when: { kind: 'local', date: '2026-11-24', startMinute: 10, durationMin: 0 } },
    ];
    for (const more of wrong) assert.throws(() => of(more), RangeError);
    assert.throws(() => writeIcs({ name: 'a', events: [event(), event()] }, AT), RangeError);
  });
});

describe('events that go out again', () => {
  const { sequence: _sequence, changedAtMs: _changed, ...plain } = event();
  const first = publishEvents([], [plain], '2026-11-24', AT);
  it('begin at 0', () => {
    assert.deepEqual(first, [event()]);
  });
  it('stay as they are while nothing changes', () => {
    assert.deepEqual(publishEvents(first, [plain], '2026-11-24', AT + 1000), first);
  });
  it('keep their uid and count up when they move or change', () => {
    const moved: CalendarEvent = { ...plain, when: { kind: 'day', date: '2026-11-25' } };
    const second = publishEvents(first, [moved], '2026-11-24', AT + 1000);
    assert.deepEqual(second, [{ ...moved, sequence: 1, changedAtMs: AT + 1000 }]);
    const third = publishEvents(second, [{ ...moved, summary: 'Rest' }], '2026-11-24', AT + 2000);
    assert.equal(third[0]?.sequence, 2);
  });
  it('are cancelled once they are gone, and left alone once they are over', () => {
    const gone = publishEvents(first, [], '2026-11-24', AT + 1000);
    assert.deepEqual([gone[0]?.cancelled, gone[0]?.sequence], [true, 1]);
    assert.deepEqual(publishEvents(gone, [], '2026-11-25', AT + 2000), gone);
    assert.deepEqual(publishEvents(first, [], '2026-11-25', AT + 1000), first);
    assert.deepEqual(publishEvents(first, [], '2026-12-25', AT + 1000), []);
  });
  it('come back with a higher count than when they were cancelled', () => {
    const gone = publishEvents(first, [], '2026-11-24', AT + 1000);
    const again = publishEvents(gone, [plain], '2026-11-24', AT + 2000);
    assert.deepEqual([again[0]?.cancelled, again[0]?.sequence], [false, 2]);
  });
});

describe('sessions of a plan', () => {
  const session = (more: Partial<PlannedStrengthSession> = {}): PlannedStrengthSession => ({
    id: 'strength-2026-11-23-A0',
    date: '2026-11-24',
    kind: 'strength',
    slot: 'A',
    heavy: true,
    afterRun: true,
    why: [],
    provisional: false,
    moved: false,
    ...more,
  });
  const plan = (sessions: readonly PlanSession[]) => ({ sessions }) as unknown as WeeksAhead;
  const events = (sessions: readonly PlanSession[], startMinute: number | null) =>
    planEvents(plan(sessions), {
      calendarId: 'k7',
      startMinute,
      say: ({ kind }) => ({ summary: kind, description: '', category: 'Kneewise' }),
    });
  it('take the day, or the runner’s hour, strength six hours after the run', () => {
    assert.deepEqual(events([session()], null)[0]?.when, { kind: 'day', date: '2026-11-24' });
    assert.deepEqual(events([session()], 420)[0]?.when, {
      kind: 'local',
      date: '2026-11-24',
      startMinute: 780,
      durationMin: 40,
    });
    const begins = (each: PlannedStrengthSession, startMinute: number) =>
      events([each], startMinute).map(({ when }) => (when.kind === 'local' ? when.startMinute : null));
    assert.deepEqual(begins(session({ afterRun: false }), 420), [420]);
    assert.deepEqual(begins(session(), 1080), [1230]);
  });
  it('are named by the plan’s id and the runner’s', () => {
    assert.equal(events([session()], null)[0]?.uid, 'strength-2026-11-23-A0.k7@kneewise');
  });
});

/** A plan being written: what is imagined so far, and what the days ahead are reserved for. */
import { DAYS_PER_WEEK, isoDay, mondayOf, parseIsoDay, weekdayOf } from '../calendar/civil-day.ts';
import type { Imagined } from './imagined.ts';
import { runDaysOf } from './imagined.ts';
import type {
  ChangeKind,
  MadeChange,
  PlanInput,
  PlannedRun,
  PlanProblem,
  RaceOffer,
  RequestedKind,
} from './plan-types.ts';
import type { Taper } from './race.ts';
import { MOST_RUNS, habitDays, weekDays } from './week-days.ts';

/** A run that a week holds, whatever day it ends on. */
export interface Slot {
  readonly id: string;
  /** Day number it is meant for. */
  readonly day: number;
  readonly moved: boolean;
}

export interface RacePlan {
  readonly day: number;
  offer: RaceOffer | null;
  tapers: readonly Taper[];
  /** Metres planned in each taper so far. */
  readonly usedM: Map<Taper, number>;
}

export interface Draft {
  readonly input: PlanInput;
  readonly life: Imagined;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly moves: ReadonlyMap<string, number>;
  slots: Slot[];
  readonly runs: PlannedRun[];
  readonly changes: (MadeChange & { readonly sessionId: string | null })[];
  readonly problems: PlanProblem[];
  requested: readonly RequestedKind[];
  frequency: number;
  /** One more run a week from next Monday on; it is told with the first run of that week. */
  frequencyFrom: number | null;
  /** The last step of the ladder that was run or planned. */
  lastStep: number | null;
  readonly race: RacePlan | null;
  /** Kinds of hard work the present week already has, and runs with a beat. */
  week: {
    monday: number;
    done: Set<ChangeKind | 'another'>;
    beats: number;
    runs: number;
  };
}

/** Weeks that make a habit. Our choice. */
const HABIT_WEEKS = 4;
/** Running days in four weeks from which two days in a row are open in GO. As the gates have it. Our choice */
const IN_A_ROW_RUNS = 16;
const LADDER_RUNS = 3;

/**
 * Runs a week as they have been, 1 to 5. On the ladder three. A run that the plan added lately counts from the day it
 * was added, although four weeks do not show it yet.
 */
export function usualRuns(
  runDays: readonly number[],
  today: number,
  onLadder: boolean,
  changes: readonly MadeChange[],
): number {
  if (onLadder) return LADDER_RUNS;
  const days = HABIT_WEEKS * DAYS_PER_WEEK;
  const before = (day: number): number =>
    Math.round(runDays.filter((ran) => ran < day && day - ran <= days).length / HABIT_WEEKS);
  const added = changes
    .filter(({ kind }) => kind === 'frequency')
    .map(({ date }) => parseIsoDay(date))
    .filter((day) => day <= today && today - day <= days)
    .sort((a, b) => a - b);
  const [first] = added;
  const meant = first === undefined ? 0 : Math.max(1, before(first)) + added.length;
  return Math.min(MOST_RUNS, Math.max(1, before(today), meant));
}

export const slotId = (monday: number, n: number): string => `run-${isoDay(monday)}-${n}`;

/** Reserves the days of a week from `from` on. Slots that lie before it are over. */
export function reserveWeek(draft: Draft, from: number, onLadder: boolean): void {
  const { input, life, firstDay } = draft;
  const monday = mondayOf(from);
  const ran = runDaysOf(life);
  const recent = ran.filter((day) => day < from && from - day <= HABIT_WEEKS * DAYS_PER_WEEK).length;
  const runs = onLadder ? Math.min(LADDER_RUNS, draft.frequency) : draft.frequency;
  const weekdays = weekDays({
    runs: input.mostRuns === null ? runs : Math.max(1, Math.min(runs, input.mostRuns)),
    onLadder,
    said: input.days,
    habit: habitDays(ran, firstDay),
    daysInARow: !onLadder && recent >= IN_A_ROW_RUNS,
    ranOnSunday: ran.includes(monday - 1),
  });
  const slots = weekdays.map((weekday, n): Slot => {
    const id = slotId(monday, n);
    const moved = draft.moves.get(id);
    return { id, day: moved ?? monday + weekday, moved: moved !== undefined };
  });
  const doneBefore = ran.filter((day) => day >= monday && day < from).length;
  const ahead = slots.filter(({ day, moved }) => day >= from || moved);
  // What was run this week already counts: the last slots of the week stay.
  const room = Math.max(0, slots.length - doneBefore);
  const kept = ahead.length > room ? ahead.slice(ahead.length - room) : ahead;
  draft.slots = [...draft.slots.filter(({ moved, day }) => moved && day >= from), ...kept];
  const workDone = (input.workDone ?? []).filter(({ date }) => {
    const day = parseIsoDay(date);
    return day >= monday && day < from;
  });
  draft.week = { monday, done: new Set(workDone.map(({ kind }) => kind)), beats: 0, runs: doneBefore };
}

/** How often a kind was raised, in the past and in this plan, and the last day. */
export function madeOf(draft: Draft): (kind: ChangeKind) => { times: number; lastDay: number | null } {
  const made = new Map<ChangeKind, { times: number; lastDay: number | null }>();
  const cadence = draft.input.cadence;
  const all: readonly MadeChange[] = [
    ...draft.input.changes,
    ...(cadence && !draft.input.changes.some(({ kind }) => kind === 'cadence')
      ? [{ kind: 'cadence' as const, date: cadence.startedOn }]
      : []),
    ...draft.changes,
  ];
  for (const { kind, date } of all) {
    const day = parseIsoDay(date);
    const before = made.get(kind);
    made.set(kind, { times: (before?.times ?? 0) + 1, lastDay: Math.max(before?.lastDay ?? day, day) });
  }
  return (kind) => made.get(kind) ?? { times: 0, lastDay: null };
}

/** The slot a day belongs to: its own, else one that the gates have pushed back and that no later one has overtaken. */
export function slotFor(draft: Draft, day: number): Slot | null {
  const own = draft.slots.find((slot) => slot.day === day);
  if (own) return own;
  const overdue = draft.slots.findLast((slot) => slot.day < day);
  if (!overdue) return null;
  const next = draft.slots.reduce(
    (least, slot) => (slot.day > day ? Math.min(least, slot.day) : least),
    Infinity,
  );
  // A run tomorrow would be shut by one today.
  return next - day >= 2 && weekdayOf(day) >= weekdayOf(overdue.day) ? overdue : null;
}

export const dropSlot = (draft: Draft, id: string): void => {
  draft.slots = draft.slots.filter((slot) => slot.id !== id);
};

/** Overdue slots that a later one has overtaken are gone: missed runs are not made up. */
export function dropOvertaken(draft: Draft, day: number): void {
  const sameDay = draft.slots.some((slot) => slot.day === day);
  if (sameDay) draft.slots = draft.slots.filter((slot) => slot.day >= day);
}

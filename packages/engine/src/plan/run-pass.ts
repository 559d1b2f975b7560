/** The runs of the weeks ahead, day by day: each is asked of `today` on a history in which all before went quietly. */
import { DAYS_PER_WEEK, isoDay, mondayOf, weekdayOf } from '../calendar/civil-day.ts';
import { known } from '../measured.ts';
import { type LadderStep, rungOf, runningMinutes } from '../pain/ladder.ts';
import type { Today } from '../today/today-types.ts';
import { IMAGINED_SPEED_MPS, buildRun, toldDown } from './build-run.ts';
import { DAYS_BETWEEN_KINDS } from './change-order.ts';
import { type Draft, type Slot, dropOvertaken, dropSlot, reserveWeek, slotFor } from './draft.ts';
import { addMorning, askToday, runDaysOf, standingOn } from './imagined.ts';
import { place } from './place-run.ts';
import type { ChangeKind, PlannedRun, RequestedKind, RunKind } from './plan-types.ts';
import { planReason } from './plan-reasons.ts';
import { LAST_LONG_DAYS } from './race.ts';
import { judgeRace, raceRun, roundRace } from './round-race.ts';
import { surfaceFor, workFor } from './run-parts.ts';
import {
  type Standing,
  anyMayRise,
  daysSinceOthers,
  heavyYesterday,
  longDayComes,
  sizeRun,
  standing,
  startedCadence,
  turnOf,
} from './size-run.ts';

/** Shorter than this no run is worth its shoes, metres. Our choice. */
const LEAST_RUN_M = 1000;
const SECONDS_PER_MINUTE = 60;

const isRequested = (kind: ChangeKind): kind is RequestedKind =>
  kind === 'rough-ground' || kind === 'new-shoe' || kind === 'cadence' || kind === 'jumps';

/** A walk-run step; it waits where another change has the week, and is left out where a race leaves no room. */
function ladderRun(
  draft: Draft,
  slot: Slot,
  day: number,
  answer: Today,
  asked: LadderStep,
): PlannedRun | null {
  const easySpeedMps = standingOn(draft.life, day).ground.easySpeedMps;
  const before = draft.lastStep;
  const frozen =
    before !== null &&
    asked.step > before &&
    (heavyYesterday(draft, day) ||
      startedCadence(draft, day) ||
      daysSinceOthers(draft, day, 'ladder-step') < DAYS_BETWEEN_KINDS);
  const ladder = frozen ? rungOf(before) : asked;
  const isNew = before !== null && ladder.step > before;
  const runningS = runningMinutes(ladder) * SECONDS_PER_MINUTE;
  const metres = easySpeedMps === null ? answer.distanceM : known(toldDown(runningS * easySpeedMps));
  // A step cannot be shortened as a run can.
  const aboutM = runningS * (easySpeedMps ?? IMAGINED_SPEED_MPS);
  if (roundRace(draft, day, aboutM).metres < aboutM) return null;
  return buildRun(draft, {
    slot,
    day,
    answer,
    kind: 'walk-run',
    distanceM: ladder === asked ? answer.distanceM : metres,
    ladder,
    easySpeedMps,
    work: null,
    surface: 'even',
    change: isNew ? 'ladder-step' : null,
    why: [
      planReason(isNew || before === null ? 'ladder-step' : 'ladder-repeat', { step: ladder.step }),
      ...(frozen ? [planReason('step-waits')] : []),
    ],
  });
}

/** What may rise on this run besides its distance; frequency waits for the next Monday. */
function risesToday(draft: Draft, at: Standing, isLong: boolean, mayRise: boolean): ChangeKind | null {
  if (!mayRise) return null;
  const turn = turnOf(draft, at);
  if (turn === null || turn === 'duration' || turn === 'ladder-step') return null;
  if (daysSinceOthers(draft, at.day, turn) < DAYS_BETWEEN_KINDS) return null;
  if (turn === 'frequency') {
    draft.frequencyFrom ??= mondayOf(at.day) + DAYS_PER_WEEK;
    return null;
  }
  return isLong || draft.week.done.has(turn) ? null : turn;
}

function wholeRun(draft: Draft, slot: Slot, day: number, answer: Today, allowed: number): PlannedRun | null {
  const at = standing(day, standingOn(draft.life, day));
  const tired = heavyYesterday(draft, day);
  const sized = sizeRun(draft, at, answer, allowed, tired || longDayComes(draft, day, weekdayOf(day)));
  const raced = roundRace(draft, day, sized.metres);
  if (raced.metres < Math.min(LEAST_RUN_M, allowed)) return null;
  const raceDay = draft.race?.offer?.offered === 'yes' ? draft.race.day : Infinity;
  const noLong = raceDay >= day && raceDay - day < LAST_LONG_DAYS;
  const isLong = sized.isLong && !noLong;
  const shortened = raced.metres < sized.metres;
  const firstOfMoreRuns =
    draft.frequencyFrom !== null && day >= draft.frequencyFrom && sized.change === null && !shortened;
  const rises =
    sized.change === null && !firstOfMoreRuns && draft.frequencyFrom === null
      ? risesToday(draft, at, isLong || tired, anyMayRise(draft, at))
      : null;
  const work = isLong || tired || sized.change !== null || firstOfMoreRuns ? null : workFor(draft, at, rises);
  const change: ChangeKind | null = shortened
    ? null
    : firstOfMoreRuns
      ? 'frequency'
      : (sized.change ?? rises);
  // A new stage of jumps belongs to strength; the plan keeps its week free of other changes from this day on.
  if (change === 'jumps') draft.changes.push({ kind: 'jumps', date: isoDay(day), sessionId: null });
  if (rises !== null && isRequested(rises)) {
    draft.requested = draft.requested.filter((kind) => kind !== rises);
  }
  if (firstOfMoreRuns) {
    draft.frequency += 1;
    draft.frequencyFrom = null;
  }
  const kind: RunKind = isLong ? 'long' : work?.kind === 'speed' ? 'quality' : 'easy';
  if (work) draft.week.done.add(work.kind);
  const { light } = at.played.state;
  return buildRun(draft, {
    slot,
    day,
    answer,
    kind,
    distanceM: known(raced.metres),
    ladder: null,
    easySpeedMps: at.easySpeedMps,
    work: work?.work ?? null,
    surface: surfaceFor(draft, day, kind, work?.work ?? null, light === 'GO'),
    change: change === 'jumps' ? null : change,
    why: [...sized.why, ...raced.why],
  });
}

/** Whether `today` gives a run on a day, and how far. */
const allowedM = (answer: Today): number | null =>
  (answer.action === 'run' || answer.action === 'ask-first') &&
  answer.ladder === null &&
  answer.distanceM.known
    ? answer.distanceM.value
    : null;

function runOn(draft: Draft, slot: Slot, day: number): void {
  const answer = askToday(draft.life, day);
  const running = answer.action === 'run' || answer.action === 'walk-run' || answer.action === 'ask-first';
  const waits = answer.next !== null && answer.next.date > isoDay(day);
  if (!running || waits) {
    if (slot.moved && slot.day === day) {
      draft.problems.push({
        code: 'run-not-allowed',
        sessionId: slot.id,
        date: isoDay(day),
        figures: {
          reason: answer.reasons.find(({ binding }) => binding)?.code ?? answer.action,
          ...(answer.next === null ? {} : { readyDate: answer.next.date }),
        },
      });
    }
    return;
  }
  const metres = allowedM(answer);
  const run =
    answer.ladder === null
      ? metres === null
        ? null
        : wholeRun(draft, slot, day, answer, metres)
      : ladderRun(draft, slot, day, answer, answer.ladder);
  dropSlot(draft, slot.id);
  if (run) place(draft, day, run);
}

/** Reserves the days of a week; one more than usual where frequency has its turn and there is a day for it. */
function openWeek(draft: Draft, day: number): void {
  const played = standingOn(draft.life, day);
  const onLadder = played.state.stage === 'LADDER';
  draft.frequencyFrom = null;
  reserveWeek(draft, day, onLadder);
  const more =
    turnOf(draft, standing(day, played)) === 'frequency' &&
    daysSinceOthers(draft, day, 'frequency') >= DAYS_BETWEEN_KINDS &&
    anyMayRise(draft, { day, played });
  if (!more) return;
  const usual = draft.slots.length;
  draft.frequency += 1;
  reserveWeek(draft, day, onLadder);
  draft.frequency -= 1;
  // It counts as raised with the first run of a week that has one more; every second day, that may be the next.
  draft.frequencyFrom = draft.slots.length > usual ? day : mondayOf(day) + DAYS_PER_WEEK;
}

/** Fills a draft with runs, from its first to its last day. */
export function planRuns(draft: Draft): void {
  const { life, firstDay, lastDay, race } = draft;
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (day > firstDay) addMorning(life, day);
    if (day === firstDay || weekdayOf(day) === 0) openWeek(draft, day);
    judgeRace(draft, day);
    const offered = race?.offer?.offered === 'yes';
    if (offered && race.day === day) raceRun(draft, day);
    if (offered && (race.day === day || race.day === day + 1)) continue;
    dropOvertaken(draft, day);
    const slot = slotFor(draft, day);
    if (slot && !runDaysOf(life).includes(day)) runOn(draft, slot, day);
  }
}

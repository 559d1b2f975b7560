/** A session in words, for the calendar and for the watch. */
import { isRunSession, type PlannedRun, type PlanSession } from '@kneewise/engine';
import type { WorkoutWords } from '@kneewise/formats';
import { distanceText, durationText, numberText, paceText, say, type Units } from '@kneewise/words';

const plan = (code: string, units: Units, figures: Readonly<Record<string, number | string>> = {}): string =>
  say('plan', code, figures, units);

/** "Easy run, 3.1 km", "Walk-run, 6 × 3 min". */
function titleOf(session: PlanSession, units: Units): string {
  const kind = plan(`kind.${session.kind}`, units);
  if (!isRunSession(session)) return 'minutes' in session ? `${kind}, ${session.minutes} min` : kind;
  if (session.ladder !== null)
    return `${kind}, ${session.ladder.repeats} × ${numberText(
      session.ladder.runMin,
      Number.isInteger(session.ladder.runMin) ? 0 : 1,
      units.locale,
    )} min`;
  return session.distanceM.known ? `${kind}, ${distanceText(session.distanceM.value, units)}` : kind;
}

function factsOf(run: PlannedRun, units: Units): readonly string[] {
  const { paceSPerKm, cadenceSpm, durationS, surface, work, ceiling } = run;
  const lines = [
    durationS.known ? durationText(durationS.value) : '',
    paceSPerKm.known
      ? `${paceText(paceSPerKm.value[0], units)} – ${paceText(paceSPerKm.value[1], units)}`
      : '',
    cadenceSpm.known ? `${numberText(Math.round(cadenceSpm.value), 0, units.locale)} /min` : '',
    work === null ? '' : plan(`work.${work.kind}`, units, { ...work }),
    plan(`surface.${surface}`, units),
    plan('workout.ceiling', units, { ceiling }),
  ];
  return lines.filter((line) => line !== '');
}

export const sessionWords = (
  session: PlanSession,
  units: Units,
): { readonly summary: string; readonly description: string; readonly category: string } => ({
  summary: titleOf(session, units),
  description: [
    ...(isRunSession(session) ? factsOf(session, units) : []),
    ...session.why.map(({ code, figures }) => plan(`why.${code}`, units, figures)),
  ].join('\n'),
  category: plan('calendar.category', units),
});

export const workoutWords = (run: PlannedRun, units: Units): WorkoutWords => {
  const word = (code: string): string => plan(`workout.${code}`, units);
  return {
    name: titleOf(run, units),
    walk: word('walk'),
    run: word('run'),
    easy: word('easy'),
    beat: word('beat'),
    noBeat: word('noBeat'),
    stride: word('stride'),
    hard: word('hard'),
    recover: word('recover'),
    ceiling: plan('workout.ceiling', units, { ceiling: run.ceiling }),
  };
};

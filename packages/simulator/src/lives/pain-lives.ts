/**
 * The pain machine over simulated lives of many weeks, with silence, disobedience, lay-offs and flags: what `today`
 * must never say, what must never earn a longer run, and that kind days always lead back to running. It tests the
 * rules, not the knee.
 */
import { type CheckIn, type Today, type TodayInput, parseIsoDay, today } from '@kneewise/engine';
import { type Random, seededRandom } from '../random.ts';
import { FIRST_DAY, type LivingRunner, born, dateOf, goRunning, strain, wakeUp } from './runner-days.ts';

export interface PainBreach {
  readonly seed: number;
  readonly date: string;
  readonly rule: string;
  readonly what: string;
}

export interface PainLife {
  readonly days: number;
  readonly runs: number;
  /** Answers that were made worse or taken away, to see that nothing longer comes of it. */
  readonly pairs: number;
  /** Starts of kind days, the days until a run and until running without walks; null: not within `KIND_DAYS`. */
  readonly kind: readonly {
    readonly family: string;
    readonly from: string;
    readonly toRun: number | null;
    readonly toBuild: number | null;
  }[];
  readonly breaches: readonly PainBreach[];
}

const DAYS_PER_WEEK = 7;
const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
/** So many kind days are lived at most. */
export const KIND_DAYS = 90;
const REST_HOURS = 48;
const OFTEN = { days: 28, runs: 16 } as const;
const CHANCE = {
  flag: 1 / 250,
  layoff: 1 / 70,
  strain: 1 / 10,
  walk: 0.4,
  wayIn: 0.1,
  pair: 0.15,
  kind: 1 / 100,
  stopSign: 1 / 60,
} as const;
const KM = 1000;
const RAISE = { factor: 1.1, below5KmM: 650, shortM: 5000, roundingM: 1 } as const;

const runsOf = (answer: Today): boolean => answer.action === 'run' || answer.action === 'walk-run';

/** Local day and end of the last run. */
function lastRun({ runs }: Pick<LivingRunner, 'runs'>): { day: number; endMs: number } | null {
  const last = runs.at(-1);
  return last
    ? { day: Math.floor(last.startAtMs / MS_PER_DAY), endMs: last.startAtMs + last.elapsedS * 1000 }
    : null;
}

const dayOf = ({ atMs }: CheckIn): number => Math.floor(atMs / MS_PER_DAY);
const isMorning = ({ when }: CheckIn): boolean => when === 'next-morning' || when === '48h';

/** Silence in place of a bad answer may well tell less: only a quiet one is taken away. */
const isQuiet = ({ pain, stopSign }: CheckIn, settled: number): boolean =>
  pain <= settled && stopSign !== true;

/** 1/10 is noise; for a bone nothing is. */
const settledOf = ({ family }: LivingRunner): number => (family === 'BS' ? 0 : 1);

interface Spoilt {
  readonly checkIns: CheckIn[];
  readonly changed: CheckIn;
}

/** One of the last answers worse, or, where it was quiet, not given. */
function spoilt(checkIns: readonly CheckIn[], settled: number, random: Random): Spoilt | null {
  const at = Math.floor(random.between(Math.max(0, checkIns.length - 4), checkIns.length));
  const changed = checkIns[at];
  if (!changed) return null;
  const silent = random.chance(0.5);
  if (silent && !isQuiet(changed, settled)) return null;
  const pain = Math.min(10, changed.pain + Math.ceil(random.between(0, 4)));
  return {
    changed,
    checkIns: silent
      ? checkIns.filter((_, i) => i !== at)
      : checkIns.map((said, i): CheckIn => (i === at ? Object.assign({}, said, { pain }) : said)),
  };
}

export function livePain(seed: number, weeks: number): PainLife {
  const random = seededRandom(seed);
  const living = born(random);
  const breaches: PainBreach[] = [];
  const kind: { family: string; from: string; toRun: number | null; toBuild: number | null }[] = [];
  const ache = (['yes', 'no', 'unsure'] as const)[Math.floor(random.between(0, 3))] ?? 'yes';
  let pairs = 0;
  let awayUntil = 0;
  let flagged = false;
  let answer: Today | null = null;

  const inputOn = (
    day: number,
    of: Pick<LivingRunner, 'runs' | 'checkIns' | 'events'> = living,
  ): TodayInput => ({
    date: dateOf(day),
    runs: of.runs,
    others: [],
    checkIns: of.checkIns,
    flags: 'none-raised',
    onset: null,
    family: living.family,
    side: 'right',
    ache,
    events: of.events,
  });
  const breach = (day: number, rule: string, what: unknown): void => {
    breaches.push({ seed, date: dateOf(day), rule, what: JSON.stringify(what) });
  };

  function happen(day: number): void {
    const date = dateOf(day);
    if (flagged && random.chance(1 / 12)) {
      living.events.push({
        kind: random.chance(0.5) ? 'cleared-by-professional' : 'answers-corrected',
        date,
      });
      flagged = false;
    } else if (!flagged && random.chance(CHANCE.flag)) {
      living.events.push({ kind: 'flag-raised', date });
      flagged = true;
    }
    if (random.chance(CHANCE.strain)) strain(living, random.between(0.3, 1.3));
    if (day >= awayUntil && random.chance(CHANCE.layoff)) awayUntil = day + Math.floor(random.between(4, 70));
    if (random.chance(CHANCE.walk))
      living.events.push({ kind: 'walked-30-min', date, pain: random.chance(0.7) ? 0 : 2 });
    if (random.chance(CHANCE.wayIn)) living.events.push({ kind: 'way-in-passed', date });
  }

  /** What must hold of every answer. */
  function check(day: number, now: Today): void {
    if (flagged && (now.light !== 'REFER' || now.action !== 'see-someone'))
      breach(day, 'flag-not-heard', now.action);
    if (answer?.light === 'REFER' && now.light !== 'REFER') {
      const left = living.events.some(
        ({ kind: event, date }) =>
          parseIsoDay(date) <= day &&
          parseIsoDay(date) >= parseIsoDay(answer?.date ?? date) &&
          (event === 'cleared-by-professional' || event === 'answers-corrected'),
      );
      if (!left) breach(day, 'refer-left', now.stage);
    }
    if (!runsOf(now)) return;
    const running = now.stage === 'LADDER' || now.stage === 'BUILD' || now.stage === 'CLEAR';
    if (!running || now.light === 'PAUSE' || now.light === 'REFER')
      breach(day, 'run-while-not-running', [now.stage, now.light]);
    const last = lastRun(living);
    if (last === null) return;
    const morning = living.checkIns.findLast((said) => isMorning(said) && dayOf(said) > last.day);
    if (morning && morning.pain > settledOf(living)) breach(day, 'run-on-a-raised-morning', morning.pain);
    const often = living.runs.filter(({ startAtMs }) => {
      const back = day - Math.floor(startAtMs / MS_PER_DAY);
      return back > 0 && back <= OFTEN.days;
    }).length;
    const free = now.light === 'GO' && now.stage !== 'LADDER' && often >= OFTEN.runs;
    const latest = day * MS_PER_DAY + 21 * MS_PER_HOUR;
    if (!free && last.endMs + REST_HOURS * MS_PER_HOUR > latest) breach(day, 'run-within-48-h', last);
    const longest = living.runs
      .filter(({ startAtMs }) => day * MS_PER_DAY - startAtMs <= 30 * MS_PER_DAY)
      .reduce((most, { distanceM }) => (distanceM.known ? Math.max(most, distanceM.value) : most), 0);
    if (longest > 0 && now.ladder === null && now.distanceM.known) {
      const cap = longest < RAISE.shortM ? longest + RAISE.below5KmM : longest * RAISE.factor;
      if (now.distanceM.value > cap + RAISE.roundingM)
        breach(day, 'over-the-cap', [now.distanceM.value, cap]);
    }
  }

  /** The same history with one answer worse or missing never gives a longer run. */
  function pair(day: number, now: Today): void {
    const worse = spoilt(living.checkIns, settledOf(living), random);
    if (worse === null) return;
    const { changed } = worse;
    // Tests that were passed, or a professional's word, since then are news of their own.
    const news = living.events.some(
      ({ kind: event, date }) =>
        (event === 'way-in-passed' || event === 'cleared-by-professional') &&
        parseIsoDay(date) >= dayOf(changed),
    );
    if (news) return;
    const other = today(inputOn(day, { ...living, checkIns: worse.checkIns }));
    pairs += 1;
    if (!runsOf(other)) return;
    const longer = !runsOf(now)
      ? // A rest day that only the clock makes is no verdict of the knee.
        now.next === null && now.action !== 'ask-first'
      : now.ladder !== null && other.ladder !== null
        ? other.ladder.step > now.ladder.step
        : now.distanceM.known && other.distanceM.known && other.distanceM.value > now.distanceM.value;
    if (longer) {
      breach(day, 'worse-earns-more', {
        changed,
        why: [now, other].map(({ reasons }) => reasons.map(({ code }) => code).join(' ')),
        now: [now.action, now.stage, now.light, now.distanceM, now.ladder?.step],
        other: [other.action, other.stage, other.light, other.distanceM, other.ladder?.step],
      });
    }
  }

  /** From here on everything is quiet, answered and obeyed. */
  function kindDays(day: number, now: Today): void {
    const after = { runs: [...living.runs], checkIns: [...living.checkIns], events: [...living.events] };
    const quietly = (when: CheckIn['when'], at: number, runId: string | null): void => {
      after.checkIns.push({
        id: `kind-${when}-${at}`,
        runId,
        side: 'right',
        when,
        atMs: at,
        utcOffsetMin: 0,
        pain: 0,
        onsetM: null,
        stopSign: false,
        painkiller: false,
      });
    };
    let toRun: number | null = null;
    let toBuild: number | null = null;
    if (flagged) after.events.push({ kind: 'cleared-by-professional', date: dateOf(day) });
    for (let kindDay = day + 1; kindDay <= day + KIND_DAYS && toBuild === null; kindDay += 1) {
      const date = dateOf(kindDay);
      quietly('next-morning', kindDay * MS_PER_DAY + 7 * MS_PER_HOUR, null);
      after.events.push({ kind: 'walked-30-min', date, pain: 0 }, { kind: 'way-in-passed', date });
      const offered = today(inputOn(kindDay, after));
      if (!runsOf(offered)) continue;
      if (offered.stage === 'BUILD' || offered.stage === 'CLEAR') toBuild = kindDay - day;
      toRun ??= kindDay - day;
      const metres = offered.distanceM.known ? offered.distanceM.value : 1500;
      const movingS = offered.ladder ? offered.ladder.repeats * offered.ladder.runMin * 60 : metres / 2.6;
      const template = living.runs.at(-1);
      if (!template) return;
      const id = `kind-${kindDay}`;
      const startAtMs = kindDay * MS_PER_DAY + 17 * MS_PER_HOUR;
      after.runs.push({
        ...template,
        id,
        startAtMs,
        distanceM: { known: true, value: metres },
        movingS: { known: true, value: movingS },
        elapsedS: movingS,
      });
      quietly('during', startAtMs + movingS * 1000, id);
      quietly('evening', startAtMs + movingS * 1000, id);
    }
    kind.push({ family: living.family, from: `${now.stage}·${now.light}`, toRun, toBuild });
  }

  let count = 0;
  for (let day = FIRST_DAY; day < FIRST_DAY + weeks * DAYS_PER_WEEK; day += 1) {
    const last = lastRun(living);
    wakeUp(living, day, last ? day - last.day : null);
    happen(day);
    const wants = day >= awayUntil && random.chance(0.6);
    if (!wants && !random.chance(CHANCE.pair)) continue;
    const now = today(inputOn(day));
    count += 1;
    check(day, now);
    if (random.chance(CHANCE.pair)) pair(day, now);
    if (random.chance(CHANCE.kind) && living.runs.length > 0) kindDays(day, now);
    answer = now;
    if (!wants) continue;
    const disobeys = random.chance(living.traits.disobeys);
    const first = living.runs.length === 0;
    if (runsOf(now) || (first && !flagged) || (disobeys && random.chance(0.3))) {
      const told = now.distanceM.known ? now.distanceM.value / KM : living.runner.longRunKm / 2;
      goRunning(living, day, {
        km: disobeys ? told * random.between(1.1, 2) : Math.max(0.5, told),
        heeds: !disobeys,
        stopSignChance: CHANCE.stopSign,
      });
    }
  }
  return { days: count, runs: living.runs.length, pairs, kind, breaches };
}

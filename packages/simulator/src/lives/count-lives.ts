/**
 * The full count of lives, by hand: `node packages/simulator/src/lives/count-lives.ts plan 1000` or `… pain 3000`. Ends
 * with 1 where any life breaks a rule, and names the first of them.
 */
import { parseArgs } from 'node:util';
import { KIND_DAYS, livePain } from './pain-lives.ts';
import { livePlanned } from './plan-lives.ts';

interface Counted {
  readonly figures: Readonly<Record<string, number>>;
  readonly breaches: readonly {
    readonly seed: number;
    readonly date: string;
    readonly rule: string;
    readonly what: string;
  }[];
}

const PLAN = { lives: 1000, weeks: 10 } as const;
const PAIN = { lives: 3000, weeks: 30 } as const;
const SHOWN = 20;

function plan(seed: number, weeks: number): Counted {
  const { breaches, ...figures } = livePlanned(seed, weeks);
  return { figures, breaches };
}

function pain(seed: number, weeks: number): Counted {
  const { breaches, kind, days, runs, pairs } = livePain(seed, weeks);
  const slowest = (pick: (each: (typeof kind)[number]) => number | null): number =>
    kind.reduce((most, each) => Math.max(most, pick(each) ?? KIND_DAYS + 1), 0);
  return {
    figures: {
      days,
      runs,
      pairs,
      kindStarts: kind.length,
      'max daysToRun': slowest(({ toRun }) => toRun),
      'max daysToBuild': slowest(({ family, toBuild }) => (family === 'BS' ? 0 : toBuild)),
      'max daysToBuildBone': slowest(({ family, toBuild }) => (family === 'BS' ? toBuild : 0)),
    },
    breaches,
  };
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string', default: '1' }, weeks: { type: 'string' } },
});
const [what = 'plan', count] = positionals;
const chosen = what === 'pain' ? PAIN : PLAN;
const lives = Number(count ?? chosen.lives);
const weeks = Number(values.weeks ?? chosen.weeks);
const from = Number(values.from);
const totals: Record<string, number> = {};
const rules: Record<string, number> = {};
let shown = 0;
const out = (line: string): boolean => process.stdout.write(`${line}\n`);
for (let seed = from; seed < from + lives; seed += 1) {
  const { figures, breaches } = (what === 'pain' ? pain : plan)(seed, weeks);
  for (const [name, value] of Object.entries(figures)) {
    totals[name] = name.startsWith('max ') ? Math.max(totals[name] ?? 0, value) : (totals[name] ?? 0) + value;
  }
  for (const breach of breaches) {
    rules[breach.rule] = (rules[breach.rule] ?? 0) + 1;
    shown += 1;
    if (shown <= SHOWN)
      out(`seed ${breach.seed}, ${breach.date}: ${breach.rule} ${breach.what.slice(0, 300)}`);
  }
}
out(`${lives} lives of ${weeks} weeks (${what}), seeds from ${from}`);
for (const [name, value] of Object.entries(totals)) out(`  ${name}: ${value}`);
out(shown === 0 ? 'no rule was broken' : `broken: ${JSON.stringify(rules)}`);
process.exitCode = shown === 0 ? 0 : 1;

/**
 * The module-level constants of a source file that hold a number, each with the comment it is explained by: its own,
 * or that of the declaration right above it, and the line that heads their block (declarations without a blank line
 * between them). Reads text, not syntax: a declaration begins at the left edge, as the formatter leaves it.
 */
export interface NumericConstant {
  readonly name: string;
  /** Line the declaration begins at, from 1. */
  readonly line: number;
  /** Everything said about it, in one line. */
  readonly comment: string;
}

const BEGINS = /^(?:export )?const (\w+)\b/;
const NUMBER = /(?<![\w.$])\d/;

const bare = (text: string): string =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ' ')
    // A pattern is no number.
    .replaceAll(/= \/(?![/*]).*\/[a-z]*;/g, "= '';")
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''");

const commentsIn = (text: string): string => (text.match(/\/\*[\s\S]*?\*\/|\/\/.*/g) ?? []).join(' ');
const oneLine = (text: string): string =>
  text
    .replaceAll(/\/\*\*?|\*\/|\/\/|^\s*\*/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Text of a declaration, from its first line: up to the line that ends at depth 0 with a semicolon. */
function declaration(lines: readonly string[], from: number): string {
  let text = '';
  for (let i = from; i < lines.length; i += 1) {
    text += `${lines[i]}\n`;
    const open = bare(text);
    const depth = (open.match(/[([{]/g) ?? []).length - (open.match(/[)\]}]/g) ?? []).length;
    if (depth <= 0 && /;\s*$/.test(open.trimEnd())) return text;
  }
  return text;
}

/** A number that sets something: inside a function 0 and 1 do not. */
const SETTING = /(?<![\w.$])(?:[2-9]|\d{2,}|[01]\.\d)/;

/** Functions are no constants; a table in capitals that a function works out or is part of is. */
const isConstant = (name: string, initial: string): boolean =>
  /=>|\bfunction\b/.test(initial)
    ? /^[A-Z][A-Z0-9_]*$/.test(name) && SETTING.test(initial)
    : NUMBER.test(initial);

export function numericConstants(source: string): NumericConstant[] {
  const lines = source.split('\n');
  const found: NumericConstant[] = [];
  let head = '';
  let pending = '';
  let inherited = '';
  for (let i = 0; i < lines.length;) {
    const text = lines[i] ?? '';
    if (text.trim() === '') {
      head = '';
      pending = '';
      inherited = '';
      i += 1;
      continue;
    }
    if (text.startsWith('//')) {
      // A line comment that opens a block heads it; further down it explains what follows, or goes on with the head.
      if (inherited === '' && pending === '') head += ` ${text}`;
      else pending += ` ${text}`;
      i += 1;
      continue;
    }
    if (text.startsWith('/*')) {
      const from = i;
      while (i < lines.length && !(lines[i] ?? '').includes('*/')) i += 1;
      pending = lines.slice(from, i + 1).join('\n');
      i += 1;
      continue;
    }
    const [, name] = BEGINS.exec(text) ?? [];
    if (name === undefined) {
      pending = '';
      inherited = '';
      i += 1;
      continue;
    }
    const whole = declaration(lines, i);
    const own = `${pending} ${commentsIn(whole)}`;
    if (oneLine(pending) !== '') inherited = pending;
    const initial = bare(whole).replace(/^[^=]*=/, '');
    if (isConstant(name, initial)) {
      found.push({
        name,
        line: i + 1,
        comment: oneLine(`${head} ${oneLine(pending) === '' ? `${inherited} ${own}` : own}`),
      });
    }
    pending = '';
    i += whole.split('\n').length - 1;
  }
  return found;
}

/** Words that say what a number counts or measures; shares, factors and exponents are numbers without a unit. */
const UNIT_WORDS =
  /(?:^|[^\p{L}])(?:m|km|mm|mm²|cm|m\/s|m\/s²|s|ms|min|metres?|kilometres?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|milliseconds?|mornings?|spm|bpm|steps?|steps\/min|beats?|%|per cent|points?|degrees?|deg|°|BW|BW·s|BW·s\/km|body weights?|N·m|N|share|shares|ratio|ratios|factors?|power|exponents?|ln|SDs?|standard (?:deviations?|errors?)|spreads|weight|variance|runs?|bins?|cells?|check-ins?|items?|places|samples?|order|0–10|0–100|\/10|grade|rise over run|chance|probability|likelihoods?|terms?|polynomials?|powers?|version|degrees of freedom|explanations|questions|answers|sessions?|sets?|repetitions?|levels?|log-odds|screen's number|complaints|reweighting|pains?|milliseconds)(?![\p{L}])/iu;
const UNIT_NAMES =
  /_(?:M|KM|MM|S|MS|MIN|MINUTES?|HOURS?|DAYS?|WEEKS?|YEARS?|MPS|SPM|BPM|DEG|BW|SHARE|RATIO|FACTOR|EXPONENT|LN|SD|SE|SDS|STEPS?|RUNS?|BINS?|PCT|PERCENT|MM2)(?:_|$)/;

export const saysUnit = ({ name, comment }: NumericConstant): boolean =>
  UNIT_WORDS.test(comment) || UNIT_NAMES.test(`_${name}`);

/** Ids in square brackets: `[name-2020: who, what]`, `[a-1999; b-2001, table 2]`. */
const idsIn = (comment: string): string[] =>
  [...comment.matchAll(/\[([^\]]*)\]/g)].flatMap(([, inside = '']) => inside.split(/[\s,;:]+/));

export const saysSource = ({ comment }: NumericConstant, isSource: (id: string) => boolean): boolean =>
  /\bour choices?\b/i.test(comment) || idsIn(comment).some(isSource);

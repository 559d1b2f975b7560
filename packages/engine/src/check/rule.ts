/**
 * The language the rules are written in, read into a tree: `not` binds tighter than `and`, `and` than `or`.
 * A rule stays the line that a clinician reviews; nothing is translated by hand.
 *
 * `q=v` · `q in a,b` · `q<n` `q<=n` `q>n` `q>=n` · bare `q` for yes · CAPITALS for a named condition ·
 * `may(…)` for "yes unless certainly no".
 */
export type Rule =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Rule[] }
  | { readonly kind: 'not' | 'may'; readonly of: Rule }
  | { readonly kind: 'is'; readonly question: string; readonly values: readonly string[] }
  | {
      readonly kind: 'compare';
      readonly question: string;
      readonly by: Comparison;
      readonly than: number;
    };

export type Comparison = '<' | '<=' | '>' | '>=';

const TOKEN = /\s*([()]|<=|>=|[=<>,]|[A-Za-z0-9.][\w.-]*)/y;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw new RangeError(`rule must be readable, got "${text.slice(at)}"`);
    tokens.push(token);
  }
  return tokens;
}

const isComparison = (token: string | undefined): token is Comparison =>
  token === '<' || token === '<=' || token === '>' || token === '>=';

/**
 * Reads one rule.
 * @param words conditions that stand behind words in capitals, by their word
 * @throws {RangeError} where the text is no rule
 */
export function readRule(text: string, words: Readonly<Record<string, Rule>> = {}): Rule {
  const tokens = tokensOf(text);
  let at = 0;
  const wrong = (): RangeError => new RangeError(`rule must go on after token ${at}, got "${text}"`);
  const next = (): string => {
    const token = tokens[at++];
    if (token === undefined) throw wrong();
    return token;
  };
  const expect = (token: string): void => {
    if (next() !== token) throw wrong();
  };
  const name = (): string => {
    const token = next();
    if (!/^[A-Za-z0-9.]/.test(token)) throw wrong();
    return token;
  };

  const joined = (kind: 'all' | 'any', word: string, part: () => Rule): Rule => {
    const first = part();
    const of = [first];
    while (tokens[at] === word) {
      at++;
      of.push(part());
    }
    return of.length === 1 ? first : { kind, of };
  };
  const either = (): Rule => joined('any', 'or', both);
  const both = (): Rule => joined('all', 'and', one);
  const one = (): Rule => {
    const token = name_or_bracket();
    if (token === '(') return closed();
    if (token === 'not') return { kind: 'not', of: one() };
    if (token === 'may') {
      expect('(');
      return { kind: 'may', of: closed() };
    }
    return said(token);
  };
  const name_or_bracket = (): string => (tokens[at] === '(' ? next() : name());
  const closed = (): Rule => {
    const inside = either();
    expect(')');
    return inside;
  };
  const said = (question: string): Rule => {
    const word = words[question];
    if (word !== undefined) return word;
    if (/^[A-Z]/.test(question)) throw new RangeError(`rule must use known words, got ${question}`);
    const by = tokens[at];
    if (by === '=') {
      at++;
      return { kind: 'is', question, values: [name()] };
    }
    if (by === 'in') {
      at++;
      const values = [name()];
      while (tokens[at] === ',') {
        at++;
        values.push(name());
      }
      return { kind: 'is', question, values };
    }
    if (isComparison(by)) {
      at++;
      const than = Number(name());
      if (Number.isNaN(than)) throw wrong();
      return { kind: 'compare', question, by, than };
    }
    return { kind: 'is', question, values: ['yes'] };
  };

  const rule = either();
  if (at < tokens.length) throw wrong();
  return rule;
}

/** Every question a rule reads, in the order of reading. */
export function questionsIn(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return [...new Set(rule.of.flatMap(questionsIn))];
    case 'not':
    case 'may':
      return questionsIn(rule.of);
    case 'is':
    case 'compare':
      return [rule.question];
  }
}

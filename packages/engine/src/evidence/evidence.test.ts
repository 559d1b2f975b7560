import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { VARIABLES } from '../audit/variables.ts';
import { FAMILIES } from '../pain/family.ts';
import { REASONS } from '../today/reasons.ts';
import { DISAGREEMENTS } from '../check/disagreements.ts';
import { type Claim, CLAIMS } from './claims.ts';
import { renderEvidence } from './render-evidence.ts';
import { SOURCES, sourceOf } from './sources.ts';

const ENGINE = new URL('../', import.meta.url);
const codeUnder = (root: URL, leftOut: RegExp): string =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !leftOut.test(path))
    .map((path) => readFileSync(new URL(path, root), 'utf8'))
    .join('\n');
/** All engine code but the registry itself. */
const code = codeUnder(ENGINE, /^(?:evidence|testing)/);
/** What is held against published figures. */
const validation = codeUnder(new URL('../../../../validation/src/', import.meta.url), /^testing/);

/** Whether code rests on a source: named in brackets by a comment, or in quotes by data. */
const uses = (text: string, id: string): boolean =>
  text.includes(`'${id}'`) ||
  [...text.matchAll(/\[([^\]]*)\]/g)].some(([, inside = '']) => inside.split(/[\s,;:]+/).includes(id));
/** Published as `[M]` or with it where our own page is silent: the shared page of claims, where it is at hand. */
const CLAIMS_PAGE = new URL('../../../../../shared/evidence.md', import.meta.url);

/** Ids as the code cites them: `[name-2020: …]` in comments, `evidence: 'name-2020'` in data. */
const cited = new Set(
  [...code.matchAll(/\[[^\]\n]*\]|evidence: '([a-z0-9-]+)'/g)].flatMap(([whole, id]) =>
    id === undefined ? (whole.match(/\b[a-z]+(-[a-z]+)*-(19|20)\d\d\b/g) ?? []) : [id],
  ),
);

const shownAsEstablished = (claims: readonly Claim[]): string[] =>
  claims
    .filter(({ confidence, status }) => confidence === 'M' && status !== 'unverified')
    .map(({ id }) => id);

describe('the evidence registry', () => {
  it('gives every id once', () => {
    for (const ids of [SOURCES.map(({ id }) => id), CLAIMS.map(({ id }) => id)]) {
      assert.equal(new Set(ids).size, ids.length);
    }
  });

  it('holds the source of every figure that the code cites', () => {
    assert.ok(cited.size > 10);
    for (const id of cited) assert.equal(sourceOf(id).id, id);
    assert.throws(() => sourceOf('nobody-1900'), RangeError);
  });

  it('holds the source of every reason, finding and family, at the strength it is shown with', () => {
    for (const { evidence, mark } of [...Object.values(REASONS), ...VARIABLES]) {
      assert.equal(sourceOf(evidence).mark, mark, evidence);
    }
    for (const { evidence } of Object.values(FAMILIES)) assert.ok(sourceOf(evidence));
  });

  it('holds no source that nothing rests on', () => {
    const unused = (sources: readonly { readonly id: string }[]): string[] =>
      sources.map(({ id }) => id).filter((id) => !uses(code, id) && !uses(validation, id));
    assert.deepEqual(unused(SOURCES), []);
    assert.deepEqual(unused([...SOURCES, { id: 'idle-2001' }]), ['idle-2001']);
    assert.ok(uses("evidence: 'idle-2001'", 'idle-2001') && uses('[morin-2005; idle-2001]', 'idle-2001'));
    assert.ok(!uses('as idle-2001 has it', 'idle-2001') && !uses('[idle-2001b]', 'idle-2001'));
  });

  it('never shows what was not checked as more than expert opinion', () => {
    for (const { id, confidence, mark } of SOURCES) {
      if (confidence === 'M') assert.equal(mark, 'expert', id);
    }
  });

  it('never calls a claim supported, mixed or contradicted on memory alone', () => {
    assert.deepEqual(shownAsEstablished(CLAIMS), []);
    const [first] = CLAIMS;
    assert.ok(first);
    assert.deepEqual(shownAsEstablished([{ ...first, status: 'mixed', confidence: 'M' }]), ['A01']);
    assert.deepEqual(
      CLAIMS.filter(({ confidence }) => confidence === 'M').map(({ id }) => id),
      ['A05', 'A20', 'A35', 'A36', 'A44'],
    );
  });

  it('takes from the shared page which claims nobody checked', (t) => {
    if (!existsSync(CLAIMS_PAGE)) return t.skip('needs ../shared/evidence.md');
    const rows = readFileSync(CLAIMS_PAGE, 'utf8').matchAll(/^\| (A\d\d) \|(.*)$/gm);
    let seen = 0;
    for (const [, id, row = ''] of rows) {
      const marks = new Set([...row.matchAll(/\[(V2|V|M|C)\b/g)].map(([, mark]) => mark));
      const claim = CLAIMS.find((each) => each.id === id);
      seen += 1;
      if (marks.has('M') && marks.size === 1) assert.equal(claim?.confidence, 'M', id);
      else if (claim?.confidence === 'M') assert.ok(marks.has('M'), id);
      else if (claim?.confidence !== 'own') assert.ok(marks.has(claim?.confidence ?? ''), id);
    }
    assert.equal(seen, CLAIMS.length);
  });

  it('gives damage no stronger ground than the exponent it rests on', () => {
    const exponents = sourceOf('damage-exponents');
    assert.deepEqual([exponents.confidence, exponents.mark], ['M', 'expert']);
    const damage = VARIABLES.find(({ variable }) => variable === 'damage');
    assert.deepEqual([damage?.mark, damage?.caveat], ['expert', 'exponent-not-checked']);
  });

  it('says beside a disagreement that what it rests on was not checked', () => {
    for (const { id, found, sources } of DISAGREEMENTS) {
      if (sources.some((source) => sourceOf(source).confidence === 'M'))
        assert.match(found, /not checked/, id);
    }
  });

  it('says of every source who was looked at and what it does not show', () => {
    for (const { id, cite, population, says, limits } of SOURCES) {
      for (const text of [cite, population, says, limits]) assert.ok(text.length > 3, id);
    }
  });

  it('holds the claims A01 to A50 in order, each with both sides', () => {
    assert.deepEqual(
      CLAIMS.map(({ id }) => id),
      Array.from({ length: 50 }, (_, i) => `A${String(i + 1).padStart(2, '0')}`),
    );
    for (const { id, claim, articles, found } of CLAIMS) {
      assert.ok(claim.length > 0 && found.length > 0 && articles.length > 0, id);
      assert.ok(
        articles.every((article) => /^S[0-3]$/.test(article)),
        id,
      );
    }
  });

  it('never uses a word that promises or judges', () => {
    const text = renderEvidence().toLowerCase();
    for (const word of ['you have', 'diagnosis', 'all clear', 'nothing serious', 'ruled out', 'worn out']) {
      assert.ok(!text.includes(word), word);
    }
  });
});

describe('renderEvidence', () => {
  it('writes one row a source and a claim, the same each time', () => {
    const page = renderEvidence();
    assert.equal(page, renderEvidence());
    assert.equal(
      page.split('\n').filter((line) => line.startsWith('| ')).length,
      SOURCES.length + CLAIMS.length + 4,
    );
    for (const { id } of [...SOURCES, ...CLAIMS]) assert.ok(page.includes(`| ${id} |`), id);
    assert.ok(page.endsWith('|\n'));
  });
});

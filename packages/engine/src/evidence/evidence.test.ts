import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { VARIABLES } from '../audit/variables.ts';
import { FAMILIES } from '../pain/family.ts';
import { REASONS } from '../today/reasons.ts';
import { CLAIMS } from './claims.ts';
import { renderEvidence } from './render-evidence.ts';
import { SOURCES, sourceOf } from './sources.ts';

const ENGINE = new URL('../', import.meta.url);
/** All engine code but the registry itself. */
const code = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })
  .filter(
    (path) => path.endsWith('.ts') && !path.startsWith('evidence') && !/\.test\.ts$|^testing/.test(path),
  )
  .map((path) => readFileSync(new URL(path, ENGINE), 'utf8'))
  .join('\n');

/** Ids as the code cites them: `[name-2020: …]` in comments, `evidence: 'name-2020'` in data. */
const cited = new Set(
  [...code.matchAll(/\[[^\]\n]*\]|evidence: '([a-z0-9-]+)'/g)].flatMap(([whole, id]) =>
    id === undefined ? (whole.match(/\b[a-z]+(-[a-z]+)*-(19|20)\d\d\b/g) ?? []) : [id],
  ),
);

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

  it('never shows what was not checked as more than expert opinion', () => {
    for (const { id, confidence, mark } of SOURCES) {
      if (confidence === 'M') assert.equal(mark, 'expert', id);
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

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { CLAIMS, DISAGREEMENTS, RED_FLAGS, SOURCES } from '@kneewise/engine';
import { CLAIM_GROUNDS, SUBJECTS } from './claim-grounds.ts';
import type { EngineNumber } from './engine-numbers.ts';
import { type Entry, registry, usesOf } from './registry.ts';

const number = (name: string, sources: readonly string[]): EngineNumber => ({
  path: 'pain/size.ts',
  name,
  says: `What ${name} is`,
  value: '0.75',
  sources,
});
const all = registry([
  number('OURS', ['our-choice']),
  number('ARTICLES', ['popular-articles', 'A29']),
  number('COHORT', ['frandsen-2025']),
]);
const byId = new Map(all.map((entry) => [entry.id, entry]));
const words = JSON.parse(readFileSync(join(import.meta.dirname, 'words.en.json'), 'utf8')) as {
  ground: Record<string, { who: string; limits: string }>;
};

describe('the registry of evidence', () => {
  it('holds every claim, flag, source and number, each under one id', () => {
    assert.equal(byId.size, all.length);
    for (const { id } of [...CLAIMS, ...RED_FLAGS, ...SOURCES]) assert.ok(byId.has(id), id);
    assert.equal(byId.get('pain.size.OURS')?.kind, 'number');
  });
  it('says of every claim what it is about, who was looked at and what it does not show', () => {
    assert.deepEqual(
      Object.keys(CLAIM_GROUNDS),
      CLAIMS.map(({ id }) => id),
    );
    assert.deepEqual(Object.keys(words.ground), Object.keys(CLAIM_GROUNDS));
    for (const { subject } of Object.values(CLAIM_GROUNDS)) assert.ok(SUBJECTS.includes(subject));
    for (const { who, limits } of Object.values(words.ground)) assert.ok(who.length > 3 && limits.length > 3);
  });
  it('names nothing that is not there', () => {
    const disagreements = new Set(DISAGREEMENTS.map(({ id }) => id));
    for (const [id, ground] of Object.entries(CLAIM_GROUNDS)) {
      for (const one of [...ground.sources, ...ground.rules]) assert.ok(byId.has(one), `${id}: ${one}`);
      assert.ok(ground.disagreement === null || disagreements.has(ground.disagreement), id);
    }
    for (const { id, sources } of all)
      for (const source of sources) assert.ok(byId.has(source), `${id}: ${source}`);
  });
  it('calls a rule or number supported only by a source that was read and is more than opinion', () => {
    const status = (id: string): Entry['status'] | undefined => byId.get(id)?.status;
    assert.equal(status('pain.size.COHORT'), 'supported');
    assert.equal(status('pain.size.OURS'), 'unverified');
    assert.equal(status('pain.size.ARTICLES'), 'unverified');
    assert.equal(status('weights'), 'unverified');
    assert.equal(status('RF02'), 'unverified');
    assert.equal(status('RF01'), 'supported');
    for (const { id, confidence } of SOURCES) if (confidence === 'M') assert.equal(status(id), 'unverified');
  });
  it('keeps the status that a claim has in the engine', () => {
    for (const { id, status } of CLAIMS) assert.equal(byId.get(id)?.status, status);
  });
  it('finds what rests on a source, and on a claim', () => {
    const frandsen = usesOf(all, 'frandsen-2025');
    assert.deepEqual(
      frandsen.claims.map(({ id }) => id),
      ['A25'],
    );
    assert.ok(frandsen.rules.some(({ id }) => id === 'today-longest-plus-tenth'));
    assert.deepEqual(
      frandsen.numbers.map(({ id }) => id),
      ['pain.size.COHORT'],
    );
    assert.deepEqual(frandsen.disagreements, ['ten-per-cent']);
    const edge = usesOf(all, 'A29');
    assert.ok(edge.rules.some(({ id }) => id === 'today-three-quarters-of-edge'));
    assert.deepEqual(
      edge.numbers.map(({ id }) => id),
      ['pain.size.ARTICLES'],
    );
    assert.deepEqual(
      usesOf(all, 'today-three-quarters-of-edge').claims.map(({ id }) => id),
      ['A29'],
    );
  });
});

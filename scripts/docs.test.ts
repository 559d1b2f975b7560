import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { renderEvidence } from '@kneewise/engine';
import { renderDictionary } from '@kneewise/store';

describe('the documents', () => {
  it('docs/evidence.md is what the registry says; `node scripts/write-evidence.ts` writes it', () => {
    assert.equal(readFileSync(new URL('../docs/evidence.md', import.meta.url), 'utf8'), renderEvidence());
  });
  it('docs/export.md is what the dictionary says; `node scripts/write-export-doc.ts` writes it', () => {
    assert.equal(readFileSync(new URL('../docs/export.md', import.meta.url), 'utf8'), renderDictionary());
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { renderEvidence } from '@kneewise/engine';

describe('the documents', () => {
  it('docs/evidence.md is what the registry says; `node scripts/write-evidence.ts` writes it', () => {
    assert.equal(readFileSync(new URL('../docs/evidence.md', import.meta.url), 'utf8'), renderEvidence());
  });
});

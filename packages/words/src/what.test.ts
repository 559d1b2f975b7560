import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { AUDIT_VARIABLES as VARIABLES, FINDING_CAVEATS } from '@kneewise/engine';
import english from './en.json' with { type: 'json' };

const ENGINE = new URL('../../engine/src/', import.meta.url);

/** Every `what` that the engine's own files name, those of an audit variable once for each. */
function everyWhat(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || path.endsWith('.test.ts') || path.startsWith('testing')) continue;
    const source = readFileSync(new URL(path.replaceAll('\\', '/'), ENGINE), 'utf8');
    for (const [, , what = ''] of source.matchAll(/(?:what:\s*|doesNotApply\(|tooFew\()(['`])(.+?)\1/gs)) {
      const each = what.includes('${variable}') ? VARIABLES.map(({ variable }) => variable) : [''];
      for (const variable of each) found.add(what.replace('${variable}', variable));
    }
  }
  return found;
}

describe('what is missing', () => {
  it('has words wherever the engine says it', () => {
    const all = everyWhat();
    assert.ok(all.size > 50, `only ${all.size} found`);
    const words = new Set(Object.keys(english.what));
    assert.deepEqual(
      [...all].filter((what) => !words.has(what)),
      [],
    );
  });

  it('shows no code: no word of it has a hyphen that the engine’s own ids have', () => {
    const ids = VARIABLES.map(({ variable }) => variable).filter((id) => id.includes('-'));
    for (const [what, words] of Object.entries(english.what))
      for (const id of ids) assert.ok(!words.includes(id), `${what}: ${words}`);
  });

  it('every variable by itself has words too, for what was not recorded', () => {
    for (const { variable } of VARIABLES) assert.ok(variable in english.what, variable);
  });
});

it('every caveat of a finding has a sentence, and none is left over', () => {
  assert.deepEqual(Object.keys(english.caveat).sort(), [...FINDING_CAVEATS].sort());
});

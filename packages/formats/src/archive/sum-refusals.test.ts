import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MOST_REFUSALS } from '../read/limits.ts';
import { refusal } from '../read/refuse.ts';
import type { Found } from '../source.ts';
import { sumRefusals } from './sum-refusals.ts';

const refused = (code: string): Found => ({ kind: 'refused', path: 'x', refusal: refusal(code, 'why') });
const file: Found = {
  kind: 'file',
  // eslint-disable-next-line typescript/require-await
  file: { path: 'f', sizeBytes: 1, open: async function* () {} },
};

async function told(found: readonly Found[]): Promise<string[]> {
  const lines: string[] = [];
  // eslint-disable-next-line typescript/require-await
  async function* all(): AsyncGenerator<Found> {
    yield* found;
  }
  for await (const each of sumRefusals(all(), 'a.zip'))
    lines.push(each.kind === 'file' ? 'file' : `${each.path} ${each.refusal.code} ${each.refusal.reason}`);
  return lines;
}

describe('the refusals of an archive', () => {
  it('are told one by one up to 100 of a code', async () => {
    const lines = await told([
      ...Array.from({ length: MOST_REFUSALS }, () => refused('a')),
      file,
      refused('b'),
    ]);
    assert.equal(lines.length, MOST_REFUSALS + 2);
    assert.equal(lines.at(-1), 'x b why');
  });

  it('come to a sum of those above 100, which costs no file', async () => {
    const lines = await told([
      ...Array.from({ length: MOST_REFUSALS + 1234 }, () => refused('a')),
      refused('b'),
      file,
    ]);
    assert.equal(lines.length, MOST_REFUSALS + 3);
    assert.deepEqual(lines.slice(-3, -1), ['x b why', 'file']);
    assert.match(lines.at(-1) ?? '', /^a\.zip a Besides the 100 .* 1,234 more .* “a”\.$/);
  });
});

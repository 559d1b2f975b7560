import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { z } from '@hono/zod-openapi';
import { type OpenHouse, openHouse } from '../testing/open-house.ts';
import { refusedInput } from './refused-input.ts';

const wordsFor = (schema: z.ZodType, input: unknown): string => {
  const { error } = schema.safeParse(input);
  assert.ok(error);
  return refusedInput(error);
};

/** The validator's own way of speaking. */
const VALIDATOR = /[Ii]nvalid|[Ee]xpected|[Rr]eceived|[Tt]oo (?:big|small)|NaN/;

describe('input that is refused', () => {
  let open: OpenHouse;
  before(async () => {
    open = await openHouse();
  });
  after(() => open.close());

  const textOf = async (method: string, path: string, body: unknown): Promise<string> =>
    ((await open.json(method, path, body, 400)) as { text: string }).text;

  const said = {
    runId: null,
    side: 'right',
    when: 'evening',
    atMs: 1_700_000_000_000,
    utcOffsetMin: 60,
    pain: 3,
    onsetM: null,
    stopSign: null,
    painkiller: null,
  };

  it('is told of in a sentence about the field', async () => {
    assert.equal(
      await textOf('POST', '/api/check-ins', { ...said, pain: 11 }),
      'Pain must be a whole number from 0 to 10.',
    );
    assert.equal(
      await textOf('POST', '/api/check-ins', { ...said, atMs: 1e300 }),
      'The time must lie from 1970 to 2099.',
    );
    assert.equal(
      await textOf('POST', '/api/check-ins', { ...said, pain: 3.5, side: 'both' }),
      'The side must be left or right. Pain must be a whole number from 0 to 10.',
    );
    assert.equal(
      await textOf('POST', '/api/check-ins', { ...said, stopSign: 'no' }),
      '“stopSign” must be given, as yes or no (true or false).',
    );
    assert.equal(
      await textOf('GET', '/api/load?date=2026-02-30', undefined),
      '“date” must be a day of the calendar, YYYY-MM-DD.',
    );
    assert.equal(
      await textOf('GET', '/api/load?date=9999-12-31', undefined),
      '“date” must be a day from 1970-01-01 to 2099-12-31.',
    );
  });

  it('never speaks in the validator’s own words', async () => {
    for (const [method, path, body] of [
      ['POST', '/api/check-ins', {}],
      ['POST', '/api/check-ins', []],
      ['POST', '/api/events', { kind: 'felt-fine', date: '2026-11-10' }],
      ['POST', '/api/events', {}],
      ['PUT', '/api/settings', { family: 'XX', flags: 7, onset: { date: 1, side: null } }],
      ['POST', '/api/imports', { label: 'x'.repeat(501), files: -1 }],
      ['GET', '/api/imports/x?from=-1', undefined],
      ['GET', '/api/imports/x?from=abc', undefined],
      ['GET', `/api/imports/${'x'.repeat(101)}`, undefined],
    ] as const) {
      const text = await textOf(method, path, body);
      assert.doesNotMatch(text, VALIDATOR, path);
      assert.match(text, /\.$/, path);
    }
    const broken = await open.ask('POST', '/api/check-ins', undefined, {
      'content-type': 'application/json',
      'content-length': '1',
    });
    assert.equal(broken.status, 400);
    assert.doesNotMatch(((await broken.json()) as { text: string }).text, /malformed|unexpected/i);
  });

  it('has words for a limit, a choice and a field too many', () => {
    assert.equal(wordsFor(z.object({ n: z.number().min(2) }), { n: 1 }), '“n” must be at least 2.');
    assert.equal(wordsFor(z.string().max(2), 'abc'), 'The request must be at most 2 letters long.');
    assert.equal(wordsFor(z.object({ c: z.enum(['a', 'b']) }), { c: 'd' }), '“c” must be one of: a, b.');
    assert.equal(wordsFor(z.strictObject({}), { x: 1 }), 'The request has fields that nobody knows: x.');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StreamKey, StreamRow } from '../chart/stream-rows.ts';
import { createFormat } from '../format/format.ts';
import { shownIn, streamsInWords, streamText } from './stream-words.ts';

const gb = createFormat('en-GB', 'km');
const us = createFormat('en-US', 'mi');
const row = (key: StreamKey, values: (number | null)[]): StreamRow => ({
  key,
  values,
  band: null,
  range: [0, 1],
  inverted: false,
});
const say = (key: string, figures: Record<string, string>): string =>
  [key, figures['mean'], figures['first'], figures['second']].filter((part) => part !== undefined).join(' ');

describe('streams in words', () => {
  it('compare the halves of what was run, walks left out', () => {
    assert.equal(
      streamsInWords([row('cadence', [172, 172, null, 166, 166])], gb, say),
      'stream.words 169 172 166',
    );
  });
  it('are silent about a stream without values', () => {
    assert.equal(streamsInWords([row('contact', [null, null])], gb, say), '');
  });
  it('tell pace by the mile and altitude in feet where the runner does', () => {
    assert.equal(streamText('pace', 373, us), '10:00');
    assert.equal(streamText('altitude', 30.48, us), '100\u00a0ft');
    assert.equal(shownIn('altitude', us), 0.3048);
    assert.ok(Math.abs(373 / shownIn('pace', us) - 600.3) < 0.1);
    assert.equal(shownIn('pace', gb), 1);
  });
});

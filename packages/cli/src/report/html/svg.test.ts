import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { escapeHtml, scaleLinear, ticks } from './svg.ts';

describe('drawing', () => {
  it('turns markup in a file name into text', () => {
    assert.equal(
      escapeHtml(`<img src=x onerror="a('b')">&`),
      '&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;&amp;',
    );
  });
  it('puts ticks on round values inside the range', () => {
    assert.deepEqual(ticks(0, 18, 4), [0, 5, 10, 15]);
    assert.deepEqual(ticks(161, 189, 3), [170, 180]);
    assert.deepEqual(ticks(0, 0.3, 3), [0, 0.1, 0.2, 0.3]);
  });
  it('maps a domain of no width to the middle instead of to nowhere', () => {
    assert.equal(scaleLinear([3, 3], [0, 100])(3), 50);
    assert.equal(scaleLinear([0, 10], [100, 0])(2.5), 75);
  });
});

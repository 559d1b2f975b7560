import assert from 'node:assert/strict';
import { it } from 'node:test';
import { numbersFor } from './emergency-numbers.ts';

it('the number to call is that of the region, else 112', () => {
  assert.deepEqual(numbersFor('en-US'), { emergency: '911', onCall: null });
  assert.deepEqual(numbersFor('en-GB'), { emergency: '999', onCall: '111' });
  assert.deepEqual(numbersFor('de-DE'), { emergency: '112', onCall: '116117' });
  assert.deepEqual(numbersFor('zh-Hant-JP'), { emergency: '119', onCall: null });
  for (const plain of ['en', '', 'xx-ZZ']) assert.equal(numbersFor(plain).emergency, '112');
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLoopback, ownNames, urlOf } from './names.ts';

describe('own names', () => {
  it('is reached by loopback names with the port', () => {
    assert.deepEqual([...ownNames('127.0.0.1', 4750)].sort(), [
      '127.0.0.1:4750',
      '[::1]:4750',
      'localhost:4750',
    ]);
  });
  it('is reached without a port on port 80', () => {
    assert.ok(ownNames('127.0.0.1', 80).has('localhost'));
    assert.ok(ownNames('127.0.0.1', 80).has('localhost:80'));
    assert.ok(!ownNames('127.0.0.1', 81).has('localhost'));
  });
  it('adds the address it was asked to listen on', () => {
    assert.ok(ownNames('192.168.1.5', 4750).has('192.168.1.5:4750'));
    assert.ok(ownNames('fd00::1', 4750).has('[fd00::1]:4750'));
    assert.ok(!ownNames('0.0.0.0', 4750).has('evil.example:4750'));
  });
  it('tells loopback from what others can reach', () => {
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]'])
      assert.ok(isLoopback(host), host);
    for (const host of ['0.0.0.0', '::', '192.168.1.5', '127.0.0.1.example', 'localhost.example'])
      assert.ok(!isLoopback(host), host);
  });
  it('opens at an address a browser can use', () => {
    assert.equal(urlOf('0.0.0.0', 4750), 'http://127.0.0.1:4750');
    assert.equal(urlOf('::1', 4750), 'http://[::1]:4750');
  });
});

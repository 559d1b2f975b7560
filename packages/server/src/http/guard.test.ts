import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type OpenHouse, openHouse, OWN_HOST } from '../testing/open-house.ts';

const from = (site: string) => ({ host: OWN_HOST, 'sec-fetch-site': site });

describe('who may ask', () => {
  let open: OpenHouse;
  before(async () => {
    open = await openHouse();
  });
  after(() => open.close());

  const statusOf = async (method: string, path: string, headers: Record<string, string>): Promise<number> =>
    (await open.app.request(`http://${OWN_HOST}${path}`, { method, headers })).status;

  const putSettings = (headers: Record<string, string>): Promise<Response> =>
    open.ask('PUT', '/api/settings', {}, headers);

  it('answers under its own names', async () => {
    for (const host of ['127.0.0.1:4750', 'localhost:4750', 'LOCALHOST:4750', '[::1]:4750'])
      assert.equal(await statusOf('GET', '/api/status', { host }), 200, host);
  });

  it('answers no name that an attacker pointed at this machine (DNS rebinding), be it a page or data', async () => {
    for (const host of [
      'evil.example',
      'evil.example:4750',
      'localhost.evil.example:4750',
      '127.0.0.1:4751',
      '127.0.0.1',
      '',
    ])
      for (const path of ['/', '/api/status', '/assets/x.js'])
        assert.equal(await statusOf('GET', path, { host }), 421, `${host} ${path}`);
    assert.equal(await statusOf('GET', '/api/status', {}), 421);
  });

  it('takes no post from another site', async () => {
    for (const origin of [
      'https://evil.example',
      'http://127.0.0.1:4751',
      'https://127.0.0.1:4750',
      'http://localhost:4750',
      'null',
    ])
      assert.equal(await statusOf('POST', '/api/sample', { host: OWN_HOST, origin }), 403, origin);
    for (const method of ['DELETE', 'PUT', 'PATCH'])
      assert.equal(
        await statusOf(method, '/api/data', { host: OWN_HOST, origin: 'http://evil.example' }),
        403,
      );
    assert.equal((await open.house.store.runs('me')).length, 0);
  });

  it('goes by Sec-Fetch-Site where no Origin is sent', async () => {
    assert.equal(await statusOf('GET', '/api/status', from('same-origin')), 200);
    assert.equal(await statusOf('GET', '/api/status', from('none')), 200);
    assert.equal(await statusOf('GET', '/api/status', from('cross-site')), 403);
    assert.equal(await statusOf('GET', '/api/status', from('same-site')), 403);
    assert.equal(await statusOf('DELETE', '/api/data', from('none')), 403);
    assert.equal(await statusOf('DELETE', '/api/data', from('cross-site')), 403);
    assert.equal(await statusOf('DELETE', '/api/data', from('same-origin')), 200);
  });

  it('knows the API by where a request leads, however its address is written', async () => {
    for (const path of [
      '/%61pi/runs',
      '/a%70i/runs',
      '/api%2fruns',
      '/%61%70%69/runs',
      '//api/runs',
      '/API/runs',
    ])
      for (const mode of ['no-cors', 'cors', 'same-origin', ''])
        assert.equal(
          await statusOf('GET', path, { ...from('cross-site'), 'sec-fetch-mode': mode }),
          403,
          `${path} ${mode}`,
        );
    for (const path of ['/api/runs', '/%61pi/runs', '/a%70i/runs', '/api%2fruns', '/%61%70%69'])
      assert.equal(
        await statusOf('GET', path, { ...from('cross-site'), 'sec-fetch-mode': 'navigate' }),
        403,
        path,
      );
  });

  it('lets a link elsewhere open a page, and nothing elsewhere fetch one', async () => {
    const asked = (method: string, path: string, mode: string): Promise<number> =>
      statusOf(method, path, { ...from('cross-site'), 'sec-fetch-mode': mode });
    // 503: these pages are not built here.
    for (const path of ['/', '/runs', '/apiary'])
      assert.equal(await asked('GET', path, 'navigate'), 503, path);
    assert.equal(await asked('GET', '/runs', 'no-cors'), 403);
    assert.equal(await asked('GET', '/assets/x.js', 'no-cors'), 403);
    assert.equal(await asked('POST', '/', 'navigate'), 403);
  });

  it('takes a change from its own page and from a program that is no browser', async () => {
    assert.equal(
      await statusOf('DELETE', '/api/data', { host: OWN_HOST, origin: `http://${OWN_HOST}` }),
      200,
    );
    assert.equal(await statusOf('DELETE', '/api/data', { host: OWN_HOST }), 200);
  });

  it('never tells another site anything by CORS', async () => {
    const response = await open.ask('GET', '/api/status');
    assert.equal(response.headers.get('access-control-allow-origin'), null);
    assert.equal(
      await statusOf('OPTIONS', '/api/status', { host: OWN_HOST, origin: 'http://evil.example' }),
      403,
    );
  });

  it('takes JSON of 64 kB, and refuses one byte more or a body that hides its length', async () => {
    assert.equal((await putSettings({ 'content-length': '65536' })).status, 200);
    const large = await putSettings({ 'content-length': '65537' });
    assert.equal(large.status, 413);
    assert.equal(((await large.json()) as { code: string }).code, 'too-large');
    assert.equal((await putSettings({ 'transfer-encoding': 'chunked' })).status, 411);
  });

  it('answers every unknown address of the API with a problem, never with the page', async () => {
    for (const [method, path] of [
      ['GET', '/api'],
      ['GET', '/api/nothing'],
      ['POST', '/api/runs'],
    ] as const) {
      const answer = await open.ask(method, path);
      assert.equal(answer.status, 404, path);
      assert.deepEqual(Object.keys((await answer.json()) as object), ['code', 'text']);
    }
  });

  it('leaves no error behind', () => {
    assert.deepEqual(open.errors, []);
  });
});

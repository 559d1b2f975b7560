import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures.ts';

test.describe('the sample runner’s store', () => {
  test.use({ startsWith: 'sample' });

  test('is shown by pages with a strict policy and no script of their own in them', async ({
    page,
    noise,
  }) => {
    const answer = await page.goto('/');
    const headers = answer?.headers() ?? {};
    const policy = new Map(
      (headers['content-security-policy'] ?? '').split(';').map((part) => {
        const [name = '', ...values] = part.trim().split(/\s+/);
        return [name, values] as const;
      }),
    );
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('style-src')?.join(' ')).toMatch(/^'self' 'nonce-[\w+/=]{20,}'$/);
    expect([...policy.values()].flat()).not.toContain("'unsafe-inline'");
    expect([...policy.values()].flat()).not.toContain("'unsafe-eval'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Run/);
    // The browser keeps to it: a script put into the page does not run.
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ranAnyway = true';
      const refused = new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', () => resolve('refused'), { once: true });
      });
      document.head.append(script);
      return 'ranAnyway' in globalThis ? 'ran' : refused;
    });
    expect(ran).toBe('refused');
    expect(noise.splice(0)).toEqual([expect.stringContaining('Content Security Policy')]);
  });

  test('cannot be changed or read by a page of another site', async ({ app, browser }) => {
    const elsewhere = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>elsewhere</title>');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    const tried = await page.evaluate(async (url) => {
      const attempts: Record<string, [path: string, init: RequestInit]> = {
        post: [
          '/api/check-ins',
          { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
        ],
        blindPost: ['/api/sample', { method: 'POST', mode: 'no-cors' }],
        erase: ['/api/sample', { method: 'DELETE' }],
        read: ['/api/runs', {}],
      };
      const outcomes: Record<string, string> = {};
      for (const [name, [path, init]] of Object.entries(attempts))
        try {
          outcomes[name] = (await fetch(`${url}${path}`, init)).type;
        } catch {
          outcomes[name] = 'failed';
        }
      return outcomes;
    }, app.url);
    expect(tried['post']).toBe('failed');
    expect(tried['erase']).toBe('failed');
    expect(tried['read']).toBe('failed');
    // A post without asking leaves the browser, but its answer stays hidden and it does nothing.
    expect(['opaque', 'failed']).toContain(tried['blindPost']);
    await context.close();
    elsewhere.close();

    for (const [method, path] of [
      ['POST', '/api/sample'],
      ['DELETE', '/api/sample'],
      ['PUT', '/api/settings'],
      ['POST', '/api/imports'],
    ] as const) {
      const answer = await ask(app.url, method, path, { origin: 'https://elsewhere.example' });
      expect(answer.status, `${method} ${path}`).toBe(403);
    }
    const status = (await (await fetch(`${app.url}/api/status`)).json()) as { runs: number };
    expect(status.runs).toBe(188);
  });

  test('is not given to a name that was pointed at this machine', async ({ app }) => {
    const { port } = new URL(app.url);
    for (const host of [
      `elsewhere.example:${port}`,
      'elsewhere.example',
      `127.0.0.1.elsewhere.example:${port}`,
    ])
      for (const path of ['/', '/api/runs', '/api/status']) {
        const answer = await ask(app.url, 'GET', path, { host });
        expect(answer.status, `${host} ${path}`).toBe(421);
        expect(answer.body).not.toContain('188');
        expect(answer.body).not.toContain('<script');
      }
    const own = await ask(app.url, 'GET', '/api/status', { host: `127.0.0.1:${port}` });
    expect(own.status).toBe(200);
  });
});

/** A request no browser would send: with the Host or Origin a hostile page would cause. */
function ask(
  url: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        body += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hc } from 'hono/client';
import type { Api } from '../api.ts';
import { openHouse, OWN_HOST } from '../testing/open-house.ts';

describe('typed client', () => {
  it('knows every answer’s shape from the server’s own schemas', async () => {
    const open = await openHouse();
    const client = hc<Api>(`http://${OWN_HOST}`, {
      headers: { host: OWN_HOST },
      fetch: (input: Request | URL | string, init?: RequestInit) =>
        open.app.request(input instanceof Request ? input.url : String(input), init),
    });
    try {
      const status = await (await client.api.status.$get()).json();
      // Types are the test here: each of these lines compiles only while client and server agree.
      const { empty, date }: { empty: boolean; date: string } = status;
      assert.deepEqual([empty, date], [true, '2026-11-17']);
      const { runs } = await (await client.api.runs.$get()).json();
      const distances: (number | null)[] = runs.map(({ distanceM }) => distanceM);
      assert.deepEqual(distances, []);
      const saved = await client.api.settings.$put({ json: { family: 'PF' } });
      assert.equal(saved.status, 200);
      const missing = await client.api.runs[':id'].$get({ param: { id: 'nothing' } });
      assert.equal(missing.status, 404);
    } finally {
      await open.close();
    }
  });
});

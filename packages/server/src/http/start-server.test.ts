import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { request } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { beginImport, endImport } from '../imports/receive.ts';
import { gpx } from '../testing/gpx.ts';
import { withFolder } from '../testing/open-house.ts';
import { CannotListen, type RunningServer, startServer } from './start-server.ts';

const silent = pino({ level: 'silent' });

/** As a browser that was led here under another name would ask. */
async function statusUnder(port: number, host: string): Promise<number | undefined> {
  const asked = request({ host: '127.0.0.1', port, path: '/api/status', headers: { host } });
  asked.end();
  const [response] = (await once(asked, 'response')) as [{ statusCode?: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

async function freePort(): Promise<number> {
  const held = createServer().listen(0, '127.0.0.1');
  await once(held, 'listening');
  const { port } = held.address() as AddressInfo;
  held.close();
  await once(held, 'close');
  return port;
}

/** Asks as soon as anyone takes the connection, once. */
async function statusOnceListening(port: number): Promise<number | undefined> {
  for (;;)
    try {
      return await statusUnder(port, `127.0.0.1:${port}`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) throw error;
      await sleep(2);
    }
}

async function withServer(dataDir: string, work: (server: RunningServer) => Promise<void>): Promise<void> {
  const server = await startServer({ dataDir, port: 0, log: silent });
  try {
    await work(server);
  } finally {
    await server.close();
  }
}

async function sharesSettings(one: string, other: string): Promise<void> {
  const saved = await fetch(`${one}/api/settings`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ family: 'PF' }),
  });
  assert.equal(saved.status, 200);
  const seen = (await (await fetch(`${other}/api/settings`)).json()) as { family: string };
  assert.equal(seen.family, 'PF');
}

describe('server', () => {
  it('answers on loopback under its own names only, and closes', () =>
    withFolder(async (dataDir) => {
      const server = await startServer({ dataDir, port: 0, log: silent });
      assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+$/);
      const status = (await (await fetch(`${server.url}/api/status`)).json()) as { dataDir: string };
      assert.equal(status.dataDir, dataDir);
      assert.equal(await statusUnder(server.port, `localhost:${server.port}`), 200);
      assert.equal(await statusUnder(server.port, `evil.example:${server.port}`), 421);
      await server.close();
      await assert.rejects(fetch(`${server.url}/api/status`));
    }));

  it('takes a post that has no body and states no length, as curl sends it', () =>
    withFolder((dataDir) =>
      withServer(dataDir, async ({ port }) => {
        const socket = connect(port, '127.0.0.1');
        socket.write(`DELETE /api/data HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
        const [first] = (await once(socket, 'data')) as [Buffer];
        socket.destroy();
        assert.match(first.toString(), /^HTTP\/1\.1 200 /);
      }),
    ));

  it('answers who asked while it was still starting', () =>
    withFolder(async (dataDir) => {
      const port = await freePort();
      // Another program at work on the file keeps the store from being opened.
      const other = new DatabaseSync(join(dataDir, 'kneewise.db'));
      other.exec('begin exclusive');
      const starting = startServer({ dataDir, port, log: silent });
      const asked = statusOnceListening(port);
      await sleep(100);
      other.exec('rollback');
      other.close();
      assert.equal(await asked, 200);
      await (await starting).close();
    }));

  it('says that it is already running, and where', () =>
    withFolder(async (dataDir) => {
      await withServer(dataDir, (first) =>
        assert.rejects(startServer({ dataDir, port: first.port, log: silent }), (error) => {
          assert.ok(error instanceof CannotListen);
          assert.equal(error.code, 'already-running');
          assert.ok(error.message.includes(first.url));
          assert.ok(!error.message.includes('\n'));
          return true;
        }),
      );
    }));

  it('says that another program has the port, and what to do', () =>
    withFolder(async (dataDir) => {
      const other = createServer((_, response) => response.end('not Kneewise'));
      other.listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      await assert.rejects(startServer({ dataDir, port, log: silent }), (error) => {
        assert.ok(error instanceof CannotListen);
        assert.equal(error.code, 'port-taken');
        assert.match(error.message, /--port/);
        return true;
      });
      other.close();
    }));

  it('serves one data folder from two processes’ worth of servers at once', () =>
    withFolder(async (dataDir) => {
      await withServer(dataDir, (a) => withServer(dataDir, (b) => sharesSettings(a.url, b.url)));
    }));

  it('imports what one of two servers on a folder received, once, whichever of them holds the lease', () =>
    withFolder((dataDir) =>
      withServer(dataDir, (first) =>
        withServer(dataDir, async (second) => {
          for (const [index, server] of [first, second].entries()) {
            const { store, runnerId, importer } = server.house;
            const { batch } = await beginImport(server.house, 'test', 1);
            const start = `2026-11-0${index + 1}T08:00:00Z`;
            await store.inboxAdd(runnerId, batch.id, 'run.gpx', gpx({ start, minutes: 20 }));
            await endImport(server.house, batch.id);
            while ((await store.batch(runnerId, batch.id))?.state !== 'done') await sleep(20);
            const { rows } = await store.rowsFrom(runnerId, batch.id, 0, 10);
            assert.deepEqual(
              rows.map(({ path, outcome }) => [path, outcome]),
              [['run.gpx', 'added']],
            );
            assert.equal(importer.problem(), null);
          }
          assert.equal((await first.house.store.runs('me')).length, 2);
        }),
      ),
    ));

  it('cuts an upload that stalls, keeps nothing of it, and serves on', () =>
    withFolder(async (dataDir) => {
      const server = await startServer({ dataDir, port: 0, log: silent, idleMs: 300 });
      try {
        const { batch } = await beginImport(server.house, 'test', 1);
        const socket = connect(server.port, '127.0.0.1');
        socket.on('error', () => undefined);
        socket.write(
          `PUT /api/imports/${batch.id}/files?path=a.gpx HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Length: 1000\r\n\r\n<gpx`,
        );
        await once(socket, 'close');
        assert.equal((await fetch(`${server.url}/api/status`)).status, 200);
        assert.deepEqual(await server.house.store.inboxPending(server.house.runnerId), []);
      } finally {
        await server.close();
      }
    }));

  it('takes an upload that states no length, piece by piece, and keeps all of it', () =>
    withFolder((dataDir) =>
      withServer(dataDir, async (server) => {
        const begun = await fetch(`${server.url}/api/imports`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ label: 'large', files: 1 }),
        });
        const { id } = (await begun.json()) as { id: string };
        const pieces = 48;
        const piece = new Uint8Array(1024 * 1024).fill(7);
        const put = await fetch(`${server.url}/api/imports/${id}/files?path=large.gpx`, {
          method: 'PUT',
          duplex: 'half',
          body: ReadableStream.from(Array.from({ length: pieces }, () => piece)),
        });
        assert.equal(put.status, 201);
        assert.deepEqual(await put.json(), { path: 'large.gpx', sizeBytes: pieces * piece.length });
      }),
    ));
});

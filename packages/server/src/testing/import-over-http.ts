/** Imports as the app does, and waits until they are through. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from '@hono/zod-openapi';
import type { ImportBegun, ImportState } from '../api.ts';
import type { OpenHouse } from './open-house.ts';

export type State = z.infer<typeof ImportState>;

export async function importThrough(
  open: OpenHouse,
  files: Readonly<Record<string, Uint8Array>>,
  label = 'a folder',
): Promise<State> {
  const { id } = (await open.json(
    'POST',
    '/api/imports',
    { label, files: Object.keys(files).length },
    201,
  )) as z.infer<typeof ImportBegun>;
  for (const [path, bytes] of Object.entries(files)) {
    const sent = await open.ask('PUT', `/api/imports/${id}/files?path=${encodeURIComponent(path)}`, bytes);
    assert.equal(sent.status, 201);
  }
  await open.json('POST', `/api/imports/${id}/end`);
  const rows: State['rows'] = [];
  for (;;) {
    const state = (await open.json('GET', `/api/imports/${id}?from=${rows.length}`)) as State;
    rows.push(...state.rows);
    if (state.state !== 'receiving' && state.state !== 'reading' && rows.length === state.filesDone)
      return { ...state, rows };
    await sleep(10);
  }
}

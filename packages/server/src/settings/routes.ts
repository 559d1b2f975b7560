import { createRoute } from '@hono/zod-openapi';
import type { Family } from '@kneewise/engine';
import type { Settings as Stored } from '@kneewise/store';
import { ChangedSettings, Settings } from '../api.ts';
import { answer, body, newRoutes, refusal } from '../http/new-routes.ts';
import type { House } from '../house.ts';
import { changeSettings } from './change-settings.ts';

const get = createRoute({
  method: 'get',
  path: '/api/settings',
  summary: 'What the runner told once',
  responses: { 200: answer(Settings, 'The settings') },
});
const change = createRoute({
  method: 'put',
  path: '/api/settings',
  summary: 'Change any part of it; the rest stays',
  request: body(ChangedSettings),
  responses: { 200: answer(Settings, 'All of it, changed'), 400: refusal('Not a setting') },
});

const asSent = (settings: Stored) => ({ ...settings, family: settings.family as Family });

export const settingsRoutes = ({ store, runnerId, clock }: House) =>
  newRoutes()
    .openapi(get, async (c) => c.json(asSent(await store.settings(runnerId)), 200))
    .openapi(change, async (c) => {
      const { onset, family, flags, ache } = c.req.valid('json');
      const told = {
        ...(onset === undefined ? {} : { onset }),
        ...(family === undefined ? {} : { family }),
        ...(flags === undefined ? {} : { flags }),
        ...(ache === undefined ? {} : { ache }),
      };
      const changed = await changeSettings(store, runnerId, told, clock);
      return c.json(asSent(changed), 200);
    });

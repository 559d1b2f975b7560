import { createRoute, z } from '@hono/zod-openapi';
import { exportHistory, zipBytes } from '@kneewise/store';
import { zipDownload } from '../backup/zip-download.ts';
import type { House } from '../house.ts';
import { newRoutes } from '../http/new-routes.ts';

const give = createRoute({
  method: 'get',
  path: '/api/export',
  summary: 'The original files, every table as CSV and JSON, and what each column means, as one zip',
  responses: {
    200: { content: { 'application/zip': { schema: z.any() } }, description: 'The export' },
  },
});

export const exportRoutes = ({ store, runnerId, clock }: House) =>
  newRoutes().openapi(give, async () => {
    const history = exportHistory(store.folder, runnerId);
    const close = async (): Promise<void> => history.close();
    return zipDownload(`kneewise-export-${clock.today()}.zip`, zipBytes(history.parts), close);
  });

/**
 * Keeps JSON small. What a request says about its length is enough: Node's parser holds it to that. (Hono's own
 * bodyLimit makes a second Request, which the Node adapter's light one does not survive without a body.)
 */
import { createMiddleware } from 'hono/factory';
import { problem } from './problem.ts';

/** Largest JSON a page sends; files come raw and have their own limit. Our choice. */
export const LARGEST_JSON_BYTES = 64 * 1024;

/** Requests whose body is a file. */
const isFile = (method: string, path: string): boolean =>
  method === 'PUT' && /^\/api\/(?:(?:imports|trials)\/[^/]+\/files|restore)$/.test(path);

export const limitJson = createMiddleware(async (c, next) => {
  if (isFile(c.req.method, c.req.path)) return next();
  if (c.req.header('transfer-encoding') !== undefined)
    return problem(c, 'length-required', 'A request here has to state its length.');
  if (Number(c.req.header('content-length') ?? 0) > LARGEST_JSON_BYTES)
    return problem(c, 'too-large', `A request may hold at most ${LARGEST_JSON_BYTES} bytes.`);
  return next();
});

/**
 * Keeps other sites out. A page elsewhere can make a browser send us requests (cross-site posts), and can even
 * give its own name our address (DNS rebinding); a browser tells both in headers that no script can change.
 * Hono's own csrf check refuses uploads without an Origin, so this one is ours.
 */
import { createMiddleware } from 'hono/factory';
import { problem } from './problem.ts';

const READS = new Set(['GET', 'HEAD']);

/** @param names Host headers that are ours, lower case, with the port; asked at each request */
export const guard = (names: () => ReadonlySet<string>) =>
  createMiddleware(async (c, next) => {
    const host = c.req.header('host')?.toLowerCase();
    if (host === undefined || !names().has(host))
      return problem(c, 'wrong-host', 'This address is not one of Kneewise’s own names.');

    const origin = c.req.header('origin');
    if (origin !== undefined && origin.toLowerCase() !== `http://${host}`)
      return problem(c, 'other-site', 'Kneewise answers only its own pages.');

    const site = c.req.header('sec-fetch-site');
    const reads = READS.has(c.req.method);
    // `none`: typed into the address bar, which can only read.
    const fromUs = site === undefined || site === 'same-origin' || (site === 'none' && reads);
    // A link elsewhere may open a page. `c.req.path` is what decides the route: `%61pi` is `api` there.
    const opensPage =
      reads && c.req.header('sec-fetch-mode') === 'navigate' && !/^\/api(?![\w-])/i.test(c.req.path);
    if (!fromUs && !opensPage) return problem(c, 'other-site', 'Kneewise answers only its own pages.');
    return next();
  });

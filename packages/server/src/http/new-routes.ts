/** A set of routes whose refused input is answered like every other problem. */
import { OpenAPIHono, type z } from '@hono/zod-openapi';
import { Problem } from '../api.ts';
import { problem } from './problem.ts';
import { refusedInput } from './refused-input.ts';

export const newRoutes = () =>
  new OpenAPIHono({
    defaultHook: (result, c) => {
      if (!result.success) return problem(c, 'bad-request', refusedInput(result.error));
      return undefined;
    },
  });

/** One answer of a route, as OpenAPI wants it. */
export const answer = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});

/** What a route says when it cannot. */
export const refusal = (description: string) => answer(Problem, description);

/** A JSON body of that shape. */
export const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

/** What is refused, and how it is said: to a stranger a workspace does not exist (spec WR2). */
import { uuid } from '@holdfast/shared/entities/fields';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { problem } from '../http/problem';
import type { AppEnv } from '../http/session';

export type Refusal = 'removed' | 'stranger' | 'forbidden' | 'not_found' | 'last_owner';

export function refusal(c: Context<AppEnv>, kind: Refusal): Response {
  if (kind === 'removed') return problem(c, 'removed', 403);
  if (kind === 'stranger') return problem(c, 'unknown_workspace', 404);
  if (kind === 'not_found') return problem(c, 'not_found', 404);
  return kind === 'last_owner' ? problem(c, 'last_owner', 409) : problem(c, 'forbidden', 403);
}

/** An id that is none is of no workspace, and of nobody. It sees the parameters of the route that it stands on. */
export const requireUuids = createMiddleware<AppEnv>(async (c, next) => {
  for (const [name, value] of Object.entries(c.req.param() as Record<string, string>))
    if (!uuid.safeParse(value).success)
      return problem(c, name === 'id' ? 'unknown_workspace' : 'not_found', 404);
  return next();
});

/** The stream (spec ST1–ST5): it carries no rows, it says *pull*. A lost event costs one poll. */
import { HEARTBEAT_MS } from '@holdfast/shared/sync/protocol';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { AppEnv } from '../http/session';
import type { Hub } from './hub';
import type { Standing } from './standing';

export interface EventsDeps {
  readonly hub: Hub;
  readonly standing: (session: { accountId: string; sessionId: string }) => Promise<Standing>;
  readonly heartbeatMs?: number;
}

/** A proxy or a phone may keep a dead stream for ever: after this long the client comes back by itself. */
const MAX_LIFE_MS = 15 * 60_000;

export function events(
  c: Context<AppEnv>,
  { hub, standing, heartbeatMs = HEARTBEAT_MS }: EventsDeps,
): Response {
  const session = c.var.session;
  c.header('Cache-Control', 'no-store, no-transform');
  c.header('X-Accel-Buffering', 'no');
  const response = streamSSE(c, async (stream) => {
    let heads: ReadonlyMap<string, number> = new Map();
    let over: () => void = () => undefined;
    const ended = new Promise<void>((done) => {
      over = done;
    });
    const say = (event: string, data: object) =>
      void stream.writeSSE({ event, data: JSON.stringify(data) }).catch(over);
    // Before any await: an abort during the first look-up must find its handler (H54).
    stream.onAbort(over);
    const remove = hub.add({
      ...session,
      workspaces: () => new Set(heads.keys()),
      changed: (changed) => say('changed', changed),
      revoked: (workspaceId) => {
        heads = new Map([...heads].filter(([id]) => id !== workspaceId));
        say('revoked', { workspaceId });
      },
      ended: (reason) => {
        say('session', { reason });
        over();
      },
    });
    const look = async (): Promise<void> => {
      const now = await standing(session);
      if (now.sessionEnded) {
        say('session', { reason: 'ended' });
        over();
        return;
      }
      for (const id of heads.keys()) if (!now.heads.has(id)) say('revoked', { workspaceId: id });
      heads = now.heads;
    };
    const beat = setInterval(() => {
      look().then(() => void stream.write(': \n\n').catch(over), over);
    }, heartbeatMs);
    const life = setTimeout(over, MAX_LIFE_MS);
    try {
      await look();
      say('hello', { account: session.accountId, heads: Object.fromEntries(heads) });
      if (!stream.aborted) await ended;
    } finally {
      clearInterval(beat);
      clearTimeout(life);
      remove();
    }
  });
  return response;
}

/** The stream (spec ST1–ST5): it carries no rows, it says *pull*. A lost event costs one poll. */
import { HEARTBEAT_MS } from '@holdfast/shared/sync/protocol';
import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { AppEnv, RequestSession } from '../http/session';
import type { Changed, Hub } from './hub';
import type { Standing } from './standing';

export interface EventsDeps {
  readonly hub: Hub;
  readonly standing: (session: RequestSession) => Promise<Standing>;
  readonly heartbeatMs?: number;
}

/** A proxy or a phone may keep a dead stream for ever: after this long the client comes back by itself. */
const MAX_LIFE_MS = 15 * 60_000;
/** Events that nobody takes: whoever listens has gone without saying so. */
const MAX_WAITING = 50;

export function events(c: Context<AppEnv>, deps: EventsDeps): Response {
  // Only asked what it would be. A stream whose body nobody takes is never hung up on: it would live its whole life.
  if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' });
  const session = c.get('session');
  const response = streamSSE(c, (stream) => speak(stream, session, deps));
  response.headers.set('Cache-Control', 'no-store, no-transform');
  response.headers.set('X-Accel-Buffering', 'no');
  return response;
}

async function speak(stream: SSEStreamingApi, session: RequestSession, deps: EventsDeps): Promise<void> {
  const { hub, standing, heartbeatMs = HEARTBEAT_MS } = deps;
  let over: () => void = () => undefined;
  const ended = new Promise<void>((done) => {
    over = done;
  });
  // Before any await: an abort during the first look-up must find its handler (H54).
  stream.onAbort(over);

  let waiting = 0;
  const write = async (send: () => Promise<unknown>): Promise<void> => {
    if (++waiting > MAX_WAITING) over();
    await send().catch(over);
    waiting -= 1;
  };
  const say = (event: string, data: object) =>
    write(() => stream.writeSSE({ event, data: JSON.stringify(data) }));

  /** By workspace, the version that was told last. Null until `hello`: what happens meanwhile is told after it. */
  let heads: Map<string, number> | null = null;
  const early: Changed[] = [];
  const changed = (event: Changed) => {
    if (heads === null) {
      early.push(event);
      return;
    }
    // Not this account's, or told already.
    if (event.version <= (heads.get(event.workspaceId) ?? Number.POSITIVE_INFINITY)) return;
    heads.set(event.workspaceId, event.version);
    void say('changed', event);
  };
  const remove = hub.add({
    ...session,
    changed,
    // A workspace that was not there at `hello` is heard of at once, not at the next heartbeat.
    joined: () => void look().catch(over),
    revoked: (workspaceId) => {
      heads?.delete(workspaceId);
      void say('revoked', { workspaceId });
    },
    ended: (reason) => void say('session', { reason }).then(over),
  });
  /** ST2: session and membership as they are now, and what no hint has told of (H55). */
  const look = async (): Promise<ReadonlyMap<string, number>> => {
    const now = await standing(session);
    if (now.sessionEnded) await say('session', { reason: 'ended' }).then(over);
    for (const id of heads?.keys() ?? [])
      if (!now.heads.has(id)) {
        heads?.delete(id);
        void say('revoked', { workspaceId: id });
      }
    for (const [workspaceId, version] of heads === null ? [] : now.heads) {
      if (!heads?.has(workspaceId)) heads?.set(workspaceId, 0);
      changed({ workspaceId, version });
    }
    return now.heads;
  };
  const beat = setInterval(() => {
    look().then(() => write(() => stream.write(':\n\n')), over);
  }, heartbeatMs);
  const life = setTimeout(over, MAX_LIFE_MS);
  // A database that is away ends the stream; the client comes back with jitter.
  await look().then((found) => {
    void say('hello', { account: session.accountId, heads: Object.fromEntries(found) });
    heads = new Map(found);
    for (const event of early) changed(event);
  }, over);
  if (!stream.aborted) await ended;
  clearInterval(beat);
  clearTimeout(life);
  remove();
}

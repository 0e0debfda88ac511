/**
 * The live connection (ST1–ST4): it says *pull*, nothing more. One for the browser, held by the syncing place.
 *
 *   [closed] ── wanted ──▶ [connecting] ── hello, own account ──▶ [alive] ── 45 s of silence, an error ──┐
 *      ▲                        ▲                                                                         │
 *      │                        └───────────── after a wait with jitter ─────────────────────────────────┤
 *      └── hidden for 30 s, signed out, stopped · hello of another account: closed until the session is seen to
 */
import { streamEventSchemas } from '@holdfast/shared/sync/protocol';
import type { EventFeed, OpenFeed } from '../platform/event-source';
import type { Alarm } from '../platform/timers';
import { BACKOFF, backoffDelay } from './backoff';

export type StreamNews =
  | { readonly kind: 'hello'; readonly heads: { readonly [workspaceId: string]: number } }
  | { readonly kind: 'changed'; readonly workspaceId: string; readonly version: number }
  | { readonly kind: 'revoked'; readonly workspaceId: string }
  /** The session ended or was replaced, or the stream was refused for it: a request will tell. */
  | { readonly kind: 'session' }
  | { readonly kind: 'silent' };

export interface StreamDeps {
  readonly account: string;
  readonly openFeed: OpenFeed;
  readonly createAlarm: (ring: () => void) => Alarm;
  readonly now: () => number;
  readonly random: () => number;
  readonly heard: (news: StreamNews) => void;
}

export interface Stream {
  /** To be open, or not. Asking again changes nothing: a backoff stands. */
  want(open: boolean): void;
  visible(visible: boolean): void;
}

const SILENT_IS_DEAD = 45_000;
const HIDDEN_FOR = 30_000;

export function createStream(deps: StreamDeps): Stream {
  let wanted = false;
  let foreign = false;
  let seen = true;
  let feed: EventFeed | null = null;
  let alive = false;
  let failures = 0;
  let lastHeardAt = 0;
  const again = deps.createAlarm(() => reconcile());
  const watchdog = deps.createAlarm(() => {
    const left = lastHeardAt + SILENT_IS_DEAD - deps.now();
    if (left > 0) watchdog.set(left);
    else broken(null);
  });
  const rest = deps.createAlarm(() => {
    seen = false;
    reconcile();
  });

  function reconcile(): void {
    if (!wanted || !seen || foreign) close();
    else if (feed === null) open();
  }

  function open(): void {
    again.set(null);
    lastHeardAt = deps.now();
    watchdog.set(SILENT_IS_DEAD);
    feed = deps.openFeed('/sync/events', deps.account, {
      alive: () => {
        lastHeardAt = deps.now();
      },
      event: heard,
      ended: broken,
    });
  }

  function heard(name: string, data: string): void {
    const event = parseStreamEvent(name, data);
    if (event === null) return;
    if (event.kind === 'hello') {
      if (event.account !== deps.account) {
        // Another person's session in this browser (ST1): nothing of theirs is for us.
        foreign = true;
        close();
        deps.heard({ kind: 'session' });
        return;
      }
      alive = true;
      failures = 0;
      deps.heard({ kind: 'hello', heads: event.heads });
    } else deps.heard(event);
  }

  function broken(status: number | null): void {
    close();
    failures += 1;
    if (status === 401 || status === 409) deps.heard({ kind: 'session' });
    // It is wanted in sight only.
    again.set(backoffDelay(failures, deps.random(), BACKOFF.longestInSight));
  }

  function close(): void {
    again.set(null);
    watchdog.set(null);
    feed?.close();
    feed = null;
    if (alive) deps.heard({ kind: 'silent' });
    alive = false;
  }

  return {
    want(open) {
      if (open === wanted) return;
      wanted = open;
      foreign = false;
      reconcile();
    },
    visible(visible) {
      rest.set(visible ? null : HIDDEN_FOR);
      if (!visible) return;
      seen = true;
      // A phone may have killed it without a word: what was not heard from for a while is opened anew.
      if (feed !== null && deps.now() - lastHeardAt > HIDDEN_FOR) close();
      reconcile();
    },
  };
}

type StreamEvent =
  | {
      readonly kind: 'hello';
      readonly account: string;
      readonly heads: { readonly [workspaceId: string]: number };
    }
  | { readonly kind: 'changed'; readonly workspaceId: string; readonly version: number }
  | { readonly kind: 'revoked'; readonly workspaceId: string }
  | { readonly kind: 'session' };

/** Null for what we do not know (a newer server) or cannot read: a lost event costs at most one poll. */
export function parseStreamEvent(name: string, data: string): StreamEvent | null {
  const value = parseJson(data);
  if (name === 'hello') {
    const hello = streamEventSchemas.hello.safeParse(value);
    return hello.success ? { kind: 'hello', account: hello.data.account, heads: hello.data.heads } : null;
  }
  if (name === 'changed') {
    const changed = streamEventSchemas.changed.safeParse(value);
    if (!changed.success) return null;
    return { kind: 'changed', workspaceId: changed.data.workspaceId, version: changed.data.version };
  }
  if (name === 'revoked') {
    const revoked = streamEventSchemas.revoked.safeParse(value);
    return revoked.success ? { kind: 'revoked', workspaceId: revoked.data.workspaceId } : null;
  }
  return name === 'session' ? { kind: 'session' } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

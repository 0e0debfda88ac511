/**
 * Syncing for one open account, in every tab: the tab that leads runs engine and stream, the others tell it what
 * they wrote and show what it says. Ends cleanly: nothing in flight touches the store afterwards.
 */

import type { Leaving } from '../db/leaving';
import type { OpenFeed } from '../platform/event-source';
import type { Hold } from '../platform/locks';
import type { TabChannel } from '../platform/tab-channel';
import type { Alarm } from '../platform/timers';
import { createEngine, type Engine, type EngineEvent } from '../sync/engine';
import type { SyncDeps } from '../sync/engine-deps';
import { createLeader } from '../sync/leader';
import { wouldPushNow } from '../sync/machine-plan';
import { afterAnswer, afterStep, type NetFacts, noFacts } from '../sync/status-net';
import { createStream, type StreamNews } from '../sync/stream';
import type { ActiveAccount } from './active-account';
import { type PlaceMessage, readPlaceMessage } from './place-message';

export interface PlaceDeps {
  readonly account: ActiveAccount;
  readonly sync: Omit<SyncDeps, 'took'>;
  readonly openFeed: OpenFeed;
  readonly hold: Hold;
  readonly openChannel: (heard: (message: unknown) => void) => TabChannel<PlaceMessage>;
  readonly createAlarm: (ring: () => void) => Alarm;
  readonly isVisible: () => boolean;
  /** When each workspace's digest was compared last, and was last complete. */
  readonly history: () => Promise<{
    readonly digested: { readonly [id: string]: number };
    readonly asOf: { readonly [id: string]: number };
  }>;
  readonly facts: (facts: NetFacts) => void;
  readonly left: (workspaceId: string) => void;
  readonly needsUpdate: () => void;
  /** Something about who may see what changed: ask the server who we are. */
  readonly askMe: () => void;
  readonly storeFailed: (error: unknown) => void;
}

export interface SyncPlace {
  /** From this tab, whoever leads; `leaving`: what a write knows of what goes out next. */
  tell(event: EngineEvent, leaving?: Leaving): void;
  /** This tab leads, and a write to the workspace would be sent at once. */
  leavesAtOnce(workspaceId: string): boolean;
  /** The list of workspaces or the one on screen changed. */
  workspaces(ids: readonly string[], active: string): void;
  visible(visible: boolean): void;
  online(): void;
  stop(): Promise<void>;
}

export function createSyncPlace(deps: PlaceDeps): SyncPlace {
  const { sync } = deps;
  let { ids, active } = deps.account;
  let engine: Engine | null = null;
  let facts = noFacts(sync.now());
  let ended = false;
  let digested: { readonly [id: string]: number } = {};
  /** What this tab wanted compared while it did not lead: perhaps nobody did yet, and a look at the start is no answer. */
  const asked = new Set<string>();

  const say = (next: NetFacts) => {
    if (next === facts) return;
    facts = next;
    deps.facts(facts);
    if (engine) channel.post({ kind: 'facts', facts });
  };
  const channel = deps.openChannel((said) => {
    const message = readPlaceMessage(said);
    if (message === null) return;
    if (message.kind === 'leader') leader.heard(message.message);
    else if (message.kind === 'event') engine?.handle(message.event);
    else if (message.kind === 'ask-facts') {
      if (engine) channel.post({ kind: 'facts', facts });
    } else if (!engine) {
      facts = message.facts;
      deps.facts(facts);
    }
  });

  async function lead(stop: AbortSignal): Promise<void> {
    const history = await deps.history().catch((error: unknown) => {
      deps.storeFailed(error);
      return { digested: {}, asOf: {} };
    });
    if (stop.aborted) return;
    digested = history.digested;
    facts = { ...noFacts(sync.now()), asOf: history.asOf };
    const stream = createStream({
      account: sync.accountId,
      openFeed: deps.openFeed,
      createAlarm: deps.createAlarm,
      now: sync.now,
      random: sync.random,
      heard(news) {
        if (news.kind === 'session') running.handle({ kind: 'online' });
        else if (news.kind === 'revoked') {
          // A pull brings the server's word on it (CL8); who we are may have changed as well.
          running.handle({
            kind: 'changed',
            workspaceId: news.workspaceId,
            version: Number.MAX_SAFE_INTEGER,
          });
          deps.askMe();
        } else {
          // One that this device does not know yet: joined elsewhere.
          if (namedIn(news).some((id) => !ids.includes(id))) deps.askMe();
          running.handle(news);
        }
      },
    });
    const running = createEngine(
      {
        ...sync,
        took(workspaceId, answer, taken) {
          const reached = answer.changes.reduce((most, { row }) => Math.max(most, row.version), 0);
          say(
            afterAnswer(
              facts,
              {
                workspaceId,
                settled: taken.settled,
                waiting: taken.waiting,
                reached,
                head: answer.version,
                more: answer.more,
                complete: taken.complete,
              },
              sync.now(),
            ),
          );
        },
      },
      {
        stepped(state) {
          say(afterStep(facts, state, sync.now()));
          stream.want(state.session === 'in' && state.trouble !== 'upgrade');
        },
        needsUpdate: deps.needsUpdate,
        left: deps.left,
        storeFailed: deps.storeFailed,
      },
    );
    engine = running;
    follow = (visible) => {
      // On return the pull goes first, then the stream listens (ST3).
      running.handle({ kind: visible ? 'visible' : 'hidden' });
      stream.visible(visible);
    };
    running.handle({ kind: 'workspaces', ids, active, digested });
    for (const workspaceId of asked) running.handle({ kind: 'compare', workspaceId });
    asked.clear();
    if (!deps.isVisible()) follow(false);
    deps.askMe();
    await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()));
    engine = null;
    follow = () => undefined;
    stream.want(false);
    await running.stop();
  }

  let follow: (visible: boolean) => void = () => undefined;
  const leader = createLeader({
    lockName: `holdfast/sync/${sync.accountId}`,
    hold: deps.hold,
    post: (message) => channel.post({ kind: 'leader', message }),
    createAlarm: deps.createAlarm,
    now: sync.now,
    isVisible: deps.isVisible,
    lead,
  });
  channel.post({ kind: 'ask-facts' });
  leader.start();

  function tell(event: EngineEvent, leaving?: Leaving): void {
    if (engine) engine.handle(event, leaving);
    // Made way for a new version: what is written meanwhile is the next one's to send.
    else if (!ended) {
      if (event.kind === 'compare') asked.add(event.workspaceId);
      channel.post({ kind: 'event', event });
    }
  }

  return {
    tell,
    leavesAtOnce: (workspaceId) => engine !== null && wouldPushNow(engine.state(), workspaceId, sync.now()),
    workspaces(nextIds, nextActive) {
      ids = nextIds;
      active = nextActive;
      tell({ kind: 'workspaces', ids, active, digested });
    },
    visible(visible) {
      if (visible) {
        leader.visible();
        // Another tab leads: it looks after the workspace that is on screen here.
        if (!engine) tell({ kind: 'workspaces', ids, active, digested });
      }
      follow(visible);
    },
    online: () => tell({ kind: 'online' }),
    async stop() {
      await leader.stop();
      ended = true;
      channel.close();
    },
  };
}

const namedIn = (news: StreamNews): readonly string[] =>
  news.kind === 'hello' ? Object.keys(news.heads) : news.kind === 'changed' ? [news.workspaceId] : [];

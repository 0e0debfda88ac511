/**
 * Tells the listeners of this process at once and those of others through a wire: LISTEN/NOTIFY, or Redis (spec ST5).
 * Never inside a push's transaction: a notification there makes commits wait for each other (H55). What gathers while
 * one is under way goes out together, the newest for each workspace.
 */
import type { Bus, BusEvent, Log } from '../deps';

/** What carries a text to every process that listens, this one too. Hints only: what is lost costs a poll. */
export interface BusWire {
  readonly send: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}
export type OpenWire = (heard: (text: string) => void) => Promise<BusWire>;

/** A notification of Postgres holds less than 8,000 bytes. */
const MOST = 20;

export interface ProcessBus extends Bus {
  readonly close: () => Promise<void>;
}

/** @param processId told apart from other processes' by it: what we said ourselves we have heard already. */
export async function createBus(open: OpenWire, processId: string, log: Log): Promise<ProcessBus> {
  const listeners = new Set<(event: BusEvent) => void>();
  const waiting = new Map<string, BusEvent>();
  let sending: Promise<void> | null = null;

  const tell = (event: BusEvent) => {
    for (const listener of listeners) listener(event);
  };
  const heard = (payload: string) => {
    const message = parse(payload);
    if (message && message.from !== processId) message.events.forEach(tell);
  };
  const wire = await open(heard);

  async function send(): Promise<void> {
    while (waiting.size > 0) {
      const events = [...waiting].slice(0, MOST);
      for (const [key] of events) waiting.delete(key);
      await wire.send(JSON.stringify({ from: processId, events: events.map(([, event]) => event) }));
    }
  }

  return {
    publish(event) {
      tell(event);
      const key = keyOf(event);
      waiting.set(key, joined(waiting.get(key), event));
      sending ??= send()
        // Only a hint is lost: everybody polls.
        .catch(() => log.warn({}, 'a notification was not sent'))
        .finally(() => {
          sending = null;
        });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await sending;
      await wire.close();
    },
  };
}

const keyOf = (event: BusEvent): string =>
  event.kind === 'changed'
    ? event.workspaceId
    : event.kind === 'session'
      ? event.sessionId
      : `${event.workspaceId} ${event.accountId}`;

/** Two changes of one workspace are one: the highest version, and a device only if both were its own. */
function joined(earlier: BusEvent | undefined, later: BusEvent): BusEvent {
  if (earlier?.kind !== 'changed' || later.kind !== 'changed') return later;
  return {
    ...later,
    version: Math.max(earlier.version, later.version),
    deviceId: earlier.deviceId === later.deviceId ? later.deviceId : null,
  };
}

function parse(payload: string): { from: string; events: BusEvent[] } | null {
  try {
    return JSON.parse(payload) as { from: string; events: BusEvent[] };
  } catch {
    return null; // somebody else's use of the channel
  }
}

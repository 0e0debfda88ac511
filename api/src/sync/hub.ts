/**
 * Who listens to what (spec ST1, ST5). `changed` goes out at once for a quiet workspace, then at most ten times a
 * second; what came between is one event with the highest version.
 */
import type { Bus, BusEvent } from '../deps';

export interface Changed {
  readonly workspaceId: string;
  readonly version: number;
  /** Set only if every change that it stands for came from this device. */
  readonly deviceId?: string;
}

export interface Listener {
  readonly accountId: string;
  readonly sessionId: string;
  /** Of any workspace: the listener knows which are its own. */
  readonly changed: (event: Changed) => void;
  /** The account is in one more workspace. */
  readonly joined: () => void;
  readonly revoked: (workspaceId: string) => void;
  readonly ended: (reason: string) => void;
}

export interface Hub {
  /** @returns a function that removes the listener. */
  readonly add: (listener: Listener) => () => void;
  /** How many listen: all, or those of one account. */
  readonly listeners: (accountId?: string) => number;
  /** Workspaces that rest between two events. */
  readonly resting: () => number;
  readonly close: () => void;
}

const INTERVAL = 100;

/** What waits for its turn; `deviceId` null: of several devices. */
interface Waiting {
  readonly version: number;
  readonly deviceId: string | null;
}

export function createHub(
  bus: Bus,
  timers: { set: (run: () => void, ms: number) => unknown; clear: (timer: unknown) => void },
): Hub {
  const listeners = new Set<Listener>();
  const cooling = new Map<string, { timer: unknown; waiting: Waiting | null }>();

  const send = (workspaceId: string, { version, deviceId }: Waiting) => {
    const event: Changed = { workspaceId, version, ...(deviceId === null ? {} : { deviceId }) };
    for (const listener of listeners) listener.changed(event);
  };
  const rest = (workspaceId: string) => {
    const timer = timers.set(() => {
      const waiting = cooling.get(workspaceId)?.waiting;
      cooling.delete(workspaceId);
      if (!waiting) return;
      send(workspaceId, waiting);
      rest(workspaceId);
    }, INTERVAL);
    cooling.set(workspaceId, { timer, waiting: null });
  };
  const heard = (event: BusEvent) => {
    if (event.kind === 'revoked') {
      for (const listener of listeners)
        if (listener.accountId === event.accountId) listener.revoked(event.workspaceId);
    } else if (event.kind === 'joined') {
      for (const listener of listeners) if (listener.accountId === event.accountId) listener.joined();
    } else if (event.kind === 'session') {
      for (const listener of listeners)
        if (listener.sessionId === event.sessionId) listener.ended(event.reason);
    } else {
      const state = cooling.get(event.workspaceId);
      if (!state) {
        send(event.workspaceId, event);
        rest(event.workspaceId);
        return;
      }
      const before = state.waiting;
      state.waiting = {
        version: Math.max(before?.version ?? 0, event.version),
        deviceId: before && before.deviceId !== event.deviceId ? null : event.deviceId,
      };
    }
  };
  const leave = bus.subscribe(heard);

  return {
    add(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    listeners: (accountId) =>
      accountId === undefined
        ? listeners.size
        : [...listeners].filter((listener) => listener.accountId === accountId).length,
    resting: () => cooling.size,
    close() {
      leave();
      for (const { timer } of cooling.values()) timers.clear(timer);
      cooling.clear();
    },
  };
}

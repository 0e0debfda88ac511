/** The syncing place of one account on this browser's own network, locks and timers. A chunk of its own. */
import type { LocalStore } from '../db/local-store';
import { deviceName } from '../platform/device-name';
import { now, random, randomBytes } from '../platform/entropy';
import { openEventSource } from '../platform/event-source';
import { holdLock } from '../platform/locks';
import { sha256 } from '../platform/sha256';
import { openTabChannel } from '../platform/tab-channel';
import { createAlarm } from '../platform/timers';
import { isVisible } from '../platform/visibility';
import { createSyncCore } from '../sync/engine-core';
import { startOver } from '../sync/receive-walk';
import { walkIfRegistryGrew } from '../sync/registry-walk';
import type { OpenDeps } from './open-account';
import type { PlaceMessage } from './place-message';
import { createSyncPlace, type PlaceDeps, type SyncPlace } from './sync-place';

export interface StartPlaceDeps extends OpenDeps {
  readonly accountId: string;
  readonly store: LocalStore;
  /** The account's workspaces and the one on the screen, now. */
  readonly followed: () => { readonly ids: readonly string[]; readonly active: string };
  readonly readHistory: PlaceDeps['history'];
  readonly facts: PlaceDeps['facts'];
  /** Whether anything of the account was here before. */
  readonly isNew: (isNew: boolean) => void;
}

export async function startPlace(deps: StartPlaceDeps): Promise<SyncPlace> {
  const { store, accountId } = deps;
  deps.isNew((await walkIfRegistryGrew(store, deps.followed().ids, now())) === 'new');
  const core = createSyncCore({
    now,
    randomBytes,
    store,
    accountId,
    reportRefused: (rows) => deps.report('rows that do not parse', rows),
  });
  const http = { send: deps.send };
  return createSyncPlace({
    account: { id: accountId, ...deps.followed() },
    sync: {
      core,
      http,
      accountId,
      deviceName: deviceName(),
      now,
      random,
      createAlarm,
      refresh: deps.refresh,
      // Once a day: not worth a place among what every start loads.
      digest: async (workspaceId, signal) =>
        (await import('../sync/digest')).compareDigest(
          {
            store,
            http,
            accountId,
            sha256,
            now,
            startOver: (id) => startOver(store, id, now()),
            report: (id, entities) => deps.report('digests differ', { workspaceId: id, entities }),
          },
          workspaceId,
          signal,
        ),
      heardBuild: deps.heardBuild,
    },
    openFeed: openEventSource,
    hold: holdLock,
    openChannel: (heard) => openTabChannel<PlaceMessage>(`holdfast/sync/${accountId}`, heard),
    createAlarm,
    isVisible,
    history: deps.readHistory,
    facts: deps.facts,
    left: deps.left,
    needsUpdate: deps.needsUpdate,
    askMe: deps.askMe,
    storeFailed: deps.storeFailed,
  });
}

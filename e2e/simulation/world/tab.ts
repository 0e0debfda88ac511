/** A tab: the product's engine on its device's store and line. One that dies leaves its open transactions. */
import { createHash } from 'node:crypto';
import type { LocalStore } from '../../../web/src/db/local-store';
import { createHttp, type Http } from '../../../web/src/platform/http';
import type { Alarm } from '../../../web/src/platform/timers';
import { compareDigest } from '../../../web/src/sync/digest';
import { createEngine, type Engine } from '../../../web/src/sync/engine';
import { createSyncCore } from '../../../web/src/sync/engine-core';
import type { SyncDeps } from '../../../web/src/sync/engine-deps';
import { startOver } from '../../../web/src/sync/receive-walk';
import { walkIfRegistryGrew } from '../../../web/src/sync/registry-walk';
import type { Device } from './device';
import { createDice, type Dice } from './dice';
import type { Ticket } from './timeline';

export class Tab {
  readonly device: Device;
  readonly name: string;
  readonly store: LocalStore;
  readonly http: Http;
  engine: Engine | null = null;
  isDead = false;
  /** Resolves when the browser lets it run again; null while it runs. */
  #frozen: { readonly thawed: Promise<void>; readonly thaw: () => void } | null = null;
  readonly death: Promise<void>;
  #die: () => void = () => undefined;
  readonly #alarms = new Set<Ticket>();
  readonly #dice: Dice;

  constructor(device: Device, name: string) {
    this.device = device;
    this.name = name;
    const { world } = device;
    this.#dice = createDice('tab', world.seed, name, world.time.count());
    this.death = new Promise((resolve) => {
      this.#die = resolve;
    });
    this.store = device.storeFor(this);
    let asked = 0;
    const send = world.network.fetchFor(device.line());
    this.http = createHttp({
      fetch: (...asking) => send(...asking).then((answer) => this.awake(answer)),
      newRequestId: () => `${name}/${world.time.count()}/${++asked}`,
      now: device.now,
      compress: () => Promise.resolve(null),
      // In virtual time the network itself keeps the limit.
      headersWithinMs: 600_000,
      bodyWithinMs: 600_000,
    });
  }

  isFrozen(): boolean {
    return this.#frozen !== null;
  }

  /** The browser stops it where it stands, lock and all (H49): no timer rings, no answer is read. */
  freeze(): void {
    if (this.#frozen) return;
    let thaw = (): void => undefined;
    const thawed = new Promise<void>((resolve) => {
      thaw = resolve;
    });
    this.#frozen = { thawed, thaw };
  }

  /** As on coming to the front: it looks where its person is in by now. */
  thaw(): void {
    if (!this.#frozen) return;
    this.#frozen.thaw();
    this.#frozen = null;
    if (this.engine) this.tellWorkspaces();
  }

  /** The value, as soon as it runs. */
  async awake<T>(value: T): Promise<T> {
    while (this.#frozen) await this.#frozen.thawed;
    return value;
  }

  /**
   * As the app starts: what the build knows is compared first, then syncing begins.
   *
   * @param beside whoever else does
   */
  async boot(beside = false): Promise<void> {
    const { device } = this;
    await walkIfRegistryGrew(this.store, device.workspaces, device.now(), device.registry);
    if (beside || device.leader() === null) this.#sync();
  }

  #sync(): void {
    if (this.engine !== null || this.isDead) return;
    const { device } = this;
    this.engine = createEngine(this.deps(), {
      stepped: () => undefined,
      needsUpdate: () => undefined,
      left: (workspaceId) => {
        device.departed.add(workspaceId);
        device.workspaces = device.workspaces.filter((id) => id !== workspaceId);
        this.tellWorkspaces();
      },
      storeFailed: (error) => device.world.storeFailed(device, error),
    });
    this.tellWorkspaces();
  }

  tellWorkspaces(): void {
    const { workspaces: ids } = this.device;
    this.device.tell({ kind: 'workspaces', ids, active: ids[0] ?? null, digested: {} });
  }

  deps(): SyncDeps {
    const { device } = this;
    const { world } = device;
    const entropy = device.entropy();
    return {
      core: createSyncCore({
        ...entropy,
        store: this.store,
        accountId: device.accountId,
        reportRefused: (rows) => world.refused(device, rows),
      }),
      http: this.http,
      accountId: device.accountId,
      deviceName: device.name,
      now: device.now,
      random: () => this.#dice.next(),
      createAlarm: (ring) => this.#alarm(ring),
      refresh: (since, signal) => device.refresh(this, since, signal),
      digest: (workspaceId, signal) =>
        compareDigest(
          {
            store: this.store,
            http: this.http,
            accountId: device.accountId,
            now: device.now,
            sha256: (text) => Promise.resolve(createHash('sha256').update(text).digest('hex')),
            startOver: (id) => startOver(this.store, id, device.now()),
            report: (id) => world.diverged(device, id),
          },
          workspaceId,
          signal,
        ),
      heardBuild: () => undefined,
      took: () => undefined,
    };
  }

  #alarm(ring: () => void): Alarm {
    let ticket: Ticket | null = null;
    return {
      set: (inMs) => {
        if (ticket !== null) {
          ticket.cancel();
          this.#alarms.delete(ticket);
          ticket = null;
        }
        if (inMs === null || this.isDead) return;
        const set = this.device.world.time.after(Math.min(inMs, 2_147_483_647), () => {
          this.#alarms.delete(set);
          ticket = null;
          if (!this.isFrozen()) ring();
          else
            void this.awake(null).then(() => {
              if (!this.isDead) ring();
            });
        });
        ticket = set;
        this.#alarms.add(set);
      },
    };
  }

  /** At once, wherever it stands: nothing of it runs any more. */
  die(): void {
    this.isDead = true;
    for (const alarm of this.#alarms) alarm.cancel();
    this.#alarms.clear();
    void this.engine?.stop();
    this.engine = null;
    this.#die();
  }
}

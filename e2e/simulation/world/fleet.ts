/** All devices: opened in the morning, cut off, left without power, set back to an old build and brought up to date. */
import { positionOf } from '../laws/local-rows';
import { Device, type DeviceWorld } from './device';
import type { News } from './news';
import type { DevicePlan } from './plan';
import type { Tab } from './tab';

export interface FleetOptions {
  readonly world: DeviceWorld;
  readonly news: () => News;
  readonly plans: readonly DevicePlan[];
  readonly workspaceIds: readonly string[];
  readonly roleOf: (workspaceId: string, accountId: string) => string | null;
  readonly bootFailed: (error: unknown) => void;
}

export class Fleet {
  readonly devices: Device[] = [];
  readonly #options: FleetOptions;
  readonly #old = new Set<Device>();
  #isNight = false;

  constructor(options: FleetOptions) {
    this.#options = options;
  }

  add(accountId: string, skew: number, workspaces: readonly string[]): Device {
    const name = `device-${this.devices.length + 1}`;
    const device = new Device(this.#options.world, name, accountId, workspaces, skew);
    this.devices.push(device);
    return device;
  }

  open(device: Device, syncs: boolean): void {
    const tab = device.open();
    if (syncs) this.#boot(tab);
  }

  /** As many tabs as its person has; one of them syncs. */
  reopen(device: Device): void {
    if (this.#isNight) return;
    const wanted = this.#options.plans[this.devices.indexOf(device)]?.tabs ?? 1;
    while (device.tabs.length < wanted) this.open(device, false);
    const [first] = device.tabs;
    if (first && device.leader() === null) this.#boot(first);
  }

  isNight(): boolean {
    return this.#isNight;
  }

  /** Everybody closes the app. */
  close(): void {
    for (const device of this.devices) for (const tab of [...device.tabs]) device.crash(tab);
    this.#isNight = true;
  }

  morning(): void {
    this.#isNight = false;
    for (const device of this.devices) this.reopen(device);
  }

  setOnline(device: Device, online: boolean): void {
    device.isOnline = online;
    if (!online) {
      device.tell({ kind: 'silent' });
      device.tell({ kind: 'doubt' });
      return;
    }
    this.askMe(device);
    device.tell({ kind: 'online' });
    this.#options.news().hello(device);
  }

  /** @returns the mutations that were written in what is gone */
  losePower(device: Device, relaxed: number, lies: number): readonly string[] {
    const lost = device.losePower(relaxed, lies);
    // The disk that lied about a farewell lied about the list of workspaces too.
    for (const id of device.departed)
      if (!positionOf(device.state, id)?.gone && !device.workspaces.includes(id)) device.workspaces.push(id);
    return lost;
  }

  /** Who am I, and where am I in? What is new comes on the list. */
  askMe(device: Device): void {
    const { workspaceIds, roleOf } = this.#options;
    const found = workspaceIds.filter(
      (id) => roleOf(id, device.accountId) !== null && !device.workspaces.includes(id),
    );
    if (found.length === 0) return;
    device.workspaces.push(...found);
    for (const tab of device.tabs) if (tab.engine) tab.tellWorkspaces();
  }

  makeOld(device: Device): void {
    this.#old.add(device);
    this.#reload(device, 'old');
  }

  makeNew(device: Device): void {
    if (this.#old.delete(device)) this.#reload(device, `grown ${this.#options.world.time.count()}`);
  }

  isOld(name: string): boolean {
    return [...this.#old].some((device) => device.name === name);
  }

  /** From here on nothing is wrong with any of them. */
  heal(): void {
    this.#isNight = false;
    for (const device of this.devices) {
      for (const tab of device.tabs) tab.thaw();
      this.makeNew(device);
      device.spoil = false;
      device.isOnline = true;
      this.reopen(device);
      this.askMe(device);
    }
  }

  /** From here on it syncs, whoever else does. */
  syncBeside(tab: Tab): void {
    tab.boot(true).catch(this.#options.bootFailed);
  }

  #boot(tab: Tab): void {
    tab.boot().then(() => {
      this.askMe(tab.device);
      this.#options.news().hello(tab.device);
    }, this.#options.bootFailed);
  }

  #reload(device: Device, registry: string): void {
    for (const tab of [...device.tabs]) device.crash(tab);
    device.registry = registry;
    this.reopen(device);
  }
}

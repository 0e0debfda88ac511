/** Everything that a plan describes, running: people, devices, tabs, the network, the server, and who watches. */
import { createDeviceLaws, type DeviceLaws, positionOf } from '../laws/device-laws';
import { createForeignBytes, letterOf } from '../laws/foreign-bytes';
import { createLaws, type Laws } from '../laws/laws';
import { type Books, createLedger, type Ledger } from '../laws/ledger';
import { createMergeLaws } from '../laws/merge-laws';
import { Device, type DeviceWorld } from './device';
import { createDice, type Dice } from './dice';
import { strike } from './faults';
import { heal } from './heal';
import { inWords } from './in-words';
import { createJournal, type Journal } from './journal';
import { createMembership, type Roles } from './membership';
import { createNetwork, type Network } from './network';
import { createPeople, type People } from './people';
import { ACTS, type Act, type Fault, type Plan } from './plan';
import type { Report } from './report';
import { createServer, type Server } from './server';
import { createSessions, SAME_QUESTION_MS, type Sessions } from './sessions';
import type { Storage } from './storage';
import { createTimeline, type Timeline } from './timeline';

const START = 1_790_000_000_000;
/** More requests of one device within ten seconds are a storm. */
const STORM = 120;

export async function runPlan(plan: Plan, storage: Storage): Promise<Report> {
  const world = new World(plan, storage);
  await world.begin();
  await world.live();
  if (!world.laws.first()) await heal(world);
  return world.report();
}

export class World {
  readonly seed: number;
  readonly time: Timeline = createTimeline(START);
  readonly laws: Laws = createLaws();
  readonly journal: Journal = createJournal();
  readonly ledger: Ledger;
  readonly deviceLaws: DeviceLaws;
  readonly server: Server;
  readonly storage: Storage;
  readonly accounts: readonly string[];
  readonly workspaceIds: readonly [string, string];
  readonly devices: Device[] = [];
  readonly #plan: Plan;
  readonly #network: Network;
  readonly #sessions: Sessions;
  readonly #people: People;
  readonly #dice: Dice;
  readonly #faults: { [kind: string]: number } = {};
  readonly #membership = createMembership();
  #backup: { readonly books: ReadonlyMap<string, Books>; readonly roles: Roles } | null = null;
  readonly #old = new Set<Device>();
  #newsLost: number;
  #extra = 0;
  #night = false;
  #over = false;
  #lived = 0;
  readonly #trace: string[] = [];

  constructor(plan: Plan, storage: Storage) {
    this.#plan = plan;
    this.seed = plan.seed;
    this.storage = storage;
    this.#dice = createDice('world', plan.seed);
    this.#newsLost = plan.net.newsLost;
    this.ledger = createLedger(this.laws);
    this.deviceLaws = createDeviceLaws(this.laws, this.ledger, this.journal);
    const ids = createDice('ids', plan.seed, plan.postgres ? 'postgres' : 'memory');
    this.accounts = [uuid(ids), uuid(ids), uuid(ids)];
    this.workspaceIds = [uuid(ids), uuid(ids)];
    this.ledger.onCommit((commit) => {
      if (plan.trace)
        this.note(
          'commit',
          inWords(
            JSON.stringify({
              mutations: commit.mutations.flatMap(({ id }) => this.ledger.said(id) ?? []),
              results: commit.mutations.map(({ id, seq, result }) => ({ id, seq, ...result })),
              changes: commit.rows,
            }),
          ),
        );
    });
    this.ledger.onCommit(
      createMergeLaws({
        laws: this.laws,
        ledger: this.ledger,
        journal: this.journal,
        now: this.time.now,
        mayWrite: this.#membership.mayWrite,
      }),
    );
    this.#sessions = createSessions(this.time.now, plan.tokenMs, (device, age) => {
      this.fault('signed-out-late');
      if (age <= SAME_QUESTION_MS)
        this.laws.broken('a-lost-answer-is-no-theft', `${device} was signed out after ${age / 1000} s`);
    });
    this.server = createServer({
      time: this.time,
      store: () => storage.store(),
      ledger: this.ledger,
      sessions: this.#sessions,
      seed: plan.seed,
      changed: (workspaceId, version) => this.#spread(workspaceId, version),
      fault: (kind) => this.fault(kind),
    });
    const judgeBytes = createForeignBytes({
      laws: this.laws,
      workspaceIds: this.workspaceIds,
      mayRead: (name, workspaceId) => {
        const device = this.devices.find((one) => one.name === name);
        return device !== undefined && this.roleOf(workspaceId, device.accountId) !== null;
      },
    });
    this.#network = createNetwork({
      time: this.time,
      server: this.server,
      plan: plan.net,
      seed: plan.seed,
      fault: (kind) => this.fault(kind),
      left: (line, ask, reply) => {
        if (this.#plan.trace)
          this.note(
            line.name,
            `${ask.path.slice(0, 11)} ${inWords(ask.body)} → ${reply.status} ${inWords(reply.text)}`,
          );
        judgeBytes({ name: line.name, path: ask.path, body: ask.body, text: reply.text });
      },
      isOld: (name) => [...this.#old].some((device) => device.name === name),
    });
    this.#people = createPeople({
      time: this.time,
      journal: this.journal,
      laws: this.laws,
      seed: plan.seed,
      accounts: this.accounts,
      letterOf: (workspaceId) => letterOf(this.workspaceIds, workspaceId),
      saved: (device, saved, guarded) => {
        this.note(
          device.name,
          `saved ${saved.mutationId} ${saved.rows.map((row) => `${row.id} ${String(row.title)}`).join()}`,
        );
        this.deviceLaws.saved(device, saved, guarded);
      },
      refusedHere: (code) => this.fault(`refused-here-${code}`),
    });
  }

  // --- the course of a run ------------------------------------------------------------------------------------------

  async begin(): Promise<void> {
    const [team, side] = this.workspaceIds;
    const [sam, ana, bo] = this.accounts as readonly [string, string, string];
    const dice = createDice('roles', this.seed);
    await this.#found(team, {
      [sam]: 'owner',
      [ana]: dice.pick(['admin', 'member']),
      [bo]: dice.pick(['member', 'member', 'viewer']),
    });
    await this.#found(side, { [ana]: 'owner', [bo]: dice.pick(['admin', 'member']) });
    for (const { person, tabs, skew } of this.#plan.devices) {
      const account = this.accounts[person] as string;
      const workspaces = this.workspaceIds.filter((id) => this.roleOf(id, account) !== null);
      const device = this.addDevice(account, skew, workspaces);
      for (let n = 0; n < tabs; n += 1) this.#open(device, n === 0);
    }
  }

  /** People and faults, one after the other as the plan has them. */
  async live(): Promise<void> {
    const { items } = this.#plan;
    let over = items.length === 0;
    const drive = (index: number, before: number): void => {
      const item = items[index];
      if (item === undefined) {
        over = true;
        return;
      }
      const wait = item.at - before + this.#extra;
      this.#extra = 0;
      this.time.after(wait, () => {
        const device = this.devices[item.device % this.devices.length];
        if (device) {
          this.note(device.name, item.what);
          if (isAct(item.what)) this.#people.act(device, item.what, item.n);
          else strike(this, device, item.what, item.n);
        }
        drive(index + 1, item.at);
      });
    };
    drive(0, 0);
    await this.time.run(Number.POSITIVE_INFINITY, () => over || this.laws.first() !== null);
  }

  report(): Report {
    if (this.#network.busiest() > STORM)
      this.laws.broken(
        'no-storm',
        `${this.#network.busiestOf()}: ${this.#network.busiest()} requests in ten seconds`,
      );
    return {
      seed: this.seed,
      postgres: this.#plan.postgres,
      violation: this.laws.first(),
      events: this.time.count(),
      healing: this.time.count() - this.#lived,
      acts: this.#people.acts(),
      requests: this.#network.requests(),
      busiest: this.#network.busiest(),
      comparisons: this.deviceLaws.comparisons(),
      faults: this.#faults,
      outcomes: this.ledger.outcomes,
      trace: this.#trace,
      fingerprint: [
        this.time.count(),
        this.time.now(),
        ...this.workspaceIds.map((id) => `${this.ledger.books(id).head}.${this.ledger.books(id).mark}`),
      ].join(' '),
    };
  }

  // --- what faults do -------------------------------------------------------------------------------------------------

  /** For people who look into a failure. */
  note(who: string, what: string): void {
    if (!this.#plan.trace) return;
    this.#trace.push(`${((this.time.now() - START) / 1000).toFixed(3)} ${who}: ${what}`);
    if (this.#trace.length > 3_000) this.#trace.shift();
  }

  fault(kind: string): void {
    this.note('fault', kind);
    this.#faults[kind] = (this.#faults[kind] ?? 0) + 1;
  }

  /** Not any more once the healing has begun. */
  later(ms: number, run: () => void): void {
    this.time.after(ms, () => {
      if (!this.#over) run();
    });
  }

  isNight(): boolean {
    return this.#night;
  }

  /** From here on nothing goes wrong any more. */
  endFaults(): void {
    this.#over = true;
    this.#night = false;
    this.#lived = this.time.count();
    this.#newsLost = 0;
    this.#network.heal();
    this.server.heal();
    for (const device of this.devices) {
      for (const tab of device.tabs) tab.thaw();
      this.makeNew(device);
      device.spoil = false;
      device.isOnline = true;
      this.reopen(device);
      this.askMe(device);
    }
  }

  signIn(device: Device): void {
    device.cookies = this.#sessions.signIn(device.accountId);
  }

  /** Everybody closes the app for so long; what the plan has next happens in the morning. */
  night(ms: number): void {
    for (const device of this.devices) for (const tab of [...device.tabs]) device.crash(tab);
    this.#night = true;
    this.#extra = Math.max(this.#extra, ms);
    this.later(ms, () => {
      this.#night = false;
      for (const device of this.devices) this.reopen(device);
    });
  }

  addDevice(accountId: string, skew: number, workspaces: readonly string[]): Device {
    const { time, seed } = this;
    const world: DeviceWorld = {
      time,
      network: this.#network,
      seed,
      slowDisk: this.#plan.slowDisk,
      committed: (commit) => this.deviceLaws.committed(commit),
      storeFailed: (device, error) =>
        this.laws.broken(
          'the-store-never-throws',
          `${device.name}: ${error instanceof Error ? error.stack : String(error)}`,
        ),
      refused: () => this.fault('refused-row'),
      diverged: () => this.fault('diverged'),
      signIn: (account) => this.#sessions.signIn(account),
    };
    const device = new Device(world, `device-${this.devices.length + 1}`, accountId, workspaces, skew);
    this.devices.push(device);
    return device;
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
    this.#hello(device);
  }

  losePower(device: Device, relaxed: number, lies: number): void {
    const lost = device.losePower(relaxed, lies);
    // The disk that lied about a farewell lied about the list of workspaces too.
    for (const id of this.workspaceIds) {
      const position = positionOf(device.state, id);
      if (position && !position.gone && !device.workspaces.includes(id)) device.workspaces.push(id);
    }
    this.deviceLaws.forget(device);
    for (const id of lost) {
      const deed = this.journal.deeds.get(id);
      if (deed) deed.lost = true;
    }
  }

  reopen(device: Device): void {
    if (this.#night) return;
    const wanted = this.#plan.devices[this.devices.indexOf(device)]?.tabs ?? 1;
    while (device.tabs.length < wanted) this.#open(device, false);
    const [first] = device.tabs;
    if (first && device.leader() === null) this.#boot(first);
  }

  backup(): void {
    this.fault('backup');
    this.#backup = {
      books: this.ledger.backup(),
      roles: this.#membership.backup(),
    };
    void this.time.outside(this.storage.backup());
  }

  restore(): void {
    if (this.#backup === null) return;
    this.fault('rollback');
    this.server.down(3_000);
    this.ledger.restore(this.#backup.books);
    this.#membership.restore(this.#backup.roles);
    void this.time.outside(this.storage.restore());
  }

  /** As the daily job does it: what was deleted by now is as if it had been so for 90 days. */
  prune(workspaceId: string): void {
    const { head } = this.ledger.books(workspaceId);
    const mark = `p${head}`;
    const pruned = this.storage.prune(workspaceId, head, mark).then((tombstones) => {
      this.ledger.prune(workspaceId, head, tombstones, mark);
      if (tombstones.length > 0) this.#spread(workspaceId, this.ledger.books(workspaceId).head);
    });
    void this.time.outside(pruned);
  }

  /** One of its rows is not what it was; somebody asks for a comparison soon. */
  flipped(device: Device, workspaceId: string): void {
    this.deviceLaws.forget(device);
    this.later(this.#dice.between(100, 5_000), () => device.tell({ kind: 'compare', workspaceId }));
  }

  roleOf(workspaceId: string, accountId: string): string | null {
    return this.#membership.roleOf(workspaceId, accountId);
  }

  setRole(workspaceId: string, accountId: string, role: string | null): void {
    this.#membership.set(workspaceId, accountId, role);
    void this.time.outside(this.storage.setRole(workspaceId, accountId, role));
    for (const device of this.devices.filter((one) => one.accountId === accountId))
      this.later(this.#dice.between(20, 2_000), () => {
        if (!device.isOnline) return;
        if (role === null) device.tell({ kind: 'changed', workspaceId, version: Number.MAX_SAFE_INTEGER });
        else this.askMe(device);
      });
  }

  /** Who am I, and where am I in? What is new comes on the list. */
  askMe(device: Device): void {
    const found = this.workspaceIds.filter(
      (id) => this.roleOf(id, device.accountId) !== null && !device.workspaces.includes(id),
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
    if (this.#old.delete(device)) this.#reload(device, `grown ${this.time.count()}`);
  }

  isOld(device: Device): boolean {
    return this.#old.has(device);
  }

  // --- within ---------------------------------------------------------------------------------------------------------

  async #found(id: string, members: { readonly [accountId: string]: string }): Promise<void> {
    this.#membership.found(id, members);
    await this.storage.found(id, members);
  }

  #open(device: Device, syncs: boolean): void {
    const tab = device.open();
    if (syncs) this.#boot(tab);
  }

  #boot(tab: Device['tabs'][number]): void {
    tab.boot().then(
      () => {
        this.askMe(tab.device);
        this.#hello(tab.device);
      },
      (error: unknown) => this.laws.broken('no-throw', String(error)),
    );
  }

  #reload(device: Device, registry: string): void {
    for (const tab of [...device.tabs]) device.crash(tab);
    device.registry = registry;
    this.reopen(device);
  }

  /** The stream is open again: the heads of all that is one's own. */
  #hello(device: Device): void {
    this.time.after(this.#dice.between(30, 400), () => {
      if (!device.isOnline) return;
      const heads: { [id: string]: number } = {};
      for (const id of device.workspaces)
        if (this.roleOf(id, device.accountId) !== null) heads[id] = this.ledger.books(id).head;
      device.tell({ kind: 'hello', heads });
    });
  }

  #spread(workspaceId: string, version: number): void {
    for (const device of this.devices) {
      if (this.roleOf(workspaceId, device.accountId) === null) continue;
      if (this.#dice.chance(this.#newsLost)) this.fault('news-lost');
      else
        this.time.after(this.#dice.between(5, 200), () => {
          if (device.isOnline) device.tell({ kind: 'changed', workspaceId, version });
        });
    }
  }
}

const isAct = (what: Act | Fault): what is Act => (ACTS as readonly string[]).includes(what);

function uuid(dice: Dice): string {
  const hex = Buffer.from(dice.bytes(16)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

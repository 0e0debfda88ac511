/** Everything that a plan describes, running: people, devices, tabs, the network, the server, and who watches. */
import { MASS_ROWS } from '../../../api/src/sync/mass-change';
import { createDeviceLaws, type DeviceLaws } from '../laws/device-laws';
import { createForeignBytes, letterOf } from '../laws/foreign-bytes';
import { createHoldLaws } from '../laws/hold-laws';
import { createLaws, type Laws } from '../laws/laws';
import { createLedger, type Ledger } from '../laws/ledger';
import { createMergeLaws } from '../laws/merge-laws';
import { createOwnResults } from '../laws/own-results';
import type { Device } from './device';
import { createDice, type Dice } from './dice';
import { Fleet } from './fleet';
import { createJournal, type Journal } from './journal';
import { createMembership } from './membership';
import { createNetwork, type Network } from './network';
import { createNews, type News } from './news';
import { createNotes, type Notes } from './notes';
import { createOperator, type Operator } from './operator';
import { createPeople, type People } from './people';
import type { Plan } from './plan';
import type { Report } from './report';
import { createServer, type Server } from './server';
import { createSessions, SAME_QUESTION_MS, type Sessions } from './sessions';
import type { Storage } from './storage';
import { createTimeline, type Timeline } from './timeline';

const START = 1_790_000_000_000;

export class World {
  readonly seed: number;
  readonly time: Timeline = createTimeline(START);
  readonly laws: Laws = createLaws();
  readonly journal: Journal = createJournal();
  readonly ledger: Ledger;
  readonly deviceLaws: DeviceLaws;
  readonly server: Server;
  readonly notes: Notes;
  readonly news: News;
  readonly operator: Operator;
  readonly accounts: readonly string[];
  readonly workspaceIds: readonly [string, string];
  readonly fleet: Fleet;
  readonly #plan: Plan;
  readonly network: Network;
  readonly #sessions: Sessions;
  readonly people: People;
  readonly #dice: Dice;
  readonly #membership = createMembership();
  #extra = 0;
  #over = false;
  #lived = 0;

  constructor(plan: Plan, storage: Storage) {
    this.#plan = plan;
    this.seed = plan.seed;
    this.notes = createNotes(() => this.time.now() - START, plan.trace === true);
    this.#dice = createDice('world', plan.seed);
    this.ledger = createLedger(this.laws);
    this.deviceLaws = createDeviceLaws(this);
    const ids = createDice('ids', plan.seed, plan.postgres ? 'postgres' : 'memory');
    this.accounts = [uuid(ids), uuid(ids), uuid(ids)];
    this.workspaceIds = [uuid(ids), uuid(ids)];
    this.ledger.onCommit((commit) => this.notes.commit(commit, this.ledger));
    this.ledger.onCommit(
      createMergeLaws({
        laws: this.laws,
        ledger: this.ledger,
        journal: this.journal,
        now: this.time.now,
        mayWrite: this.#membership.mayWrite,
      }),
    );
    this.ledger.onCommit(
      createHoldLaws({
        laws: this.laws,
        ledger: this.ledger,
        journal: this.journal,
        roleOf: this.#membership.roleOf,
        massRows: plan.massRows ?? MASS_ROWS,
        accounts: this.accounts,
        became: this.ledger.count,
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
      massRows: plan.massRows,
      changed: (workspaceId, version) => this.news.spread(workspaceId, version),
      fault: (kind) => this.fault(kind),
    });
    this.operator = createOperator({
      laws: this.laws,
      time: this.time,
      storage,
      ledger: this.ledger,
      membership: this.#membership,
      server: this.server,
      changed: (workspaceId, version) => this.news.spread(workspaceId, version),
    });
    const judgeBytes = createForeignBytes({
      laws: this.laws,
      workspaceIds: this.workspaceIds,
      mayRead: (name, workspaceId) => {
        const device = this.devices.find((one) => one.name === name);
        return device !== undefined && this.roleOf(workspaceId, device.accountId) !== null;
      },
    });
    const judgeResults = createOwnResults(this);
    this.network = createNetwork({
      time: this.time,
      server: this.server,
      plan: plan.net,
      seed: plan.seed,
      fault: (kind) => this.fault(kind),
      left: (line, ask, reply) => {
        this.notes.exchange(line.name, ask, reply);
        const { status, text } = reply;
        for (const judge of [judgeBytes, judgeResults])
          judge({ name: line.name, path: ask.path, body: ask.body, status, text });
      },
      isOld: (name) => this.fleet.isOld(name),
    });
    this.fleet = new Fleet({
      world: {
        time: this.time,
        network: this.network,
        seed: plan.seed,
        slowDisk: plan.slowDisk,
        committed: (commit) => this.deviceLaws.committed(commit),
        storeFailed: (device, error) =>
          this.laws.broken(
            'the-store-never-throws',
            `${device.name}: ${error instanceof Error ? error.stack : String(error)}`,
          ),
        refused: () => this.fault('refused-row'),
        diverged: () => this.fault('diverged'),
        signIn: (account) => this.#sessions.signIn(account),
      },
      news: () => this.news,
      plans: plan.devices,
      workspaceIds: this.workspaceIds,
      roleOf: this.#membership.roleOf,
      bootFailed: (error) => this.laws.broken('no-throw', String(error)),
    });
    this.news = createNews({
      time: this.time,
      dice: this.#dice,
      devices: this.devices,
      ledger: this.ledger,
      roleOf: this.#membership.roleOf,
      lost: plan.net.newsLost,
      fault: (kind) => this.fault(kind),
    });
    this.people = createPeople({
      time: this.time,
      journal: this.journal,
      laws: this.laws,
      seed: plan.seed,
      accounts: this.accounts,
      letterOf: (workspaceId) => letterOf(this.workspaceIds, workspaceId),
      roleOf: this.#membership.roleOf,
      saved: (device, saved, guarded) => {
        this.notes.note(
          device.name,
          `saved ${saved.mutationId} ${saved.rows.map((row) => `${row.id} ${String(row.title)}`).join()}`,
        );
        this.deviceLaws.saved(device, saved, guarded);
      },
      refusedHere: (code) => this.fault(`refused-here-${code}`),
    });
  }

  report(): Report {
    return {
      seed: this.seed,
      postgres: this.#plan.postgres,
      violation: this.laws.first(),
      events: this.time.count(),
      healing: this.time.count() - this.#lived,
      acts: this.people.acts(),
      requests: this.network.requests(),
      busiest: this.network.busiest(),
      comparisons: this.deviceLaws.comparisons(),
      faults: this.notes.faults,
      outcomes: this.ledger.outcomes,
      trace: this.notes.trace,
      fingerprint: [
        this.time.count(),
        this.time.now(),
        ...this.workspaceIds.map((id) => `${this.ledger.books(id).head}.${this.ledger.books(id).mark}`),
      ].join(' '),
    };
  }

  get devices(): readonly Device[] {
    return this.fleet.devices;
  }

  fault(kind: string): void {
    this.notes.fault(kind);
  }

  /** Not any more once the healing has begun. */
  later(ms: number, run: () => void): void {
    this.time.after(ms, () => {
      if (!this.#over) run();
    });
  }

  /** From here on nothing goes wrong any more. */
  endFaults(): void {
    this.#over = true;
    this.#lived = this.time.count();
    this.news.heal();
    this.network.heal();
    this.server.heal();
    this.fleet.heal();
  }

  signIn(device: Device): void {
    device.signIn().catch((error: unknown) => this.laws.broken('no-throw', String(error)));
  }

  /** Everybody closes the app for so long; what the plan has next happens in the morning. */
  night(ms: number): void {
    this.fleet.close();
    this.#extra = Math.max(this.#extra, ms);
    this.later(ms, () => this.fleet.morning());
  }

  losePower(device: Device, relaxed: number, lies: number): void {
    const lost = this.fleet.losePower(device, relaxed, lies);
    this.deviceLaws.forget(device);
    for (const id of lost) {
      const deed = this.journal.deeds.get(id);
      if (deed) deed.lost = true;
    }
  }

  /** By how much what comes next is put off. */
  takeNight(): number {
    const night = this.#extra;
    this.#extra = 0;
    return night;
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
    this.operator.setRole(workspaceId, accountId, role);
    for (const device of this.devices.filter((one) => one.accountId === accountId))
      this.later(this.#dice.between(20, 2_000), () => {
        if (!device.isOnline) return;
        if (role === null) device.tell({ kind: 'changed', workspaceId, version: Number.MAX_SAFE_INTEGER });
        else this.fleet.askMe(device);
      });
  }
}

function uuid(dice: Dice): string {
  const hex = Buffer.from(dice.bytes(16)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

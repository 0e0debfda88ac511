/**
 * A browser with its database and its tabs. The database keeps its last commits, so that a power loss can take them
 * back: relaxed ones at any time, strict ones only where the disk lied.
 */
import type { Entropy } from '@holdfast/shared/sync/ids';
import type { Leaving } from '../../../web/src/db/leaving';
import type { Durability, LocalStore, LocalTransaction } from '../../../web/src/db/local-store';
import { createMemoryStore, type LocalState, type MemoryStore } from '../../../web/src/db/memory-store';
import { refreshSession } from '../../../web/src/platform/refresh-session';
import type { EngineEvent } from '../../../web/src/sync/engine';
import { wouldPushNow } from '../../../web/src/sync/machine-plan';
import { memoryMarks } from '../../../web/src/testing/memory-marks';
import { createDice, type Dice } from './dice';
import type { Line, Network } from './network';
import { noting } from './noting';
import type { Cookies } from './sessions';
import { signInAgain } from './sign-in';
import { Tab } from './tab';
import type { Timeline } from './timeline';

/** A commit of a device's database. */
export interface LocalCommit {
  readonly device: Device;
  readonly mode: Durability;
  readonly before: LocalState;
  readonly after: LocalState;
  /** `rowKey` of rows whose view or confirmed row was written. */
  readonly touched: ReadonlySet<string>;
}

export interface DeviceWorld {
  readonly time: Timeline;
  readonly network: Network;
  readonly seed: number;
  readonly slowDisk: boolean;
  readonly committed: (commit: LocalCommit) => void;
  readonly storeFailed: (device: Device, error: unknown) => void;
  readonly refused: (device: Device, rows: readonly { readonly entity: string }[]) => void;
  readonly diverged: (device: Device, workspaceId: string) => void;
  readonly signIn: (accountId: string) => Cookies;
}

/** How many commits a power loss may take back. */
const KEPT = 12;

export class Device {
  readonly name: string;
  readonly accountId: string;
  readonly memory: MemoryStore = createMemoryStore();
  readonly tabs: Tab[] = [];
  readonly world: DeviceWorld;
  readonly dice: Dice;
  skew: number;
  clockJumped = false;
  /** The registry of the build that it runs. */
  registry = 'now';
  isOnline = true;
  spoil = false;
  /** Its profile was copied, or is a copy. */
  wasCopied = false;
  /** Its disk lost what it had said was safe: it may not know any more what it sent. */
  diskLied = false;
  /** Ids of rows that its disk changed by itself. */
  readonly flippedRows = new Set<string>();
  cookies: Cookies | null;
  /** The workspaces that its person knows to be theirs. */
  workspaces: string[];
  /** Those that it had to let go of, once at least: what was acknowledged there is nowhere on it any more. */
  readonly departed = new Set<string>();
  /** Device ids that it ever had. */
  readonly ids = new Set<string>();
  readonly #log: { readonly mode: Durability; readonly before: LocalState; readonly made: string[] }[] = [];
  readonly #marks = memoryMarks().marks;
  #opened = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #refreshing: Promise<unknown> = Promise.resolve();

  constructor(
    world: DeviceWorld,
    name: string,
    accountId: string,
    workspaces: readonly string[],
    skew: number,
  ) {
    this.world = world;
    this.name = name;
    this.accountId = accountId;
    this.workspaces = [...workspaces];
    this.skew = skew;
    this.dice = createDice('device', world.seed, name);
    this.cookies = world.signIn(accountId);
  }

  now = (): number => Math.floor(this.world.time.now() + this.skew);
  entropy = (): Entropy => ({ now: this.now, randomBytes: (length) => this.dice.bytes(length) });

  get state(): LocalState {
    return this.memory.snapshot();
  }

  /** The tab that syncs, if one is open. */
  leader(): Tab | null {
    return this.tabs.find((tab) => tab.engine !== null && !tab.isFrozen()) ?? null;
  }

  open(): Tab {
    this.#opened += 1;
    const tab = new Tab(this, `${this.name}.${this.#opened}`);
    this.tabs.push(tab);
    return tab;
  }

  crash(tab: Tab): void {
    tab.die();
    this.tabs.splice(this.tabs.indexOf(tab), 1);
  }

  tell(event: EngineEvent, leaving?: Leaving): void {
    for (const tab of this.tabs) if (!tab.isFrozen()) tab.engine?.handle(event, leaving);
  }

  leavesAtOnce(workspaceId: string): boolean {
    const state = this.leader()?.engine?.state();
    return state !== undefined && wouldPushNow(state, workspaceId, this.now());
  }

  /**
   * All tabs die, and the last commits are gone: relaxed ones behind the last strict one, and `lies` strict ones.
   * @returns the mutations that were written in what is gone
   */
  losePower(relaxed: number, lies: number): string[] {
    for (const tab of [...this.tabs]) this.crash(tab);
    const lost: string[] = [];
    let strict = 0;
    for (let n = 0; n < relaxed + lies && this.#log.length > 0; n += 1) {
      const last = this.#log.at(-1);
      if (!last) break;
      if (last.mode === 'strict') {
        if (strict === lies) break;
        strict += 1;
        this.diskLied = true;
      }
      this.#log.pop();
      lost.push(...last.made);
      this.memory.restore(last.before);
    }
    return lost;
  }

  /** Notes that the last commit made or changed this mutation. */
  made(mutationId: string): void {
    for (let i = this.#log.length - 1; i >= 0; i -= 1) {
      const commit = this.#log[i];
      if (commit?.mode !== 'strict') continue;
      commit.made.push(mutationId);
      return;
    }
  }

  restore(state: LocalState): void {
    this.memory.restore(state);
    this.#log.length = 0;
  }

  /** One after the other, as IndexedDB gives them to overlapping transactions. */
  storeFor(tab: Tab): LocalStore {
    return {
      transaction: <T>(mode: Durability, work: (tx: LocalTransaction) => Promise<T>): Promise<T> => {
        const turn = this.#turn.then(async () => {
          if (this.world.slowDisk && this.dice.chance(0.3))
            await this.world.time.sleep(this.dice.between(0, 40));
          // What a dead tab had asked for never begins, and nobody hears of it.
          if (tab.isDead) return new Promise<T>(() => undefined);
          return this.#transact(mode, work);
        });
        this.#turn = Promise.race([turn, tab.death]).catch(() => undefined);
        return turn.then((result) => tab.awake(result));
      },
    };
  }

  async #transact<T>(mode: Durability, work: (tx: LocalTransaction) => Promise<T>): Promise<T> {
    const before = this.memory.snapshot();
    const touched = new Set<string>();
    const result = await this.memory.transaction(mode, (tx) =>
      work(mode === 'read' ? tx : noting(tx, touched)),
    );
    const after = this.memory.snapshot();
    if (after !== before) {
      this.#log.push({ mode, before, made: [] });
      if (this.#log.length > KEPT) this.#log.shift();
      this.world.committed({ device: this, mode, before, after, touched });
    }
    return result;
  }

  line(): Line {
    return {
      name: this.name,
      online: () => this.isOnline,
      cookies: () => this.cookies,
      setCookies: (cookies) => {
        this.cookies = cookies;
      },
      spoilNext: () => {
        const was = this.spoil;
        this.spoil = false;
        return was;
      },
    };
  }

  /** Its person signs in again, beside the tab that syncs. */
  signIn(): Promise<void> {
    return signInAgain({
      accountId: this.accountId,
      workspaceIds: this.workspaces,
      marks: this.#marks,
      setCookies: () => {
        this.cookies = this.world.signIn(this.accountId);
      },
      signedIn: () => this.tell({ kind: 'signed-in' }),
    });
  }

  /** The real refresh, with a lock and marks that outlive tabs. */
  async refresh(tab: Tab, since: number, signal: AbortSignal) {
    const result = await refreshSession(
      {
        http: tab.http,
        marks: this.#marks,
        hold: async (_name, _options, work) => {
          const turn = this.#refreshing.then(() => work(new AbortController().signal));
          this.#refreshing = Promise.race([turn, tab.death]).catch(() => undefined);
          await turn;
          return 'ran';
        },
        now: this.now,
        newRid: () => Buffer.from(this.dice.bytes(16)).toString('hex'),
        deviceId: () => Promise.resolve(this.name),
        accountId: this.accountId,
      },
      since,
      signal,
    );
    return result.kind === 'refused' ? { ...result, sent: 0 } : result;
  }
}

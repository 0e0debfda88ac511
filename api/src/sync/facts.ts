/** What planning a push needs to know, read and locked before anything is decided (PU4). */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { ENTITIES } from '@holdfast/shared/entities/index';
import type { Mutation } from '@holdfast/shared/sync/op';
import { linkedBy } from './cycles';
import { keyOf } from './keys';
import { knownCursors, versionsIn } from './known-history';
import { gatherMassFacts, type MassFacts } from './mass-facts';
import type { Pusher } from './pusher';
import { peopleIn, referencesOf } from './references';
import type { Head, HeldMutation, HistoryEntry, ServerTransaction, TaskLinks } from './server-store';

export interface Facts {
  /** By `entity/id`: every row that an op touches or refers to. */
  readonly rows: ReadonlyMap<string, Row>;
  /** Of every task above or before one that an op refers to, what it refers to itself. */
  readonly links: ReadonlyMap<string, TaskLinks>;
  readonly history: readonly HistoryEntry[];
  /** The field history is complete above this version. */
  readonly historyFloor: number;
  /** `mutation/row` → the author's earlier mutation on that row. */
  readonly after: ReadonlyMap<string, string>;
  /** Of the accounts that ops name, those that are or were members. */
  readonly people: ReadonlySet<string>;
  readonly rejectedCreations: ReadonlySet<string>;
  readonly knownCursors: ReadonlySet<string>;
  /** What the other devices in `history` call themselves: a question says where its other side was made. */
  readonly deviceNames: ReadonlyMap<string, string>;
  readonly mass: MassFacts;
  /** By hold: what its release lets go. */
  readonly released: ReadonlyMap<string, readonly HeldMutation[]>;
  /** By its id: what a `restore` of its author takes back. */
  readonly takenBack: ReadonlyMap<string, HeldMutation>;
}

/**
 * Reads and locks the rows that these mutations touch, then those that they refer to; entity by entity in the registry's
 * order and by id, so that pushes queue, not cross.
 */
export async function readTouched(
  tx: ServerTransaction,
  mutations: readonly Mutation[],
  holds: readonly string[] = [],
): Promise<Map<string, Row>> {
  const ops = mutations.flatMap((mutation) => mutation.ops);
  const references = ops.flatMap(referencesOf);
  const named = new Set([...ops, ...references].map(({ entity }) => entity));
  if (holds.length > 0) named.add('hold');
  const found = await Promise.all(
    ENTITIES.filter(({ name }) => named.has(name)).map(async ({ name }) => {
      const touched = unique([
        ...ops.filter((op) => op.entity === name).map((op) => op.id),
        ...(name === 'hold' ? holds : []),
      ]);
      const referred = unique(references.filter((ref) => ref.entity === name).map((ref) => ref.id));
      const only = referred.filter((id) => !touched.includes(id));
      const rows = await Promise.all([
        touched.length > 0 ? tx.rows(name, touched, 'update') : [],
        only.length > 0 ? tx.rows(name, only, 'share') : [],
      ]);
      return rows.flat().map((row): [string, Row] => [keyOf(name, row.id), row]);
    }),
  );
  return new Map(found.flat());
}

/** @param at the marks of the cursors in `sent`, where the workspace stands, and what `sent` touches */
export async function gatherFacts(
  tx: ServerTransaction,
  sent: readonly Mutation[],
  pusher: Pusher,
  at: Head & {
    readonly marks: ReadonlyMap<number, string>;
    readonly touched: ReadonlyMap<string, Row>;
    readonly massRows?: number | undefined;
  },
): Promise<Facts> {
  // 0. What a release lets go is applied as if it were sent now.
  const { released, takenBack } = await heldBy(tx, sent);
  const mutations = [...sent, ...released.map(({ mutation }) => mutation)];
  const ops = mutations.flatMap((mutation) => mutation.ops);
  const rows = new Map(at.touched);
  // 1. Their rows, where holds play a part.
  if (released.length + takenBack.length > 0) {
    const more = await readTouched(
      tx,
      mutations,
      takenBack.map(({ holdId }) => holdId),
    );
    for (const [key, row] of more) rows.set(key, row);
  }
  const references = ops.flatMap(referencesOf);
  // 2. The tasks that a new parent or dependency leads to: a cycle may close far away (MG14).
  const [links, people] = await Promise.all([
    tx.linksAbove(unique(ops.flatMap(linkedBy))),
    tx.membersAmong(unique(ops.flatMap(peopleIn))),
  ]);
  // 3. Who else changed the touched rows, above the lowest base.
  const marks =
    released.length === 0 ? at.marks : await tx.marks(versionsIn(mutations.map(({ seen }) => seen)));
  const known = knownCursors(
    mutations.map(({ seen }) => seen),
    marks,
  );
  // What was held saw nothing of what came after, whatever its base says: that may be of another history.
  const heldAt = new Map(released.map(({ id, version }) => [id, version]));
  const stale = mutations.flatMap((mutation) => {
    const inHistory = mutation.seen === null || known.has(mutation.seen);
    return mutation.ops.flatMap((op) => {
      const row = rows.get(keyOf(op.entity, op.id));
      const base = Math.min(inHistory ? op.base : 0, heldAt.get(mutation.id) ?? op.base);
      return row && base < row.version ? [{ id: op.id, base }] : [];
    });
  });
  const history =
    stale.length === 0
      ? []
      : await tx.history(unique(stale.map((op) => op.id)), Math.min(...stale.map((op) => op.base)));
  // 4. The author's own chain counts only where the same person wrote from another device.
  const crossing = history.some((entry) =>
    [pusher, ...released].some(
      (author) => entry.accountId === author.accountId && entry.deviceId !== author.deviceId,
    ),
  );
  const after = new Map<string, string>();
  for (const mutation of mutations)
    for (const op of mutation.ops) if (op.after) after.set(keyOf(mutation.id, op.id), op.after);
  if (crossing)
    for (const earlier of await tx.chainOf(unique(ops.flatMap((op) => op.after ?? []))))
      for (const [row, id] of Object.entries(earlier.after)) after.set(keyOf(earlier.id, row), id);
  const named = [...history, ...released].map((one) => one.deviceId);
  const others = unique(named.filter((id) => id !== pusher.deviceId));
  const deviceNames = others.length === 0 ? NO_NAMES : await tx.deviceNames(others);
  // 5. Of what is not there: was its creation refused?
  const absent = [
    // A creation's own row is absent by nature.
    ...ops.filter((op) => op.op !== 'create').map((op) => ({ entity: op.entity, id: op.id })),
    ...references,
  ].filter(({ entity, id }) => !rows.has(keyOf(entity, id)));
  const rejected = absent.length === 0 ? [] : await tx.rejectedCreations(unique(absent.map(({ id }) => id)));
  // 6. Does it delete too much at once?
  const mass = await gatherMassFacts(tx, pusher, sent, rows, at.massRows);
  for (const row of mass.openHolds) rows.set(keyOf('hold', row.id), row);
  return {
    rows,
    people: new Set(people),
    links: new Map(links.map((task) => [task.id, task])),
    history,
    historyFloor: at.historyFloor,
    after,
    rejectedCreations: new Set(rejected),
    knownCursors: known,
    deviceNames,
    mass,
    released: byHold(released),
    takenBack: new Map(takenBack.map((held) => [held.id, held])),
  };
}

function byHold(released: readonly HeldMutation[]): ReadonlyMap<string, readonly HeldMutation[]> {
  const holds = new Map<string, HeldMutation[]>();
  for (const held of released) holds.set(held.holdId, [...(holds.get(held.holdId) ?? []), held]);
  return holds;
}

async function heldBy(
  tx: ServerTransaction,
  sent: readonly Mutation[],
): Promise<{ readonly released: readonly HeldMutation[]; readonly takenBack: readonly HeldMutation[] }> {
  const ops = sent.flatMap((mutation) => mutation.ops);
  const releases = ops.filter((op) => op.entity === 'hold' && op.changes.state?.to === 'released');
  const undone = ops.flatMap((op) => (op.op === 'restore' && op.after ? [op.after] : []));
  const [released, takenBack] = await Promise.all([
    tx.heldOf(unique(releases.map((op) => op.id))),
    tx.heldByIds(unique(undone)),
  ]);
  return { released, takenBack };
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

const unique = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/** Mass changes in a plan (PU9): held instead of applied, applied when released, forgotten when taken back. */
import type { Author } from '@holdfast/shared/merge/outcome';
import type { Mutation } from '@holdfast/shared/sync/op';
import { applyMutation, type Draft } from './apply-mutation';
import { type Batch, type Planned, plain, put, take } from './batch';
import type { Facts } from './facts';
import { holdWith, holdWithout, type TakenRow } from './holding';
import type { Incoming } from './incoming';
import { keyOf } from './keys';
import type { Pusher } from './pusher';
import type { HeldMutation } from './server-store';

export function hold(
  author: Author,
  facts: Facts,
  batch: Batch,
  incoming: Incoming,
  mutation: Mutation,
  taken: readonly TakenRow[],
): Planned {
  const rowsBefore = batch.changed.size;
  const historyBefore = batch.history.length;
  const ids = [...facts.mass.openHolds.map(({ id }) => id), ...batch.held.map(({ holdId }) => holdId)];
  const holds = ids.flatMap((id) => batch.rows.get(keyOf('hold', id)) ?? []);
  // One that the same push has decided before takes nothing more: nobody would ever let it go.
  const row = holdWith(
    author,
    taken,
    holds.filter(({ state }) => state === 'held'),
  );
  const key = keyOf('hold', row.id);
  put(batch, key, { entity: 'hold', row });
  batch.held.push({
    id: incoming.id,
    holdId: row.id,
    accountId: author.accountId,
    deviceId: author.deviceId,
    seq: incoming.seq,
    time: author.time,
    rowsBefore,
    historyBefore,
    takes: taken.length,
    mutation,
  });
  return { ...plain(incoming), outcome: 'held', rowKeys: [key], holdId: row.id };
}

/** Ids of the holds that the draft releases: asked before it is taken into the batch. */
export const holdsReleasedBy = (batch: Batch, draft: Draft): string[] =>
  [...draft.changed].flatMap(([key, { entity, row }]) =>
    entity === 'hold' && row.state === 'released' && batch.rows.get(key)?.state === 'held' ? [row.id] : [],
  );

/** Lets these holds go. What the same push did before it, the authors of what they keep could not have seen. */
export function release(pusher: Pusher, facts: Facts, batch: Batch, holdIds: readonly string[]): string[] {
  if (holdIds.length === 0) return [];
  const deviceNames = new Map([...facts.deviceNames, [pusher.deviceId, pusher.deviceName]]);
  const since = batch.history.map((entry) => ({ ...entry, version: Number.POSITIVE_INFINITY, n: 0 }));
  const after = (n: number): Facts => ({
    ...facts,
    history: [...facts.history, ...since.slice(n)],
    deviceNames,
  });
  const waits = ({ id }: { readonly id: string }) => !batch.takenBack.includes(id);
  const seen = after(0);
  const long = holdIds.flatMap((id) => facts.released.get(id) ?? []).filter(waits);
  // What this very push had held, and did before, its author has seen.
  const now = batch.held.filter((one) => holdIds.includes(one.holdId) && waits(one));
  return [
    ...long.flatMap((one) => letGo(pusher, seen, batch, one)),
    ...now.flatMap((one) =>
      letGo(pusher, after(one.historyBefore), batch, { ...one, version: Number.MAX_SAFE_INTEGER }),
    ),
  ];
}

/** In its author's name, with today's merge; the right to it is the releaser's. What does not fit any more falls out. */
function letGo(pusher: Pusher, facts: Facts, batch: Batch, held: HeldMutation): string[] {
  const { accountId, deviceId, time, mutation, version } = held;
  const author: Pusher = {
    ...pusher,
    accountId,
    deviceId,
    deviceName: facts.deviceNames.get(deviceId) ?? '',
    sentAt: pusher.now - (time - mutation.at),
  };
  const draft = applyMutation(author, facts, batch, mutation, version);
  if (draft.kind === 'rejected') return [];
  take(batch, draft);
  return [...draft.changed.keys()];
}

/** What waits under this id, since long or since this very push. */
const heldAs = (id: string, facts: Facts, batch: Batch): Omit<HeldMutation, 'version'> | undefined =>
  facts.takenBack.get(id) ?? batch.held.find((one) => one.id === id);

/** A restore of what is still held: its author has thought better of it. */
export function takeBack(author: Author, facts: Facts, batch: Batch, { ops }: Mutation): void {
  for (const op of ops) {
    const held = op.op === 'restore' && op.after ? heldAs(op.after, facts, batch) : undefined;
    if (!held || held.accountId !== author.accountId || batch.takenBack.includes(held.id)) continue;
    const key = keyOf('hold', held.holdId);
    const row = batch.rows.get(key);
    if (row?.state !== 'held') continue;
    put(batch, key, { entity: 'hold', row: holdWithout(row, author, held) });
    batch.takenBack.push(held.id);
  }
}

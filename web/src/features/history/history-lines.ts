/**
 * What happened to a row, one line for each mutation, the newest first: as the server tells it, and above that what
 * this device did and the server has not told yet. Pure.
 */
import type { Json } from '@holdfast/shared/entities/fields';
import type { HistoryItem } from '@holdfast/shared/sync/history';
import type { Mutation } from '@holdfast/shared/sync/op';

export interface LineChange {
  readonly field: string;
  readonly from: Json;
  readonly to: Json;
}

export interface HistoryLine {
  readonly mutationId: string;
  /** The mutation's intent, e.g. `task.complete`; '' where it is not known. */
  readonly name: string;
  readonly accountId: string;
  /** null: this device. */
  readonly deviceName: string | null;
  readonly at: number;
  readonly kind: 'made' | 'deleted' | 'restored' | 'changed';
  readonly changes: readonly LineChange[];
  /** No one else has it yet. */
  readonly onlyHere: boolean;
  /** It met another change, and did not come to stand as it was written. */
  readonly notTaken?: boolean;
}

/** A mutation of this device that touches the row. */
export interface OwnMutation {
  readonly mutation: Pick<Mutation, 'id' | 'name' | 'at' | 'ops'>;
  readonly waiting: boolean;
}

export interface Whose {
  readonly rowId: string;
  readonly accountId: string;
  readonly deviceId: string | null;
}

export function historyLines(
  told: readonly HistoryItem[],
  own: readonly OwnMutation[],
  whose: Whose,
): readonly HistoryLine[] {
  const known = new Set(told.map((item) => item.mutationId));
  const ownLines = own
    .filter(({ mutation }) => !known.has(mutation.id))
    .flatMap((one) => ownLine(one, whose))
    .sort((a, b) => Number(b.onlyHere) - Number(a.onlyHere) || b.at - a.at);
  return [...ownLines, ...toldLines(told, whose)];
}

function toldLines(told: readonly HistoryItem[], whose: Whose): HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const item of told) {
    const last = lines.at(-1);
    const change = { field: item.field, from: item.from, to: item.to };
    if (last?.mutationId === item.mutationId && last.kind === 'changed' && kindOf(change) === 'changed') {
      // Told backwards, read forwards.
      lines[lines.length - 1] = { ...last, changes: [change, ...last.changes] };
      continue;
    }
    lines.push({
      mutationId: item.mutationId,
      name: item.name ?? '',
      accountId: item.accountId,
      deviceName: item.deviceId === whose.deviceId ? null : (item.deviceName ?? ''),
      at: item.time,
      kind: kindOf(change),
      changes: kindOf(change) === 'changed' ? [change] : [],
      onlyHere: false,
    });
  }
  return lines;
}

function kindOf({ field, to }: LineChange): HistoryLine['kind'] {
  if (field === '_') return 'made';
  if (field === 'deletedAt') return to === null ? 'restored' : 'deleted';
  return 'changed';
}

const KIND_OF_OP = { create: 'made', patch: 'changed', delete: 'deleted', restore: 'restored' } as const;

function ownLine({ mutation, waiting }: OwnMutation, { rowId, accountId }: Whose): HistoryLine[] {
  return mutation.ops
    .filter((op) => op.id === rowId)
    .map((op): HistoryLine => {
      const changes = Object.entries(op.changes).map(([field, { from, to }]) => ({ field, from, to }));
      return {
        mutationId: mutation.id,
        name: mutation.name,
        accountId,
        deviceName: null,
        at: mutation.at,
        kind: KIND_OF_OP[op.op],
        changes: op.op === 'patch' ? changes : [],
        onlyHere: waiting,
      };
    })
    .filter((line) => line.kind !== 'changed' || line.changes.length > 0)
    .reverse();
}

/** At the end: what was decided about held changes is so, and what nobody decided is kept. */
import type { EndOptions } from './end-laws';

export function decisionsStand({ laws, ledger, journal }: EndOptions): void {
  for (const deed of journal.deeds.values()) {
    const own = ledger.books(deed.workspaceId);
    const result = own.stored.get(deed.id)?.result;
    if (result?.outcome !== 'applied' || (result.left as readonly string[] | undefined)?.includes('state'))
      continue;
    for (const { entity, id, changes } of ledger.said(deed.id)?.ops ?? []) {
      if (entity !== 'hold') continue;
      const state = own.rows.get(`hold/${id}`)?.state;
      if (state !== changes.state?.to)
        laws.broken(
          'decisions-stand',
          `hold ${id} was ${String(changes.state?.to)}, and is ${String(state)}`,
        );
    }
  }
}

/** A result that says *held* stays true: the server still has it, or its author took it back. */
export function heldIsKept({ laws, ledger, workspaceIds }: EndOptions): void {
  for (const workspaceId of workspaceIds) {
    const { stored, held, rows } = ledger.books(workspaceId);
    for (const row of rows.values()) {
      if (!('sample' in row) || row.state !== 'held') continue;
      const inIt = [...held.values()].filter(({ holdId }) => holdId === row.id);
      if (inIt.length === 0) laws.broken('held-is-kept', `hold ${row.id} waits, and nothing is in it`);
    }
    for (const { id, holdId } of held.values())
      if (stored.get(id)?.result.holdId !== holdId)
        laws.broken('held-is-told', `${id} is in hold ${holdId}, and its author was not told`);
  }
}

/**
 * What a push leaves behind. What is left in one breath beside the rows goes out as one statement, versions last (PU4):
 * a statement costs more than most of what it does (decision 072).
 */
import type { Row } from '@holdfast/shared/entities/define-entity';
import { entityByName } from '@holdfast/shared/entities/index';
import { insertRows, writeRows } from '../../db/rows';
import { takeVersions } from '../../db/take-versions';
import type { Device, HistoryEntry, ServerTransaction, StoredMutation } from '../server-store';
import type { Ground } from './ground';

type Writes = Pick<
  ServerTransaction,
  | 'takeVersions'
  | 'writeRows'
  | 'insertRows'
  | 'writeHistory'
  | 'writeMutations'
  | 'writeHeld'
  | 'deleteHeld'
  | 'putDevice'
  | 'nothingFollows'
>;

/** What one breath has gathered. */
interface Leaving {
  versions: { readonly seen: number; readonly count: number; readonly mark: string } | null;
  history: readonly HistoryEntry[];
  mutations: readonly StoredMutation[];
  device: Device | null;
}
const nothing = (): Leaving => ({ versions: null, history: [], mutations: [], device: null });

export function writes({ tx, ws, attempt, beforeEnd, recent, passOn }: Ground): Writes {
  let leaving = nothing();
  let isAll = false;
  let sending: Promise<void> | null = null;
  const send = async (): Promise<void> => {
    const { history, mutations, device, versions } = leaving;
    leaving = nothing();
    sending = null;
    const left = tx`
      select leave_push(${ws}, ${device?.id ?? null}, ${device?.accountId ?? null}, ${device?.name ?? null},
      ${device?.ack ?? null}, ${device?.told ?? null}, ${device?.seenAt ?? null}, ${json(mutations)}::text::jsonb,
      ${json(history)}::text::jsonb, ${versions?.seen ?? 0}, ${versions?.count ?? 0}, ${versions?.mark ?? ''})`;
    if (isAll) passOn();
    await left;
  };
  const leave = (part: Partial<Leaving>): Promise<void> => {
    Object.assign(leaving, part);
    sending ??= Promise.resolve().then(send);
    return sending;
  };
  beforeEnd(async () => {
    if (leaving.versions) await send();
  });
  return {
    async takeVersions(count, mark, seen) {
      recent.takesVersions();
      if (seen === undefined || attempt > 1) return takeVersions(tx, ws, count, mark);
      // Goes out with what is written with them.
      leaving.versions = { seen, count, mark };
      return seen + 1;
    },
    async writeRows(name, rows: readonly Row[]) {
      const entity = entityByName(name);
      if (!entity) return;
      recent.wrote(name, rows);
      await writeRows(tx, entity, rows);
    },
    async insertRows(name, rows: readonly Row[]) {
      const entity = entityByName(name);
      if (!entity) return;
      recent.wrote(name, rows);
      await insertRows(tx, entity, rows);
    },
    nothingFollows() {
      isAll = true;
      if (!sending) passOn();
    },
    writeHistory: (history) => (history.length > 0 ? leave({ history }) : Promise.resolve()),
    writeMutations: (mutations) => (mutations.length > 0 ? leave({ mutations }) : Promise.resolve()),
    putDevice: (device) => leave({ device }),
    async writeHeld(held) {
      if (held.length === 0) return;
      await tx`
        insert into held_mutation (workspace_id, id, hold_id, account_id, device_id, seq, time, version, takes, body)
        select ${ws}, id, "holdId", "accountId", "deviceId", seq, time, version, takes, mutation
        from jsonb_to_recordset(${JSON.stringify(held)}::text::jsonb) as r(id uuid, "holdId" uuid, "accountId" uuid,
          "deviceId" uuid, seq bigint, time bigint, version bigint, takes integer, mutation jsonb)`;
    },
    async deleteHeld(ids) {
      if (ids.length === 0) return;
      await tx`delete from held_mutation where workspace_id = ${ws} and id = any(${ids as string[]}::uuid[])`;
    },
  };
}

const json = (list: readonly unknown[]): string | null => (list.length > 0 ? JSON.stringify(list) : null);

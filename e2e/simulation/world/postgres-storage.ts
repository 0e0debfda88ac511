/**
 * The real Postgres as a world's storage. A backup is a copy of the whole database, made while nobody is connected; a
 * restore puts that copy in its place.
 */
import { randomBytes } from 'node:crypto';
import { ENTITIES } from '@holdfast/shared/entities/index';
import { memberId } from '@holdfast/shared/sync/ids';
import type { RowChange } from '@holdfast/shared/sync/protocol';
import postgres from 'postgres';
import { openOwner, openPool, type Sql, type Tx } from '../../../api/src/db/pool';
import { KEEP, prune } from '../../../api/src/db/prune';
import { readRows } from '../../../api/src/db/rows';
import { createPostgresStore } from '../../../api/src/sync/postgres-store';
import type { GroupingStore } from '../../../api/src/sync/server-store';
import { createTestDatabase } from '../../../api/src/testing/test-database';
import type { Storage } from './storage';

export interface PostgresStorage extends Storage {
  close(): Promise<void>;
}

export async function createPostgresStorage(adminUrl: string): Promise<PostgresStorage> {
  const { url } = await createTestDatabase(adminUrl);
  const name = new URL(url).pathname.slice(1);
  const kept = `kept_${randomBytes(6).toString('hex')}`;
  let hasBackup = false;
  let open = connect(url);

  /** Nobody may be connected to a database that is copied. */
  async function alone(work: (admin: postgres.Sql) => Promise<void>): Promise<void> {
    await open.close();
    const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
    try {
      await work(admin);
    } finally {
      await admin.end({ timeout: 5 });
      open = connect(url);
    }
  }

  return {
    store: () => open.store,
    async found(workspaceId, members) {
      const { owner } = open;
      await owner`insert into workspace_head (workspace_id, head, created_at) values (${workspaceId}, 0, 0)`;
      for (const [account, role] of Object.entries(members))
        await owner`insert into member (workspace_id, id, version, stamps, created_at, created_by, updated_at, account_id, name, role)
          values (${workspaceId}, ${memberId(workspaceId, account)}, ${-1 - Object.keys(members).indexOf(account)}, '{}', 0, ${account}, 0, ${account}, 'x', ${role})`;
    },
    async setRole(workspaceId, accountId, role) {
      await open.owner`update member set removed_at = ${role === null ? 1 : null}, role = coalesce(${role}, role)
        where workspace_id = ${workspaceId} and account_id = ${accountId}`;
    },
    async prune(workspaceId, floor, mark) {
      const { owner } = open;
      // Noted as of 90 days before the job runs.
      await owner`insert into workspace_day (workspace_id, at, head) values (${workspaceId}, 0, ${floor})
        on conflict (workspace_id, at) do update set head = excluded.head`;
      for await (const done of prune(owner, KEEP.content, () => mark))
        if (done.kind === 'failed') throw done.error;
      return owner.begin(async (tx) => {
        const tombstones: RowChange[] = [];
        for (const entity of ENTITIES) {
          if (entity.lane !== 'synced') continue;
          const found = await tx.unsafe<{ id: string }[]>(
            `select id from "${entity.name}" where workspace_id = $1 and version > $2`,
            [workspaceId, floor],
          );
          const ids = found.map(({ id }) => id);
          const rows = await readRows(tx as unknown as Tx, entity, workspaceId, ids, 'share');
          tombstones.push(...rows.map((row) => ({ entity: entity.name, row })));
        }
        return tombstones;
      });
    },
    async backup() {
      await alone(async (admin) => {
        if (hasBackup) await admin.unsafe(`drop database ${kept} with (force)`);
        await admin.unsafe(`create database ${kept} template ${name}`);
      });
      hasBackup = true;
    },
    async restore() {
      if (!hasBackup) return;
      await alone(async (admin) => {
        await admin.unsafe(`drop database ${name} with (force)`);
        await admin.unsafe(`create database ${name} template ${kept}`);
      });
    },
    async close() {
      await open.close();
      const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
      await admin.unsafe(`drop database ${name} with (force)`);
      if (hasBackup) await admin.unsafe(`drop database ${kept} with (force)`);
      await admin.end({ timeout: 5 });
    },
  };
}

interface Open {
  readonly owner: Sql;
  readonly store: GroupingStore;
  close(): Promise<void>;
}

function connect(url: string): Open {
  const [owner, sql] = [openOwner(url), openPool(url, 3)];
  return {
    owner,
    store: createPostgresStore(sql),
    async close() {
      await Promise.all([owner.end({ timeout: 5 }), sql.end({ timeout: 5 })]);
    },
  };
}

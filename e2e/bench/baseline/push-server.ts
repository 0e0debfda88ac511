/**
 * The yardstick for pushes, in a process of its own: what remains of one when nobody is asked who they are, nothing is
 * merged, known again or told to anybody. One durable transaction: the row is read and written as JSON, the mutation is
 * kept, the workspace's version is counted last. What a machine makes of this is the most that it could make of a push.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import postgres from 'postgres';
import type { LoadDevice } from '../load/device';

type Push = ReturnType<LoadDevice['request']>;

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10, onnotice: () => undefined });
await sql`create table workspace (id uuid primary key, head bigint not null)`;
await sql`create table task (workspace_id uuid, id uuid, body jsonb not null, primary key (workspace_id, id))`;
await sql`create table mutation (workspace_id uuid, id uuid, body jsonb not null, primary key (workspace_id, id))`;

const server = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const answer = JSON.stringify(await take(JSON.parse(text) as Push));
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(answer) };
  response.writeHead(200, headers).end(answer);
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));

async function take({ workspaceId, mutations }: Push): Promise<object> {
  return sql.begin(async (tx) => {
    const rows: object[] = [];
    for (const { id, ops } of mutations)
      for (const op of ops) {
        const [known] = await tx<{ body: object }[]>`
          select body from task where workspace_id = ${workspaceId} and id = ${op.id} for no key update`;
        const values = Object.entries(op.changes).map(([field, { to }]) => [field, to]);
        const row = { id: op.id, ...known?.body, ...Object.fromEntries(values) };
        await tx`
          insert into task values (${workspaceId}, ${op.id}, ${JSON.stringify(row)}::text::jsonb)
          on conflict (workspace_id, id) do update set body = excluded.body`;
        await tx`insert into mutation values (${workspaceId}, ${id}, ${JSON.stringify(op)}::text::jsonb)`;
        rows.push(row);
      }
    const [counted] = await tx<{ head: string }[]>`
      insert into workspace values (${workspaceId}, ${mutations.length})
      on conflict (id) do update set head = workspace.head + ${mutations.length} returning head`;
    const version = Number(counted?.head);
    const results = mutations.map(({ id, seq }) => ({ id, seq, outcome: 'applied', version }));
    return { version, cursor: String(version), results, changes: rows, more: false };
  });
}

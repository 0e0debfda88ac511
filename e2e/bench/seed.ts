/** Fills a workspace through the server's front door: sign-up, then pushes of 100 mutations of ten rows. */
import { randomBytes } from 'node:crypto';
import { newId } from '@holdfast/shared/sync/ids';
import { HEADERS, PROTOCOL } from '@holdfast/shared/sync/protocol';
import { PASSWORD } from '../support/people';
import { seedTasks } from './tasks';

const entropy = {
  now: () => Date.now(),
  randomBytes: (length: number) => new Uint8Array(randomBytes(length)),
};

export interface Creation {
  readonly entity: string;
  readonly id: string;
  readonly values: { readonly [field: string]: unknown };
}

export const creation = (entity: string, id: string, values: Creation['values']): Creation => ({
  entity,
  id,
  values,
});

/** A signed-up account that can push creations into its personal workspace. */
export async function createAccount(url: string, email: string, name: string) {
  const workspaceId = newId(entropy);
  const deviceId = newId(entropy);
  const signedUp = await fetch(`${url}/auth/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: PASSWORD, name, workspaceId, deviceId }),
  });
  if (signedUp.status !== 201)
    throw new Error(`sign-up answered ${signedUp.status}: ${await signedUp.text()}`);
  const cookie = signedUp.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { account } = (await signedUp.json()) as { account: { id: string } };
  let seq = 0;
  let cursor: string | null = null;
  const op = ({ entity, id, values }: Creation) => ({
    op: 'create',
    entity,
    id,
    base: 0,
    after: null,
    guard: false,
    changes: Object.fromEntries(Object.entries(values).map(([field, to]) => [field, { from: null, to }])),
  });
  const mutation = (creations: readonly Creation[]) => ({
    id: newId(entropy),
    seq: ++seq,
    schema: 1,
    at: Date.now(),
    seen: cursor,
    name: 'task.import',
    group: null,
    ops: creations.map(op),
  });
  return {
    id: account.id,
    async send(creations: readonly Creation[]): Promise<void> {
      for (const batch of piecesOf(creations, ROWS_AT_ONCE)) {
        const answer = await fetch(`${url}/sync/push`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            origin: url,
            cookie,
            [HEADERS.protocol]: String(PROTOCOL),
          },
          body: JSON.stringify({
            protocol: PROTOCOL,
            workspaceId,
            deviceId,
            deviceName: 'seed',
            cursor,
            sentAt: Date.now(),
            mutations: piecesOf(batch, OPS_AT_ONCE).map(mutation),
          }),
        });
        const body = (await answer.json()) as {
          results?: { outcome: string; code?: string }[];
          cursor?: string;
        };
        const refused = body.results?.find((result) => result.outcome !== 'applied');
        if (!answer.ok || refused)
          throw new Error(`seeding: ${answer.status} ${JSON.stringify(refused ?? body)}`);
        cursor = body.cursor ?? null;
      }
    },
  };
}

/** A push below its 1 MiB, in mutations of a size that people make. */
const ROWS_AT_ONCE = 1_000;
const OPS_AT_ONCE = 10;

const piecesOf = <T>(list: readonly T[], size: number): (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));

export async function seedAccount(
  url: string,
  email: string,
  count: number,
  today: string,
  projects: number,
): Promise<void> {
  const account = await createAccount(url, email, 'Ana');
  const { projectIds, tasks } = seedTasks(count, projects, today, Date.now());
  await account.send([
    ...projectIds.map((id, n) =>
      creation('project', id, { name: `Project ${n + 1}`, position: `a${n.toString(36).padStart(2, '0')}x` }),
    ),
    ...tasks.map(({ id, ...values }) => creation('task', id, values)),
  ]);
}

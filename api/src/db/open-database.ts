/** Makes a database ready to serve: reachable, new enough, migrated, without a hole in its row security. */
import { holesInRowSecurity } from './catalogue-check';
import { migrate } from './migrate';
import { openOwner } from './pool';

export type Opened =
  | {
      readonly kind: 'ready';
      readonly applied: readonly string[];
      /** The secret that processes on this database share. */
      readonly secret: string;
    }
  /** One line for whoever started us. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Postgres 15: `security_invoker`, and what the migrations are written in. */
const OLDEST = 150_000;

export async function openDatabase(url: string, migrations: string, newSecret: string): Promise<Opened> {
  const owner = openOwner(url);
  try {
    const [server] = await owner<
      { version: number }[]
    >`select current_setting('server_version_num')::int as version`;
    if (!server || server.version < OLDEST)
      return {
        kind: 'refused',
        reason: `needs Postgres 15 or later, this is ${Math.floor((server?.version ?? 0) / 10_000)}`,
      };
    const outcome = await migrate(owner, migrations);
    if (outcome.kind === 'changed')
      return { kind: 'refused', reason: `sql/${outcome.file} has changed since this database ran it` };
    const holes = await holesInRowSecurity(owner);
    if (holes.length > 0) return { kind: 'refused', reason: `row security has a hole: ${holes.join('; ')}` };
    await owner`insert into server_secret (name, value) values ('access', ${newSecret}) on conflict (name) do nothing`;
    const [secret] = await owner<{ value: string }[]>`select value from server_secret where name = 'access'`;
    if (!secret) return { kind: 'refused', reason: 'the server’s secret cannot be read' };
    return { kind: 'ready', applied: outcome.applied, secret: secret.value };
  } finally {
    await owner.end({ timeout: 5 });
  }
}

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface RunAs {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The user that Postgres runs as when we are root; made where there is none. */
export async function unprivilegedUser(): Promise<RunAs> {
  const known = await lookUp('postgres');
  if (known) return known;
  const made = await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).then(
    () => true,
    () => false,
  );
  const user = (made ? await lookUp('postgres') : null) ?? (await lookUp('nobody'));
  if (!user)
    throw new Error('root cannot run Postgres, and there is no other user: make one called postgres');
  return user;
}

async function lookUp(name: string): Promise<RunAs | null> {
  const line = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

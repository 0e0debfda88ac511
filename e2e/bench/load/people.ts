/** People who use the server all at once, each signed up through the front door. */
import { randomUUID } from 'node:crypto';
import { PASSWORD } from '../../support/people';
import { ask } from './http';

export interface Person {
  readonly cookie: string;
  /** Its personal workspace. */
  readonly home: string;
}

export async function signUpMany(origin: string, count: number): Promise<Person[]> {
  const people: Person[] = [];
  // Hashing a password takes the server a whole core for a moment: a few at a time.
  const next = async (n: number): Promise<void> => {
    if (n >= count) return;
    people[n] = await signUp(origin, `load-${n}-${randomUUID()}@example.test`);
    await next(n + 4);
  };
  await Promise.all([0, 1, 2, 3].map(next));
  return people;
}

async function signUp(origin: string, email: string): Promise<Person> {
  const home = randomUUID();
  const body = { email, password: PASSWORD, name: 'Load', workspaceId: home, deviceId: randomUUID() };
  const answer = await ask(origin, '/auth/sign-up', { body });
  if (answer.status !== 201) throw new Error(`sign-up answered ${answer.status}`);
  const cookie = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
  return { cookie, home };
}

/** A workspace with all of them in it. */
export async function shareWorkspace(origin: string, people: readonly Person[]): Promise<string> {
  const [owner, ...guests] = people;
  if (!owner) throw new Error('nobody to share with');
  const id = randomUUID();
  await must(ask(origin, '/api/workspaces', { body: { id, name: 'All' }, cookie: owner.cookie }), 201);
  const invite = await must(
    ask(origin, `/api/workspaces/${id}/invites`, {
      body: { role: 'member', maxUses: 100 },
      cookie: owner.cookie,
    }),
    201,
  );
  for (const { cookie } of guests)
    await must(ask(origin, '/api/invites/accept', { body: { token: invite.token }, cookie }), 200);
  return id;
}

async function must(asked: ReturnType<typeof ask>, status: number): Promise<Record<string, unknown>> {
  const answer = await asked;
  if (answer.status !== status) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

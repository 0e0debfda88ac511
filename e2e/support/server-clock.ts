/** Time that has gone by on the server: what it remembers of a person's sessions is as old as wanted. */
import { openOwner } from '../../api/src/db/pool';

export async function ageSessions(databaseUrl: string | null, email: string, days: number): Promise<void> {
  if (databaseUrl === null) throw new Error('the built-in database is nobody’s business');
  const owner = openOwner(databaseUrl);
  const ms = days * 86_400_000;
  try {
    await owner`
      update session set created_at = created_at - ${ms}, last_used_at = last_used_at - ${ms}, expires_at = expires_at - ${ms}
      where account_id = (select id from account where email = ${email})`;
    await owner`
      update refresh_token set created_at = created_at - ${ms}
      where session_id in (select s.id from session s join account a on a.id = s.account_id where a.email = ${email})`;
  } finally {
    await owner.end();
  }
}

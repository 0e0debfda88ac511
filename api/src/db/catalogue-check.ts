/**
 * The holes through which row security leaks, looked for in the catalogue (AC4, H68). The server refuses to start
 * while there is one: a table that nobody guarded is found before anybody reads it.
 */
import type { Sql } from './pool';

/** Tables without rows of any tenant. */
const UNGUARDED = ['schema_migration'];

/** @param owner a connection that may read the catalogue; @returns one line a hole, none where all is well. */
export async function holesInRowSecurity(owner: Sql): Promise<string[]> {
  const [role] = await owner<{ super: boolean; bypass: boolean }[]>`
    select rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = 'holdfast_app'`;
  const tables = await owner<
    { name: string; on: boolean; forced: boolean; owner: string; policies: number }[]
  >`
    select c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')`;
  const views = await owner<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and (c.relkind = 'm' or (c.relkind = 'v'
      and not coalesce(c.reloptions @> array['security_invoker=true'], false)))`;
  const definers = await owner<{ name: string; pinned: boolean }[]>`
    select p.proname as name, coalesce(array_to_string(p.proconfig, ',') like '%search_path=%', false) as pinned
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef`;
  const open = await owner<{ name: string; table: string }[]>`
    select polname as name, polrelid::regclass::text as table from pg_policy p
    where (p.polroles = '{0}' or 'holdfast_app'::regrole = any (p.polroles))
      and (pg_get_expr(p.polqual, p.polrelid) = 'true' or pg_get_expr(p.polwithcheck, p.polrelid) = 'true')`;
  const above = await owner<{ name: string }[]>`
    select g.rolname as name from pg_auth_members m join pg_roles g on g.oid = m.roleid
    where m.member = (select oid from pg_roles where rolname = 'holdfast_app')`;
  return [
    ...(role && !role.super && !role.bypass
      ? []
      : ['the role holdfast_app is missing or stands above row security']),
    ...above.map(({ name }) => `the role holdfast_app belongs to ${name}`),
    ...tables.flatMap((table) => {
      if (UNGUARDED.includes(table.name)) return [];
      if (!table.on || !table.forced) return [`${table.name}: row security is not forced`];
      if (table.policies === 0) return [`${table.name}: no policy`];
      return table.owner === 'holdfast_app' ? [`${table.name}: owned by the role that it should bind`] : [];
    }),
    ...views.map(({ name }) => `${name}: a view that reads with its owner's rights`),
    ...definers
      .filter(({ name, pinned }) => !pinned || name !== 'my_workspaces')
      .map(({ name }) => `${name}: a definer function`),
    ...open.map(({ name, table }) => `${table}: policy ${name} lets everybody in`),
  ];
}

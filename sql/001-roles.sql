-- Two roles: migrations run as the owner; the server's connections run as holdfast_app, which owns nothing, so that
-- row security binds it (spec AC4). Roles belong to the cluster: another database may have made it already, or an
-- administrator who does not give `createrole` away, and then granted it to the owner.
do $$
begin
  if not exists (select from pg_roles where rolname = 'holdfast_app') then
    create role holdfast_app nologin noinherit;
  end if;
exception when duplicate_object or unique_violation then null;
end
$$;

-- Whoever made the role may still lack the right to become it (from Postgres 16 on), hence the grant to oneself.
do $$
begin
  execute format('grant holdfast_app to %I', current_user);
exception when insufficient_privilege then
  if not pg_has_role(current_user, 'holdfast_app', 'member') then raise; end if;
end
$$;
grant usage on schema public to holdfast_app;

-- The account on whose behalf a transaction runs; null outside of one, and then every policy says no.
create function current_account() returns uuid
  language sql stable
  set search_path = pg_catalog
as $$ select nullif(current_setting('holdfast.account', true), '')::uuid $$;

-- A workspace that a transaction may write before its account is a member: its founding, an invitation accepted.
create function granted_workspace() returns uuid
  language sql stable
  set search_path = pg_catalog
as $$ select nullif(current_setting('holdfast.workspace', true), '')::uuid $$;

-- True only inside the transactions of sign-up, sign-in, refresh and invitation links, which start without an account.
create function is_authenticating() returns boolean
  language sql stable
  set search_path = pg_catalog
as $$ select coalesce(current_setting('holdfast.authenticating', true), '') = 'on' $$;

-- Two roles: migrations run as the owner; the server's connections run as holdfast_app, which owns nothing, so that
-- row security binds it (spec AC4). Roles belong to the cluster: another database may have made it already.
do $$
begin
  create role holdfast_app nologin noinherit nobypassrls;
exception when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  execute format('grant holdfast_app to %I', current_user);
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

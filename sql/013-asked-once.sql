-- Which workspaces may this transaction touch? Asked by every policy of every statement, sixteen times in a push, it was
-- a fifth of what a push cost the database. It is asked once now and kept in a setting that ends with the transaction
-- (spec AC4, hazard H67). The answer names whom it is for: in a transaction that becomes another account, or is granted a
-- workspace on the way, it is nobody's, and is asked anew.
create function acting_workspaces() returns uuid[]
  language plpgsql stable
as $$
declare
  who text := pg_catalog.concat_ws('/', pg_catalog.current_setting('holdfast.account', true),
    pg_catalog.current_setting('holdfast.workspace', true));
  kept text := pg_catalog.current_setting('holdfast.acting', true);
  mine uuid[];
begin
  if kept is not null and pg_catalog.split_part(kept, '=', 1) = who then
    return pg_catalog.split_part(kept, '=', 2)::uuid[];
  end if;
  mine := array(select public.my_workspaces());
  perform pg_catalog.set_config('holdfast.acting', who || '=' || mine::text, true);
  return mine;
end
$$;

do $$
declare
  guarded regclass;
begin
  for guarded in select polrelid from pg_policy where polname = 'tenant' and polrelid <> 'invite'::regclass loop
    execute format('alter policy tenant on %s
      using (workspace_id = any ((select acting_workspaces())::uuid[]))
      with check (workspace_id = any ((select acting_workspaces())::uuid[]))', guarded);
  end loop;
end
$$;
alter policy tenant on invite
  using (workspace_id = any ((select acting_workspaces())::uuid[]) or is_authenticating())
  with check (workspace_id = any ((select acting_workspaces())::uuid[]) or is_authenticating());

-- A body that is parsed once needs no search path of its own, and becomes part of the statement that asks.
create or replace function current_account() returns uuid
  language sql stable
  return nullif(current_setting('holdfast.account', true), '')::uuid;
create or replace function granted_workspace() returns uuid
  language sql stable
  return nullif(current_setting('holdfast.workspace', true), '')::uuid;
create or replace function is_authenticating() returns boolean
  language sql stable
  return coalesce(current_setting('holdfast.authenticating', true), '') = 'on';

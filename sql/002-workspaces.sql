-- A workspace: the unit of tenancy, order and sync. Its counter stands in a table of its own, so that taking a version
-- locks one small row and nothing that is read for its contents.
create table workspace_head (
  workspace_id uuid primary key,
  head bigint not null default 0 check (head >= 0),
  floor bigint not null default 0 check (floor >= 0),
  personal_of uuid unique,
  created_at bigint not null
);

-- The marks by which a cursor of another history is recognised (spec PL4), for every version from floor on.
create table version_mark (
  workspace_id uuid not null references workspace_head on delete cascade,
  version bigint not null,
  mark text not null,
  primary key (workspace_id, version)
);

-- The two entities that only the server writes (lane "pulled").
create table workspace (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  version bigint not null,
  stamps jsonb not null,
  created_at bigint not null,
  created_by uuid not null,
  updated_at bigint not null,
  deleted_at bigint,
  name text not null,
  primary key (workspace_id, id),
  check (id = workspace_id)
);
create unique index workspace_by_version on workspace (workspace_id, version);

create table member (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  version bigint not null,
  stamps jsonb not null,
  created_at bigint not null,
  created_by uuid not null,
  updated_at bigint not null,
  deleted_at bigint,
  account_id uuid not null,
  name text not null,
  avatar text,
  role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
  last_seen_at bigint,
  removed_at bigint,
  primary key (workspace_id, id),
  unique (workspace_id, account_id)
);
create unique index member_by_version on member (workspace_id, version);
-- Which workspaces is an account in: asked by every policy.
create index member_by_account on member (account_id, workspace_id) where removed_at is null;

-- The workspaces that the transaction's account may touch. A definer function, because a policy on member that reads
-- member would never end; it reads nothing but the caller's own memberships.
create function my_workspaces() returns setof uuid
  language sql stable security definer
  set search_path = pg_catalog, public
as $$
  select workspace_id from public.member where account_id = public.current_account() and removed_at is null
  union all
  select public.granted_workspace() where public.granted_workspace() is not null
$$;
revoke all on function my_workspaces() from public;
grant execute on function my_workspaces() to holdfast_app;

-- What the mass-change guard keeps (spec PU9): the row that everybody sees and decides by, and the mutations themselves
-- as their author sent them, which nobody sees.
create table hold (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  version bigint not null,
  stamps jsonb not null,
  created_at bigint not null,
  created_by uuid not null,
  updated_at bigint not null,
  deleted_at bigint,
  account_id uuid not null,
  at bigint not null,
  until bigint not null,
  count integer not null,
  sample jsonb,
  state text not null,
  decided_by uuid,
  primary key (workspace_id, id)
);
create unique index hold_by_version on hold (workspace_id, version);
-- A push with deletes asks for its author's open holds.
create index hold_open on hold (workspace_id, account_id) where state = 'held';

create table held_mutation (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  hold_id uuid not null,
  account_id uuid not null,
  device_id uuid not null,
  seq bigint not null,
  -- The author's corrected time, and the workspace's version when it came: what changed later, nobody had seen.
  time bigint not null,
  version bigint not null,
  takes integer not null,
  body jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, hold_id) references hold (workspace_id, id) deferrable initially deferred
);
create index held_mutation_by_hold on held_mutation (workspace_id, hold_id);

-- The guard's question: what did this person delete within the last minute?
create index field_history_deletions on field_history (workspace_id, account_id, time) where field = 'deletedAt';

alter table hold enable row level security;
alter table hold force row level security;
create policy tenant on hold to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on hold to current_user using (true) with check (true);
grant select, insert, update on hold to holdfast_app;

alter table held_mutation enable row level security;
alter table held_mutation force row level security;
create policy tenant on held_mutation to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on held_mutation to current_user using (true) with check (true);
grant select, insert, delete on held_mutation to holdfast_app;

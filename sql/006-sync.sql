-- What makes a mutation take effect once (spec PU2, PU3): devices with how far they were acknowledged, and every
-- mutation's result, written in the transaction of its effect.
create table device (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  ack bigint not null default 0,
  seen_at bigint not null,
  primary key (workspace_id, id)
);

create table mutation (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  device_id uuid not null,
  seq bigint not null,
  account_id uuid not null,
  name text not null,
  -- Of name, at and ops: a known id with another content is refused.
  content_hash text not null,
  result jsonb not null,
  -- {row id: the author's earlier mutation on that row}: the chain of one's own edits.
  after jsonb not null,
  -- Rows that it would have created, had it not been rejected (MG14).
  rejected_rows uuid[] not null,
  recorded_at bigint not null,
  primary key (workspace_id, id)
);
create index mutation_by_device on mutation (workspace_id, device_id, seq);
create index mutation_by_rejected_row on mutation using gin (rejected_rows) where rejected_rows <> '{}';

-- Every change of every field: what merging asks ("who else changed this after base"), and later a task's history.
create table field_history (
  workspace_id uuid not null references workspace_head on delete cascade,
  version bigint not null,
  -- Order within a version: a row changed several times in one batch has one version.
  n integer not null,
  entity text not null,
  row_id uuid not null,
  field text not null,
  from_value jsonb,
  to_value jsonb,
  time bigint not null,
  device_id uuid not null,
  account_id uuid not null,
  mutation_id uuid not null,
  primary key (workspace_id, version, n)
);
create index field_history_by_row on field_history (workspace_id, row_id, version);

alter table device enable row level security;
alter table device force row level security;
create policy tenant on device to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on device to current_user using (true) with check (true);
grant select, insert, update on device to holdfast_app;

alter table mutation enable row level security;
alter table mutation force row level security;
create policy tenant on mutation to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on mutation to current_user using (true) with check (true);
grant select, insert on mutation to holdfast_app;

alter table field_history enable row level security;
alter table field_history force row level security;
create policy tenant on field_history to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on field_history to current_user using (true) with check (true);
grant select, insert on field_history to holdfast_app;

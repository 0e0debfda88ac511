-- What a long absence costs is bounded (spec, Long absences): content of deleted rows, old history, old results. The
-- job that prunes runs as the owner; the server's role may still delete none of it, so no request can.

-- Where a workspace's counter stood when the job came by: "the head of 90 days ago" is asked of it.
create table workspace_day (
  workspace_id uuid not null references workspace_head on delete cascade,
  at bigint not null,
  head bigint not null,
  primary key (workspace_id, at)
);
alter table workspace_day enable row level security;
alter table workspace_day force row level security;
create policy migration on workspace_day to current_user using (true) with check (true);

-- Field history reaches back to this version; what is older is known from stamps alone.
alter table workspace_head add column history_floor bigint not null default 0;
-- Results up to this seq have arrived at the device: it sent the one after it.
alter table device add column told bigint not null default 0;

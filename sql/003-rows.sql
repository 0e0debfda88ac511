-- The entities that people write, one table each, columns as the registry in shared/src/entities names them; a test
-- compares both. Every key starts with the workspace. References are composite, so that no row can point into another
-- workspace, and are judged at commit, because the rows of one push are written entity by entity.

create table project (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  version bigint not null,
  stamps jsonb not null,
  created_at bigint not null,
  created_by uuid not null,
  updated_at bigint not null,
  deleted_at bigint,
  name text not null,
  color text not null,
  position text collate "C" not null,
  archived_at bigint,
  primary key (workspace_id, id)
);
create unique index project_by_version on project (workspace_id, version);

create table section (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  version bigint not null,
  stamps jsonb not null,
  created_at bigint not null,
  created_by uuid not null,
  updated_at bigint not null,
  deleted_at bigint,
  project_id uuid not null,
  name text not null,
  position text collate "C" not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) deferrable initially deferred
);
create unique index section_by_version on section (workspace_id, version);
create index section_by_project on section (workspace_id, project_id);

create table label (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  version bigint not null,
  stamps jsonb not null,
  created_at bigint not null,
  created_by uuid not null,
  updated_at bigint not null,
  deleted_at bigint,
  name text not null,
  color text not null,
  primary key (workspace_id, id)
);
create unique index label_by_version on label (workspace_id, version);

create table task (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  version bigint not null,
  stamps jsonb not null,
  created_at bigint not null,
  created_by uuid not null,
  updated_at bigint not null,
  deleted_at bigint,
  project_id uuid,
  parent_id uuid,
  section_id uuid,
  title text not null,
  description text not null,
  status text not null,
  blocked_reason text,
  priority integer not null,
  labels uuid[] not null,
  assignee_id uuid,
  start_on date,
  due_on date,
  due_time text,
  remind_at bigint,
  recurrence text,
  repeat_from text not null,
  estimate_minutes integer,
  depends_on uuid[] not null,
  position text collate "C" not null,
  custom jsonb not null,
  completed_at bigint,
  primary key (workspace_id, id),
  foreign key (workspace_id, project_id) references project (workspace_id, id) deferrable initially deferred,
  foreign key (workspace_id, section_id) references section (workspace_id, id) deferrable initially deferred,
  foreign key (workspace_id, parent_id) references task (workspace_id, id) deferrable initially deferred
);
create unique index task_by_version on task (workspace_id, version);
create index task_by_project on task (workspace_id, project_id);
create index task_by_section on task (workspace_id, section_id);
create index task_by_parent on task (workspace_id, parent_id);

create table step (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  version bigint not null,
  stamps jsonb not null,
  created_at bigint not null,
  created_by uuid not null,
  updated_at bigint not null,
  deleted_at bigint,
  task_id uuid not null,
  title text not null,
  done_at bigint,
  position text collate "C" not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, task_id) references task (workspace_id, id) deferrable initially deferred
);
create unique index step_by_version on step (workspace_id, version);
create index step_by_task on step (workspace_id, task_id);

create table comment (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  version bigint not null,
  stamps jsonb not null,
  created_at bigint not null,
  created_by uuid not null,
  updated_at bigint not null,
  deleted_at bigint,
  task_id uuid not null,
  body text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, task_id) references task (workspace_id, id) deferrable initially deferred
);
create unique index comment_by_version on comment (workspace_id, version);
create index comment_by_task on comment (workspace_id, task_id);

create table filter (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  version bigint not null,
  stamps jsonb not null,
  created_at bigint not null,
  created_by uuid not null,
  updated_at bigint not null,
  deleted_at bigint,
  name text not null,
  query text not null,
  position text collate "C" not null,
  primary key (workspace_id, id)
);
create unique index filter_by_version on filter (workspace_id, version);

create table conflict (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  version bigint not null,
  stamps jsonb not null,
  created_at bigint not null,
  created_by uuid not null,
  updated_at bigint not null,
  deleted_at bigint,
  entity text not null,
  row_id uuid not null,
  field text not null,
  base jsonb,
  mine jsonb,
  theirs jsonb,
  result jsonb,
  state text not null,
  for_account_id uuid not null,
  at bigint not null,
  devices jsonb,
  primary key (workspace_id, id)
);
create unique index conflict_by_version on conflict (workspace_id, version);

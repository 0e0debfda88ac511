-- The planner is to see the key that a question names, and nothing else. `workspace_id = any (…)` was a condition of the
-- index too: planned for ten workspaces where there is one, and counted once more against the rows to be expected, it made
-- reading all of a workspace look cheaper than looking for one key. A young database's servers read every mutation of a
-- workspace at each push. What only filters, filters what the key has found (hazard H69).
do $$
declare
  guarded regclass;
begin
  for guarded in select polrelid from pg_policy where polname = 'tenant' and polrelid <> 'invite'::regclass loop
    execute format('alter policy tenant on %s
      using (array_position((select acting_workspaces()), workspace_id) is not null)
      with check (array_position((select acting_workspaces()), workspace_id) is not null)', guarded);
  end loop;
end
$$;
alter policy tenant on invite
  using (array_position((select acting_workspaces()), workspace_id) is not null or is_authenticating())
  with check (array_position((select acting_workspaces()), workspace_id) is not null or is_authenticating());

-- Row security asks before any operator that might tell what it has seen, and `&&` might: an index of the refused rows
-- themselves could never answer. Few mutations of a workspace refuse anything, and those are together here.
drop index mutation_by_rejected_row;
create index mutation_rejecting on mutation (workspace_id) where rejected_rows <> '{}';

-- Of a table that is still small every index that begins with the workspace seems as good as the key, and the plan stays
-- while the table grows. These answer who asks for what they order, and are no choice for anybody else: their conditions
-- hold for every row, and only those questions say so.
do $$
declare
  ordered text;
begin
  for ordered in select tablename from pg_indexes where schemaname = 'public' and indexname = tablename || '_by_version' loop
    execute format('drop index %I', ordered || '_by_version');
    execute format('create unique index %I on %I (workspace_id, version) where version > 0', ordered || '_by_version', ordered);
  end loop;
end
$$;
drop index mutation_by_device;
create index mutation_by_device on mutation (workspace_id, device_id, seq) where seq > 0;
drop index section_by_project;
create index section_by_project on section (workspace_id, project_id) where project_id is not null;
drop index step_by_task;
create index step_by_task on step (workspace_id, task_id) where task_id is not null;
drop index comment_by_task;
create index comment_by_task on comment (workspace_id, task_id) where task_id is not null;
drop index held_mutation_by_hold;
create index held_mutation_by_hold on held_mutation (workspace_id, hold_id) where hold_id is not null;

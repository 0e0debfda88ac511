-- Row security (spec AC4): whoever runs as holdfast_app sees and writes the rows of its account's workspaces, nobody
-- else's, and nothing at all outside a tenant transaction. Forced, so that owning a table is no way around it; the
-- owner's own policy is what migrations and my_workspaces() read by.

alter table workspace_head enable row level security;
alter table workspace_head force row level security;
create policy tenant on workspace_head to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on workspace_head to current_user using (true) with check (true);
grant select, insert, update on workspace_head to holdfast_app;

alter table version_mark enable row level security;
alter table version_mark force row level security;
create policy tenant on version_mark to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on version_mark to current_user using (true) with check (true);
grant select, insert, update on version_mark to holdfast_app;

alter table workspace enable row level security;
alter table workspace force row level security;
create policy tenant on workspace to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on workspace to current_user using (true) with check (true);
grant select, insert, update on workspace to holdfast_app;

alter table member enable row level security;
alter table member force row level security;
create policy tenant on member to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on member to current_user using (true) with check (true);
grant select, insert, update on member to holdfast_app;

alter table project enable row level security;
alter table project force row level security;
create policy tenant on project to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on project to current_user using (true) with check (true);
grant select, insert, update on project to holdfast_app;

alter table section enable row level security;
alter table section force row level security;
create policy tenant on section to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on section to current_user using (true) with check (true);
grant select, insert, update on section to holdfast_app;

alter table label enable row level security;
alter table label force row level security;
create policy tenant on label to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on label to current_user using (true) with check (true);
grant select, insert, update on label to holdfast_app;

alter table task enable row level security;
alter table task force row level security;
create policy tenant on task to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on task to current_user using (true) with check (true);
grant select, insert, update on task to holdfast_app;

alter table step enable row level security;
alter table step force row level security;
create policy tenant on step to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on step to current_user using (true) with check (true);
grant select, insert, update on step to holdfast_app;

alter table comment enable row level security;
alter table comment force row level security;
create policy tenant on comment to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on comment to current_user using (true) with check (true);
grant select, insert, update on comment to holdfast_app;

alter table filter enable row level security;
alter table filter force row level security;
create policy tenant on filter to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on filter to current_user using (true) with check (true);
grant select, insert, update on filter to holdfast_app;

alter table conflict enable row level security;
alter table conflict force row level security;
create policy tenant on conflict to holdfast_app
  using (workspace_id in (select my_workspaces())) with check (workspace_id in (select my_workspaces()));
create policy migration on conflict to current_user using (true) with check (true);
grant select, insert, update on conflict to holdfast_app;

grant delete on version_mark, workspace_head to holdfast_app;

-- A former member may still learn that it is one (spec CL8): its own row, and nothing else.
create policy own on member for select to holdfast_app using (account_id = current_account());

-- Most tasks are in no section and under no task: what asks for a section's or a parent's tasks never asks for those, and
-- each edit wrote an entry for each index.
drop index task_by_project;
create index task_by_project on task (workspace_id, project_id) where project_id is not null;
drop index task_by_section;
create index task_by_section on task (workspace_id, section_id) where section_id is not null;
drop index task_by_parent;
create index task_by_parent on task (workspace_id, parent_id) where parent_id is not null;

-- As before, with the versions taken here: a function called from a function is planned, opened and closed like any
-- statement. The versions are taken from where their reader saw the counter stand; where somebody was faster it fails, as
-- a race does. Last of all, and locked from there to the commit (spec PU4).
create or replace function leave_push(
  workspace uuid,
  device uuid, account uuid, device_name text, ack bigint, told bigint, seen_at bigint,
  mutations jsonb, history jsonb,
  seen bigint, count bigint, mark text
) returns void
  language plpgsql
as $$
begin
  if history is not null then
    insert into public.field_history (workspace_id, version, n, entity, row_id, field, from_value, to_value, time, device_id,
      account_id, mutation_id)
    select workspace, r.version, r.n, r.entity, r."rowId", r.field, r."from", r."to", r.time, r."deviceId", r."accountId",
      r."mutationId"
    from jsonb_to_recordset(history) as r(version bigint, n integer, entity text, "rowId" uuid, field text, "from" jsonb,
      "to" jsonb, time bigint, "deviceId" uuid, "accountId" uuid, "mutationId" uuid);
  end if;
  if mutations is not null then
    insert into public.mutation (workspace_id, id, device_id, seq, account_id, name, content_hash, result, after,
      rejected_rows, recorded_at)
    select workspace, r.id, r."deviceId", r.seq, r."accountId", r.name, r."contentHash", r.result, r.after, r."rejectedRows",
      r."recordedAt"
    from jsonb_to_recordset(mutations) as r(id uuid, "deviceId" uuid, seq bigint, "accountId" uuid, name text,
      "contentHash" text, result jsonb, after jsonb, "rejectedRows" uuid[], "recordedAt" bigint);
  end if;
  if device is not null then
    insert into public.device as d (workspace_id, id, account_id, name, ack, told, seen_at)
    values (workspace, device, account, device_name, leave_push.ack, leave_push.told, leave_push.seen_at)
    on conflict (workspace_id, id) do update
      set name = excluded.name, ack = excluded.ack, told = excluded.told, seen_at = excluded.seen_at;
  end if;
  if count > 0 then
    update public.workspace_head set head = head + count where workspace_id = workspace and head = seen;
    if not found then
      raise exception 'the counter has moved' using errcode = 'serialization_failure';
    end if;
    insert into public.version_mark (workspace_id, version, mark)
      select workspace, version, leave_push.mark from generate_series(seen + 1, seen + count) as version;
  end if;
end
$$;
drop function take_versions(uuid, bigint, bigint, text);

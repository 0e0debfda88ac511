-- What a push leaves behind beside its rows, in one message and one answer (spec PU1, PU4): the fields' history, the
-- mutations with their results, how far the device is acknowledged; last of all the versions. Rights are the caller's.
create function leave_push(
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
    perform public.take_versions(workspace, seen, count, mark);
  end if;
end
$$;

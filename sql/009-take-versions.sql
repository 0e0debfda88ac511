-- Takes versions from where their reader saw the counter stand. Where somebody was faster it fails, as a race does: a
-- push that runs again reads anew. So the counter needs no trip of its own before what is written with its versions, and
-- is locked from this statement to the commit that travels right behind it (spec PU4).
create function take_versions(workspace uuid, seen bigint, count bigint, mark text) returns void
  language plpgsql
as $$
begin
  update public.workspace_head set head = head + count where workspace_id = workspace and head = seen;
  if not found then
    raise exception 'the counter has moved' using errcode = 'serialization_failure';
  end if;
  insert into public.version_mark (workspace_id, version, mark)
    select workspace, version, take_versions.mark from generate_series(seen + 1, seen + count) as version;
end
$$;

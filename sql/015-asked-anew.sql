-- A setting that ended with its transaction is not null on that connection any more, it is empty: on a connection on
-- which nobody has had a name yet, who asks was empty too, and an empty text was taken for an answer that had been kept.
-- What is kept counts only where it begins with who asks and a sign of its own; and who asks names both, always.
create or replace function acting_workspaces() returns uuid[]
  language plpgsql stable
as $$
declare
  who text := pg_catalog.concat(pg_catalog.current_setting('holdfast.account', true), '/',
    pg_catalog.current_setting('holdfast.workspace', true), '=');
  kept text := pg_catalog.current_setting('holdfast.acting', true);
  mine uuid[];
begin
  if pg_catalog.starts_with(kept, who) then
    return pg_catalog.substr(kept, pg_catalog.length(who) + 1)::uuid[];
  end if;
  mine := array(select public.my_workspaces());
  perform pg_catalog.set_config('holdfast.acting', who || mine::text, true);
  return mine;
end
$$;

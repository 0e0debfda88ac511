-- Several that share a transaction ask in whatever order, each under a number of its own (`holdfast.turn`): which
-- workspaces it may touch is kept under that number, so that it is asked once by each, and by nobody for another. The
-- number is empty where one alone asks.
create or replace function acting_workspaces() returns uuid[]
  language plpgsql stable
as $$
declare
  who text := pg_catalog.concat(pg_catalog.current_setting('holdfast.account', true), '/',
    pg_catalog.current_setting('holdfast.workspace', true), '=');
  place text := pg_catalog.concat('holdfast.acting', pg_catalog.current_setting('holdfast.turn', true));
  kept text := pg_catalog.current_setting(place, true);
  mine uuid[];
begin
  if pg_catalog.starts_with(kept, who) then
    return pg_catalog.substr(kept, pg_catalog.length(who) + 1)::uuid[];
  end if;
  mine := array(select public.my_workspaces());
  perform pg_catalog.set_config(place, who || mine::text, true);
  return mine;
end
$$;

-- Hashed files of builds before this one: a tab that still runs an older build may ask for a chunk of it for 30 days
-- after it was served last (hazard H57). In the database, because a deploy may bring a new disk and several processes.
-- The owner's alone: written at the start and once a day, read at the start.
create table kept_asset (
  name text primary key,
  plain bytea not null,
  br bytea,
  served_at bigint not null
);
alter table kept_asset enable row level security;
alter table kept_asset force row level security;
create policy migration on kept_asset to current_user using (true) with check (true);

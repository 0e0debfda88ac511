-- Accounts, sessions and invitation links. They belong to no workspace's order; their policies open for their own
-- account, and for the short transactions of sign-in and of links, which start without one.
create table account (
  id uuid primary key,
  email text not null check (email = lower(email)),
  name text not null,
  password_hash text not null,
  created_at bigint not null,
  unique (email)
);

-- One row for each sign-in, a family of refresh tokens (spec AC2). Ending it ends every token at once.
create table session (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  device_id uuid,
  created_at bigint not null,
  last_used_at bigint not null,
  expires_at bigint not null,
  ended_at bigint,
  ended_why text
);
create index session_by_account on session (account_id) where ended_at is null;

-- Hashes of opaque tokens. A used one keeps the rid that it was used with: token and rid make the successor, so that a
-- lost answer can be given again although neither token is stored.
create table refresh_token (
  token_hash bytea primary key check (length(token_hash) = 32),
  session_id uuid not null references session on delete cascade,
  created_at bigint not null,
  used_at bigint,
  used_rid uuid,
  used_device_id uuid
);
create index refresh_token_by_session on refresh_token (session_id);

create table invite (
  workspace_id uuid not null references workspace_head on delete cascade,
  id uuid not null,
  token_hash bytea not null unique,
  role text not null check (role in ('admin', 'member', 'viewer')),
  max_uses integer not null check (max_uses between 1 and 100),
  uses integer not null default 0,
  expires_at bigint not null,
  created_at bigint not null,
  created_by uuid not null,
  revoked_at bigint,
  primary key (workspace_id, id)
);

-- What the server keeps for itself, the secret that signs access tokens above all.
create table server_secret (
  name text primary key,
  value text not null
);

alter table account enable row level security;
alter table account force row level security;
create policy own on account to holdfast_app
  using (id = current_account() or is_authenticating()) with check (id = current_account() or is_authenticating());
create policy migration on account to current_user using (true) with check (true);
grant select, insert, update, delete on account to holdfast_app;

alter table session enable row level security;
alter table session force row level security;
create policy own on session to holdfast_app
  using (account_id = current_account() or is_authenticating())
  with check (account_id = current_account() or is_authenticating());
create policy migration on session to current_user using (true) with check (true);
grant select, insert, update on session to holdfast_app;

alter table refresh_token enable row level security;
alter table refresh_token force row level security;
create policy own on refresh_token to holdfast_app using (is_authenticating()) with check (is_authenticating());
create policy migration on refresh_token to current_user using (true) with check (true);
grant select, insert, update, delete on refresh_token to holdfast_app;

alter table invite enable row level security;
alter table invite force row level security;
create policy tenant on invite to holdfast_app
  using (workspace_id in (select my_workspaces()) or is_authenticating())
  with check (workspace_id in (select my_workspaces()) or is_authenticating());
create policy migration on invite to current_user using (true) with check (true);
grant select, insert, update on invite to holdfast_app;

alter table server_secret enable row level security;
alter table server_secret force row level security;
create policy migration on server_secret to current_user using (true) with check (true);

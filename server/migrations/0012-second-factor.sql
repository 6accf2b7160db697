-- What somebody proves to be themselves with besides the password: an app that makes codes, passkeys, codes for the day on
-- which both are lost. And the way between the right password and the session.

create table totp_secrets (
  site_id text not null,
  user_id uuid not null,
  sealed_secret bytea not null,
  last_step bigint not null,
  added_at timestamptz not null,
  last_used_at timestamptz,
  primary key (site_id, user_id),
  foreign key (site_id, user_id) references users
);

-- An app that has not shown a right code yet; seen by the session that began it and nobody else.
create table totp_setups (
  site_id text not null,
  user_id uuid not null,
  session_id uuid not null,
  sealed_secret bytea not null,
  expires_at timestamptz not null,
  primary key (site_id, user_id),
  foreign key (site_id, user_id) references users
);
create index totp_setups_expiry on totp_setups (expires_at);

create table passkeys (
  site_id text not null,
  id uuid not null,
  user_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  name text not null,
  synced boolean not null,
  added_at timestamptz not null,
  last_used_at timestamptz,
  primary key (site_id, id),
  unique (site_id, credential_id),
  foreign key (site_id, user_id) references users
);
create index passkeys_user on passkeys (site_id, user_id, added_at);

create table recovery_codes (
  site_id text not null,
  user_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (site_id, user_id, code_hash),
  foreign key (site_id, user_id) references users
);

-- The password was right, the second factor is still to come. Good in one browser, for minutes, and for this alone.
create table login_steps (
  site_id text not null,
  token_hash bytea not null,
  user_id uuid not null,
  browser_id uuid not null,
  tries integer not null,
  expires_at timestamptz not null,
  primary key (site_id, token_hash),
  foreign key (site_id, user_id) references users
);
create index login_steps_expiry on login_steps (expires_at);

-- What a passkey is asked to sign; gone with the answer. `user_id` is empty when nobody has said yet who they are.
create table passkey_challenges (
  site_id text not null references sites,
  challenge bytea not null,
  purpose text not null,
  browser_id uuid not null,
  user_id uuid,
  expires_at timestamptz not null,
  primary key (site_id, challenge),
  foreign key (site_id, user_id) references users
);
create index passkey_challenges_expiry on passkey_challenges (expires_at);

-- Organizations, their users, and how a user proves to be one.

create table organizations (
  site_id text not null references sites,
  id uuid not null,
  parent_id uuid,
  kind text not null check (kind in ('maker', 'dealer', 'customer')),
  name text not null,
  country text not null,
  postal_code text,
  address text[] not null,
  phone text,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (site_id, id),
  foreign key (site_id, parent_id) references organizations
);
create unique index organizations_one_maker on organizations (site_id) where kind = 'maker';

-- What one organization lets another see or do. The tree alone shows nothing.
create table grants (
  site_id text not null,
  id uuid not null,
  of_organization_id uuid not null,
  to_organization_id uuid not null,
  rights text[] not null check (rights <@ array['list', 'read', 'configure', 'act-as']),
  since timestamptz not null,
  until timestamptz,
  cause text not null check (cause in ('link', 'parent', 'operator')),
  primary key (site_id, id),
  foreign key (site_id, of_organization_id) references organizations,
  foreign key (site_id, to_organization_id) references organizations
);
create index grants_receiver on grants (site_id, to_organization_id);

-- Whose data an organization may reach at an instant: its own, as maker everybody's of the site, and what was granted to it.
create function grants_in_force(at timestamptz)
returns table (site_id text, of_organization_id uuid, to_organization_id uuid, rights text[], cause text)
language sql stable as $$
  select o.site_id, o.id, o.id, array['list', 'read', 'configure', 'act-as'], 'own'
    from organizations o
  union all
  select o.site_id, o.id, m.id, array['list', 'read', 'act-as'], 'operator'
    from organizations o join organizations m on m.site_id = o.site_id and m.kind = 'maker' and m.id <> o.id
  union all
  select g.site_id, g.of_organization_id, g.to_organization_id, g.rights, g.cause
    from grants g where g.since <= at and (g.until is null or g.until > at)
$$;

create table users (
  site_id text not null,
  id uuid not null,
  organization_id uuid not null,
  login_id text not null,
  name text not null,
  mail text not null,
  role text not null check (role in ('owner', 'manager', 'member', 'viewer')),
  language text not null,
  news boolean not null,
  password_hash text not null,
  password_changed_at timestamptz not null,
  created_at timestamptz not null,
  last_login_at timestamptz,
  primary key (site_id, id),
  foreign key (site_id, organization_id) references organizations
);
create unique index users_login_id on users (site_id, lower(login_id));
create index users_organization on users (site_id, organization_id);
create index users_mail on users (site_id, lower(mail));

-- A sign-up becomes an organization and its first user at the moment its proof is used and a password is set.
create table sign_ups (
  site_id text not null references sites,
  id uuid not null,
  login_id text not null,
  mail text not null,
  fields jsonb not null,
  language text not null,
  agreed jsonb not null,
  created_at timestamptz not null,
  proved_at timestamptz,
  user_id uuid,
  primary key (site_id, id),
  foreign key (site_id, user_id) references users
);
create index sign_ups_login_id on sign_ups (site_id, lower(login_id));
create index sign_ups_mail on sign_ups (site_id, lower(mail), created_at);

-- A link or code that was mailed. Only a hash of its secret is kept; the secret itself is derived from a key outside the database.
create table proofs (
  site_id text not null references sites,
  id uuid not null,
  purpose text not null check (purpose in ('sign-up-link', 'sign-up-code', 'set-password')),
  sign_up_id uuid,
  user_id uuid,
  secret_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  tries integer not null,
  primary key (site_id, id),
  unique (site_id, secret_hash),
  foreign key (site_id, sign_up_id) references sign_ups,
  foreign key (site_id, user_id) references users,
  check ((sign_up_id is null) <> (user_id is null))
);
create index proofs_sign_up on proofs (site_id, sign_up_id, created_at);

create table consents (
  site_id text not null,
  user_id uuid not null,
  document text not null,
  version date not null,
  agreed_at timestamptz not null,
  primary key (site_id, user_id, document, version),
  foreign key (site_id, user_id) references users
);

create table sessions (
  site_id text not null,
  token_hash bytea not null,
  user_id uuid not null,
  browser_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (site_id, token_hash),
  foreign key (site_id, user_id) references users
);
create index sessions_user on sessions (site_id, user_id);

-- Failed logins in a row: one counter for all browsers that never got in (browser_id all zero), one for each that did.
create table login_counters (
  site_id text not null,
  user_id uuid not null,
  browser_id uuid not null,
  failures integer not null,
  last_try_at timestamptz,
  locked_until timestamptz,
  known_until timestamptz,
  primary key (site_id, user_id, browser_id),
  foreign key (site_id, user_id) references users
);

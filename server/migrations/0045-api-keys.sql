-- API keys of organizations (P-24): made by a person who answers for them, kept as a hash, with what they may do and what they did.
alter table events drop constraint events_actor_kind_check;
-- More is allowed than before, so nothing that is there need be looked at again.
alter table events add constraint events_actor_kind_check
  check (actor_kind in ('user', 'nobody', 'system', 'command', 'device', 'key')) not valid;

create table api_keys (
  site_id text not null,
  id uuid not null,
  organization_id uuid not null,
  -- A key ends with its maker's membership and can never do more than the maker could.
  created_by uuid not null,
  created_at timestamptz not null,
  name text not null,
  token_hash bytea not null,
  -- The first characters, so that people know it again.
  begins text not null,
  scopes text[] not null,
  ends_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (site_id, id),
  unique (site_id, token_hash),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, created_by) references users,
  foreign key (site_id, revoked_by) references users
);
create index api_keys_organization on api_keys (site_id, organization_id, created_at);

-- Every call with a key, gathered by day and operation.
create table api_key_uses (
  site_id text not null,
  key_id uuid not null,
  day date not null,
  operation text not null,
  calls bigint not null,
  last_at timestamptz not null,
  last_address text not null,
  primary key (site_id, key_id, day, operation),
  foreign key (site_id, key_id) references api_keys
);

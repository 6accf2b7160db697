-- A file is uploaded once and kept 24 hours, sealed; preview and confirmation refer to its hash.

create table imports (
  site_id text not null,
  id uuid not null,
  organization_id uuid not null,
  user_id uuid not null,
  kind text not null,
  file_name text not null,
  sealed_content bytea,
  content_hash text not null,
  encoding text not null,
  row_count integer not null,
  fault_count integer not null,
  state text not null check (state in ('previewed', 'done')),
  stored_count integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  done_at timestamptz,
  primary key (site_id, id),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, user_id) references users
);
create index imports_expiry on imports (expires_at) where sealed_content is not null;

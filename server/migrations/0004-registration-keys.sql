-- Activation keys bought, the devices they are bound to, and who issued or saw what.

-- Something that names a device without the device being registered here, e.g. a device ID off a label.
create table identifiers (
  site_id text not null references sites,
  id uuid not null,
  kind text not null,
  value text not null,
  primary key (site_id, id),
  unique (site_id, kind, value)
);

create table activation_keys (
  site_id text not null references sites,
  number text not null check (number ~ '^[0-9A-F]{16}$'),
  registration_id_hash bytea not null,
  product_number text not null,
  feature smallint not null check (feature between 0 and 255),
  purpose text not null,
  category text not null,
  import_id uuid,
  created_at timestamptz not null,
  primary key (site_id, number)
);
create index activation_keys_age on activation_keys (site_id, created_at, number);

-- An activation key serves one identifier for ever. An operator's move (later) closes a row and opens another.
create table registration_key_bindings (
  site_id text not null,
  id uuid not null,
  activation_key text not null,
  identifier_id uuid not null,
  product text not null,
  feature smallint not null check (feature between 0 and 255),
  slot smallint not null check (slot between 0 and 15),
  key_version smallint not null check (key_version between 0 and 15),
  issued_at timestamptz not null,
  moved_at timestamptz,
  primary key (site_id, id),
  foreign key (site_id, activation_key) references activation_keys,
  foreign key (site_id, identifier_id) references identifiers,
  unique (site_id, identifier_id, product, feature, slot)
);
create unique index registration_key_bindings_one on registration_key_bindings (site_id, activation_key) where moved_at is null;

-- Each organization that entered the pair has its own row of it and sees nobody else's.
create table registration_key_issues (
  site_id text not null,
  binding_id uuid not null,
  organization_id uuid not null,
  user_id uuid not null,
  issued_at timestamptz not null,
  shown_again integer not null,
  last_shown_at timestamptz not null,
  primary key (site_id, binding_id, organization_id),
  foreign key (site_id, binding_id) references registration_key_bindings,
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, user_id) references users
);
create index registration_key_issues_newest on registration_key_issues (site_id, organization_id, issued_at desc, binding_id);

-- Where a device stands, as each organization wrote it down; the newest row counts, the others are its history.
create table installation_texts (
  site_id text not null,
  id uuid not null,
  organization_id uuid not null,
  identifier_id uuid not null,
  lines text[] not null,
  user_id uuid not null,
  stored_at timestamptz not null,
  primary key (site_id, id),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, identifier_id) references identifiers,
  foreign key (site_id, user_id) references users
);
create index installation_texts_newest on installation_texts (site_id, organization_id, identifier_id, stored_at desc, id desc);

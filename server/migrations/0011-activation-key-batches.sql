-- Activation keys made in the portal by batch, each time their registration IDs were given out, and moves of a binding.

create table activation_key_batches (
  site_id text not null references sites,
  id uuid not null,
  category text not null,
  product_number text not null,
  feature smallint not null check (feature between 0 and 255),
  purpose text not null,
  note text not null,
  key_count integer not null check (key_count > 0),
  user_id uuid not null,
  created_at timestamptz not null,
  primary key (site_id, id),
  foreign key (site_id, user_id) references users
);
create index activation_key_batches_newest on activation_key_batches (site_id, created_at desc, id);

-- A sheet or file with registration IDs that went out once; `confirmed_at` says that it arrived whole.
create table activation_key_deliveries (
  site_id text not null,
  id uuid not null,
  batch_id uuid not null,
  format text not null check (format in ('pdf', 'csv')),
  renewed boolean not null,
  key_count integer not null check (key_count > 0),
  user_id uuid not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (site_id, id),
  foreign key (site_id, batch_id) references activation_key_batches,
  foreign key (site_id, user_id) references users
);
create index activation_key_deliveries_batch on activation_key_deliveries (site_id, batch_id, made_at desc, id);

-- A voided key has a hash that no registration ID gives, so that it reads like one that never was.
alter table activation_keys
  add column batch_id uuid,
  add column delivery_id uuid,
  add column voided_at timestamptz,
  add foreign key (site_id, batch_id) references activation_key_batches,
  add foreign key (site_id, delivery_id) references activation_key_deliveries;
create index activation_keys_batch on activation_keys (site_id, batch_id, number) where batch_id is not null;

-- An operator's move closes a binding (`moved_at`) and opens another, which says where it came from.
alter table registration_key_bindings
  add column moved_from uuid,
  add foreign key (site_id, moved_from) references registration_key_bindings,
  add unique (site_id, moved_from);

-- Stock of licences: what was passed on and taken back, and whether the shop is heard (L-10, L-12).
create trigger licence_entries_only_grow before update or delete or truncate on licence_entries
  for each statement execute function refuse_change();

-- Stock that a dealer passed on to a sub-dealer, or a sub-dealer gave back (L-10); its ID is that of the move in the ledger.
create table licence_passings (
  site_id text not null,
  id uuid not null,
  cause text not null check (cause in ('pass-on', 'return')),
  from_id uuid not null,
  to_id uuid not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (site_id, id),
  foreign key (site_id, from_id) references organizations,
  foreign key (site_id, to_id) references organizations
);
create index licence_passings_from on licence_passings (site_id, from_id, created_at, id);
create index licence_passings_to on licence_passings (site_id, to_id, created_at, id);

-- What was taken back of an order (L-12); its ID is that of the move in the ledger, if anything was left to take. The shop names its own by a number.
create table licence_refunds (
  site_id text not null,
  id uuid not null,
  order_id uuid not null,
  number text collate "C",
  source text not null check (source in ('operator', 'shop')),
  -- What was asked for, null for all; and what came of it, line by line.
  asked jsonb,
  result jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (site_id, id),
  unique (site_id, number),
  foreign key (site_id, order_id) references licence_orders
);
create index licence_refunds_order on licence_refunds (site_id, order_id, created_at);

-- When the shop was last heard, and what was wrong with the last message that was refused (L-12).
create table licence_shops (
  site_id text not null primary key references sites,
  accepted_at timestamptz,
  refused_at timestamptz,
  refusal text
);

-- Licences (L-02 … L-06): stock as a ledger, what was assigned to whom, which camera it serves and when.
-- Two intervals of one camera, or of one licence, never overlap: the database itself refuses that.
create extension if not exists btree_gist;

-- What a dealer bought, told by an import or by the shop; a number is taken once.
create table licence_orders (
  site_id text not null,
  id uuid not null,
  number text collate "C" not null,
  dealer_id uuid not null,
  source text not null check (source in ('import', 'shop')),
  ordered_on date not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (site_id, id),
  unique (site_id, number),
  foreign key (site_id, dealer_id) references organizations
);
create index licence_orders_dealer on licence_orders (site_id, dealer_id, created_at);

-- A line of an order; its licences are alike and are never told apart until they are assigned.
create table licence_lots (
  site_id text not null,
  id uuid not null,
  order_id uuid not null,
  ordinal smallint not null,
  type text not null,
  term_months smallint not null check (term_months > 0),
  quantity integer not null check (quantity > 0),
  primary key (site_id, id),
  unique (site_id, order_id, ordinal),
  foreign key (site_id, order_id) references licence_orders
);

-- The ledger. Each move writes two entries that add up to nothing: one holder's loss is another's gain. Nothing in it changes. A holder is
-- 'maker', 'assigned', 'refunded' or an organization's ID.
create table licence_entries (
  site_id text not null,
  id bigint not null generated always as identity,
  move_id uuid not null,
  lot_id uuid not null,
  holder text collate "C" not null,
  quantity integer not null check (quantity <> 0),
  cause text not null check (cause in ('order', 'pass-on', 'return', 'assign', 'refund')),
  at timestamptz not null,
  primary key (site_id, id),
  unique (site_id, move_id, lot_id, holder),
  foreign key (site_id, lot_id) references licence_lots
);
create index licence_entries_holder on licence_entries (site_id, holder, id);
create index licence_entries_lot on licence_entries (site_id, lot_id);

-- What each holds of a lot now, kept in the transaction of the entries; the maker gives what nobody else has, so its own is negative.
create table licence_balances (
  site_id text not null,
  holder text collate "C" not null,
  lot_id uuid not null,
  quantity integer not null,
  primary key (site_id, holder, lot_id),
  foreign key (site_id, lot_id) references licence_lots,
  check (holder = 'maker' or quantity >= 0)
) with (fillfactor = 70);
create index licence_balances_lot on licence_balances (site_id, lot_id);

-- One act of assigning; its licences have the same dates.
create table licence_assignments (
  site_id text not null,
  id uuid not null,
  customer_id uuid not null,
  dealer_id uuid not null,
  type text not null,
  term_months smallint not null,
  quantity integer not null check (quantity > 0),
  assigned_on date not null,
  free_until date not null,
  last_day date not null,
  -- The moment after its last day, where the site is.
  expires_at timestamptz not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (site_id, id),
  foreign key (site_id, customer_id) references organizations,
  foreign key (site_id, dealer_id) references organizations
);
create index licence_assignments_dealer on licence_assignments (site_id, dealer_id, created_at, id);
create index licence_assignments_customer on licence_assignments (site_id, customer_id, created_at, id);

-- A licence of a customer: a thing of its own. It waits until it is placed; its time runs all the same.
create table licences (
  site_id text not null,
  id uuid not null,
  assignment_id uuid not null,
  lot_id uuid not null,
  customer_id uuid not null,
  type text not null,
  last_day date not null,
  expires_at timestamptz not null,
  -- The camera for which it was set aside (L-06).
  set_aside_for uuid,
  version integer not null default 1,
  primary key (site_id, id),
  foreign key (site_id, assignment_id) references licence_assignments,
  foreign key (site_id, lot_id) references licence_lots,
  foreign key (site_id, set_aside_for) references manufactured_devices (site_id, device_id)
);
create index licences_customer on licences (site_id, customer_id, expires_at, id);
create index licences_expiring on licences (site_id, expires_at);
create index licences_assignment on licences (site_id, assignment_id);

-- Which camera a licence serves, from when until when: until it expires, unless it is moved before.
create table licence_placements (
  site_id text not null,
  id uuid not null,
  licence_id uuid not null,
  device_id uuid not null,
  customer_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  cause text not null check (cause in ('chosen', 'automatic', 'moved', 'replaced')),
  created_by uuid,
  -- Null until what follows from its end was decided (L-06).
  settled_at timestamptz,
  primary key (site_id, id),
  foreign key (site_id, licence_id) references licences,
  foreign key (site_id, device_id) references manufactured_devices (site_id, device_id),
  check (until_at >= from_at),
  exclude using gist (site_id with =, device_id with =, tstzrange(from_at, until_at) with &&),
  exclude using gist (site_id with =, licence_id with =, tstzrange(from_at, until_at) with &&)
);
create index licence_placements_due on licence_placements (until_at) where settled_at is null;
create index licence_placements_device on licence_placements (site_id, device_id, from_at);
create index licence_placements_customer on licence_placements (site_id, customer_id, until_at);
create index licence_placements_licence on licence_placements (site_id, licence_id, from_at);

-- What a customer decided about renewing (L-06): of all its cameras, and of one.
create table licence_customers (
  site_id text not null,
  customer_id uuid not null,
  renews boolean not null default true,
  version integer not null default 1,
  primary key (site_id, customer_id),
  foreign key (site_id, customer_id) references organizations
);
create table licence_camera_choices (
  site_id text not null,
  device_id uuid not null,
  customer_id uuid not null,
  renews boolean not null,
  version integer not null default 1,
  primary key (site_id, device_id, customer_id),
  foreign key (site_id, device_id) references manufactured_devices (site_id, device_id)
);

-- Assignments that the portal does by itself on a day (L-06).
create table licence_plans (
  site_id text not null,
  id uuid not null,
  dealer_id uuid not null,
  customer_id uuid not null,
  type text not null,
  term_months smallint not null,
  quantity integer not null check (quantity > 0),
  day date not null,
  -- The camera for which its licence is set aside, where it is for one.
  device_id uuid,
  state text not null default 'open' check (state in ('open', 'done', 'cancelled', 'failed')),
  assignment_id uuid,
  -- Why it could not be done, a code.
  reason text,
  created_by uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (site_id, id),
  foreign key (site_id, dealer_id) references organizations,
  foreign key (site_id, customer_id) references organizations
);
create index licence_plans_due on licence_plans (day) where state = 'open';
create index licence_plans_dealer on licence_plans (site_id, dealer_id, day);
create index licence_plans_customer on licence_plans (site_id, customer_id);

-- Who was reminded of what (L-07): decided once, whatever happens to the mail.
create table licence_reminders (
  site_id text not null,
  customer_id uuid not null,
  -- The organization that is reminded: the customer, its dealer, or the dealer above that.
  receiver_id uuid not null,
  -- The moment of expiry, and how long before it.
  expires_at timestamptz not null,
  step text collate "C" not null,
  due_at timestamptz not null,
  decided_at timestamptz not null,
  primary key (site_id, customer_id, receiver_id, expires_at, step)
);

-- For lists of others: which licence serves a camera, or served it last.
create view v_licence_placements as
  select p.site_id, p.device_id, p.customer_id as organization_id, p.licence_id, p.from_at, p.until_at, l.type, l.last_day
  from licence_placements p
  join licences l on l.site_id = p.site_id and l.id = p.licence_id;

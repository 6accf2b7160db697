-- What devices count (C-08): the ledger of their readings, what follows from it by day and month, groups of devices (C-09).

-- Nothing in it changes: a correction is an entry of its own. Keyed by the device's short key, as readings are; whose it is, the views below say.
create table counter_entries (
  device_key bigint not null,
  at timestamptz not null,
  id bigint not null generated always as identity,
  cause text collate "C" not null
    check (cause in ('reported', 'reset', 'board', 'correction', 'withdrawal', 'opening', 'base')),
  -- By the ordinal of the model's counters.
  counted bigint[] not null,
  -- Of a correction who and why; of a base where each counter stood; of a reading which of its codes nobody knows.
  facts jsonb,
  received_at timestamptz not null,
  primary key (device_key, at, id)
);
create index counter_entries_special on counter_entries (device_key, cause) where cause in ('opening', 'base');

-- From where the tables below are carried on without the readings before (domain/counters/table.ts), and what came last.
create table counter_stands (
  device_key bigint primary key,
  at timestamptz,
  start jsonb,
  last_at timestamptz,
  last_received_at timestamptz
) with (fillfactor = 70);

-- In which zone the days of a span of ownership are cut; a change only adds a piece.
create table counter_zones (
  site_id text not null,
  registration_id uuid not null,
  device_key bigint not null,
  pieces jsonb not null,
  primary key (site_id, registration_id),
  foreign key (site_id, registration_id) references device_registrations
);
create index counter_zones_device on counter_zones (device_key);

-- By ordinal; null is no reading. Marks as in domain/counters/marks.ts.
create table counter_days (
  site_id text not null,
  registration_id uuid not null,
  day date not null,
  device_key bigint not null,
  usage bigint[] not null,
  lasts bigint[] not null,
  marks smallint[],
  primary key (site_id, registration_id, day)
);

-- By its first day.
create table counter_months (
  site_id text not null,
  registration_id uuid not null,
  month date not null,
  device_key bigint not null,
  usage bigint[] not null,
  lasts bigint[] not null,
  marks smallint[],
  primary key (site_id, registration_id, month)
);

-- What came after a month was closed, in the month in which it came.
create table counter_adjustments (
  site_id text not null,
  registration_id uuid not null,
  of_month date not null,
  in_month date not null,
  device_key bigint not null,
  usage bigint[] not null,
  changed_at timestamptz not null,
  primary key (site_id, registration_id, of_month, in_month)
);
create index counter_adjustments_line on counter_adjustments (site_id, registration_id, in_month);

create table device_groups (
  site_id text not null,
  id uuid not null,
  organization_id uuid not null,
  name text not null,
  -- Width and case are no difference.
  name_key text collate "C" not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (site_id, id),
  unique (site_id, organization_id, name_key),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, changed_by) references users
);

-- A device is in one group at most, as long as it is the same owner's.
create table device_group_members (
  site_id text not null,
  registration_id uuid not null,
  group_id uuid not null,
  primary key (site_id, registration_id),
  foreign key (site_id, registration_id) references device_registrations,
  foreign key (site_id, group_id) references device_groups on delete cascade
);
create index device_group_members_group on device_group_members (site_id, group_id);

-- Texts with numbers in them as people put them in order: 2 comes before 10.
create function natural_order(sorted text) returns text language sql immutable parallel safe as $$
  select regexp_replace(regexp_replace(lower(normalize(sorted, nfkc)), '(\d+)', '000000000000\1', 'g'), '\d*(\d{12})', '\1', 'g')
$$;

-- For other capabilities: how people call a device and where it stands.
create view v_device_places as
  select r.site_id, r.organization_id, r.id as registration_id, r.device_id, r.serial, r.installation, r.company, r.department,
    r.building, r.prefecture, r.city, r.street, r.remarks
  from device_registrations r;

-- For other capabilities: what each owner's devices counted, by the ordinals of their models.
create view v_counter_days as
  select r.site_id, r.organization_id, r.device_id, c.registration_id, c.device_key, r.model, c.day, c.usage, c.lasts, c.marks
  from counter_days c
  join v_registered_devices r on r.site_id = c.site_id and r.registration_id = c.registration_id;

create view v_counter_months as
  select r.site_id, r.organization_id, r.device_id, c.registration_id, c.device_key, r.model, c.month, c.usage, c.lasts, c.marks
  from counter_months c
  join v_registered_devices r on r.site_id = c.site_id and r.registration_id = c.registration_id;

-- For other capabilities: when a device's counters were heard of last by its owner.
create view v_counter_times as
  select r.site_id, r.organization_id, r.device_id, r.registration_id, s.last_at, s.last_received_at
  from v_registered_devices r
  join counter_stands s on s.device_key = r.device_key and s.last_at >= r.from_at and s.last_at < coalesce(r.until_at, 'infinity');

-- For other capabilities: in which group a device is.
create view v_device_groups as
  select m.site_id, g.organization_id, m.registration_id, g.id as group_id, g.name
  from device_group_members m
  join device_groups g on g.site_id = m.site_id and g.id = m.group_id;

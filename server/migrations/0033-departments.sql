-- What devices count by department (C-12): the same ledger as that of their counters, for each department of a device.

-- Nothing in it changes. What a device says of all its counters stands under the department ''.
create table department_entries (
  device_key bigint not null,
  department text collate "C" not null,
  at timestamptz not null,
  id bigint not null generated always as identity,
  cause text collate "C" not null check (cause in ('reported', 'reset', 'board', 'base')),
  -- By the ordinal of the model's counters.
  counted bigint[] not null,
  -- Of a base where each counter stood.
  facts jsonb,
  received_at timestamptz not null,
  primary key (device_key, department, at, id)
);

-- From where the tables below are carried on without the readings before (domain/counters/table.ts); '' is the device, and who holds it holds all.
create table department_stands (
  device_key bigint not null,
  department text collate "C" not null,
  start jsonb,
  primary key (device_key, department)
) with (fillfactor = 70);

-- By its first day. Null is no reading; marks as in domain/counters/marks.ts.
create table department_months (
  site_id text not null,
  registration_id uuid not null,
  department text collate "C" not null,
  month date not null,
  device_key bigint not null,
  usage bigint[] not null,
  lasts bigint[] not null,
  marks smallint[],
  primary key (site_id, registration_id, department, month)
);

-- What came after a month was closed, in the month in which it came.
create table department_adjustments (
  site_id text not null,
  registration_id uuid not null,
  department text collate "C" not null,
  of_month date not null,
  in_month date not null,
  device_key bigint not null,
  usage bigint[] not null,
  changed_at timestamptz not null,
  primary key (site_id, registration_id, department, of_month, in_month)
);
create index department_adjustments_line on department_adjustments (site_id, registration_id, in_month);

-- What an organization calls its departments.
create table department_names (
  site_id text not null,
  organization_id uuid not null,
  department text collate "C" not null,
  name text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (site_id, organization_id, department),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, changed_by) references users
);

-- What is wrong with devices (E-08, P-35): found, told, acknowledged, over.

-- One row from its beginning to its end. The newest of a cause at a device is also where its course stands (domain/alarms/course.ts).
create table alarms (
  site_id text not null,
  id uuid not null,
  -- Whose it is: it stays with who had the device when it began (P-31).
  registration_id uuid not null,
  organization_id uuid not null,
  device_id uuid not null,
  device_key bigint not null,
  cause text collate "C" not null check (cause in ('status', 'silence', 'impossible', 'clock', 'exchanged')),
  -- Of a status its code, of a value that cannot be its metric; else empty.
  code text collate "C" not null default '',
  severity text collate "C" not null check (severity in ('unknown', 'warning', 'error', 'service-call')),
  -- What else is known of it: what the device said, how far its clock is off, the serial number of the exchanged one.
  facts jsonb not null default '{}',
  -- By the device's clock where it says when, and by ours.
  raised_at timestamptz not null,
  noticed_at timestamptz not null,
  cleared_at timestamptz,
  is_on boolean not null,
  flapping boolean not null,
  rises integer not null,
  rose_at timestamptz[] not null,
  changed_at timestamptz not null,
  -- When it was last found there.
  last_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  note text not null default '',
  reminded integer not null default 0,
  remind_at timestamptz not null,
  check (cleared_at is null or not is_on),
  check ((acknowledged_at is null) = (acknowledged_by is null)),
  primary key (site_id, id),
  foreign key (site_id, registration_id) references device_registrations,
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, acknowledged_by) references users
);
-- A cause has one open alarm at a device, however often and from wherever it is reported.
create unique index alarms_one on alarms (site_id, registration_id, cause, code) where cleared_at is null;
create index alarms_newest on alarms (site_id, registration_id, cause, code, id);
create index alarms_own on alarms (site_id, organization_id, raised_at, id);
create index alarms_age on alarms (site_id, raised_at, id);
create index alarms_open on alarms (site_id, cause, registration_id) where cleared_at is null;
create index alarms_reminded on alarms (site_id, remind_at) where cleared_at is null and acknowledged_at is null;

-- For other capabilities: what is wrong now. `rank` rises with the severity.
create view v_open_alarms as
  select a.site_id, a.organization_id, a.registration_id, a.device_id, a.id as alarm_id, a.cause, a.code, a.severity,
    array_position(array['unknown', 'warning', 'error', 'service-call'], a.severity collate "C") as rank,
    a.raised_at as since, a.acknowledged_at is not null as acknowledged
  from alarms a
  where a.cleared_at is null;

-- What devices said and what was noticed about them, until somebody has made something of it.
create table alarm_inputs (
  id bigint generated always as identity primary key,
  device_key bigint not null,
  kind text collate "C" not null check (kind in ('status', 'event', 'values', 'clock')),
  at timestamptz not null,
  body jsonb not null,
  received_at timestamptz not null
);

-- The newest status of each device that was taken: most say the same again.
create table alarm_statuses (
  device_key bigint primary key,
  at timestamptz not null,
  states text[] not null
) with (fillfactor = 70);

-- Who is to be told what, by address, until it stands in a mail.
create table alarm_tellings (
  site_id text not null,
  id uuid not null,
  alarm_id uuid not null,
  -- Whose address it is: the owner of the device, or a dealer who looks after it.
  organization_id uuid not null,
  address text not null,
  language text not null,
  telling text collate "C" not null check (telling in ('raised', 'flapping', 'reminder', 'cleared')),
  noticed_at timestamptz not null,
  digest_id uuid,
  primary key (site_id, id),
  foreign key (site_id, alarm_id) references alarms,
  foreign key (site_id, organization_id) references organizations
);
create index alarm_tellings_due on alarm_tellings (site_id, lower(address), noticed_at) where digest_id is null;
create index alarm_tellings_told on alarm_tellings (site_id, digest_id) where digest_id is not null;
create index alarm_tellings_alarm on alarm_tellings (site_id, alarm_id);
create index alarm_tellings_age on alarm_tellings (site_id, noticed_at);

-- One mail about alarms to one address.
create table alarm_digests (
  site_id text not null references sites,
  id uuid not null,
  address text not null,
  language text not null,
  told_at timestamptz not null,
  primary key (site_id, id)
);
create index alarm_digests_last on alarm_digests (site_id, lower(address), told_at);
create index alarm_digests_age on alarm_digests (site_id, told_at);

-- Times of day at which an organization gets no mail about alarms; from after until goes over midnight.
create table alarm_quiet_hours (
  site_id text not null,
  organization_id uuid not null,
  quiet_from text not null,
  -- Both empty: no quiet hours, whatever the site's are.
  quiet_until text not null check (quiet_until <> quiet_from or quiet_until = ''),
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (site_id, organization_id),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, changed_by) references users
);

-- Devices that were exchanged and prove themselves all the same (P-32).
create table locked_device_calls (
  device_key bigint primary key,
  first_at timestamptz not null,
  last_at timestamptz not null
);

-- For other capabilities: which exchanged device still calls, and since when.
create view v_locked_device_calls as
  select d.site_id, d.device_id, d.device_key, d.serial, d.locked_at, c.first_at, c.last_at
  from locked_device_calls c
  join manufactured_devices d on d.device_key = c.device_key
  where d.locked_at is not null;

-- For other capabilities: which device took the place of which.
create view v_device_replacements as
  select site_id, old_device_id, new_device_id, organization_id, done_at from device_replacements;

-- For other capabilities: what devices said beside readings, each owner's own epoch.
create view v_device_reports as
  select r.site_id, r.organization_id, r.device_id, r.registration_id, p.device_key, p.kind, p.at, p.body, p.received_at
  from v_registered_devices r
  join device_reports p on p.device_key = r.device_key and p.at >= r.from_at and p.at < coalesce(r.until_at, 'infinity');

-- When each site was looked at last for what nobody reports, so that of several nodes one does it.
create table alarm_sweeps (
  site_id text primary key references sites,
  swept_at timestamptz not null
);

-- Hand-over of devices between organizations (P-31), exchange of broken ones (P-32), end of use (U-06).

create table device_transfers (
  site_id text not null,
  id uuid not null,
  device_id uuid not null,
  -- The span of ownership that ends with it.
  registration_id uuid not null,
  from_organization_id uuid not null,
  -- A mail address or a login ID as they are compared. Whose it is, is looked at when somebody looks or accepts: it need not exist yet.
  addressed_to text collate "C" not null,
  -- Offered by its owner, or ordered by an operator with a reason.
  cause text not null check (cause in ('offer', 'order')),
  reason text not null default '',
  begun_by uuid not null,
  begun_at timestamptz not null,
  opens_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > opens_at),
  ended_at timestamptz,
  outcome text check (outcome in ('accepted', 'declined', 'withdrawn', 'cancelled', 'overtaken', 'expired')),
  ended_by uuid,
  -- Who took it over.
  to_organization_id uuid,
  check ((ended_at is null) = (outcome is null)),
  check ((outcome = 'accepted') = (to_organization_id is not null) or outcome is null and to_organization_id is null),
  primary key (site_id, id),
  foreign key (site_id, device_id) references manufactured_devices,
  foreign key (site_id, registration_id) references device_registrations,
  foreign key (site_id, from_organization_id) references organizations,
  foreign key (site_id, to_organization_id) references organizations,
  foreign key (site_id, begun_by) references users,
  foreign key (site_id, ended_by) references users
);
-- A device is handed over to one at a time.
create unique index device_transfers_one on device_transfers (site_id, device_id) where ended_at is null;
create index device_transfers_given on device_transfers (site_id, from_organization_id, begun_at, id);
create index device_transfers_addressed on device_transfers (site_id, addressed_to) where ended_at is null;
create index device_transfers_taken on device_transfers (site_id, to_organization_id, begun_at) where to_organization_id is not null;
create index device_transfers_age on device_transfers (site_id, begun_at, id);

-- A broken device and the one that took its place.
create table device_replacements (
  site_id text not null,
  id uuid not null,
  old_device_id uuid not null,
  new_device_id uuid not null check (new_device_id <> old_device_id),
  organization_id uuid not null,
  reason text not null,
  done_by uuid not null,
  done_at timestamptz not null,
  primary key (site_id, id),
  unique (site_id, old_device_id),
  unique (site_id, new_device_id),
  foreign key (site_id, old_device_id) references manufactured_devices,
  foreign key (site_id, new_device_id) references manufactured_devices,
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, done_by) references users
);

-- What was reported about the end of use of a device, and what an operator made of it.
create table device_end_reports (
  site_id text not null,
  id uuid not null,
  registration_id uuid not null,
  device_id uuid not null,
  organization_id uuid not null,
  ended_on date not null,
  reason text not null,
  reported_by uuid not null,
  reported_at timestamptz not null,
  decision text check (decision in ('set', 'declined', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  -- Why it was declined.
  answer text not null default '',
  check ((decided_at is null) = (decision is null)),
  primary key (site_id, id),
  foreign key (site_id, registration_id) references device_registrations,
  foreign key (site_id, device_id) references manufactured_devices,
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, reported_by) references users,
  foreign key (site_id, decided_by) references users
);
create unique index device_end_reports_one on device_end_reports (site_id, registration_id) where decided_at is null;
create index device_end_reports_age on device_end_reports (site_id, reported_at, id);
create index device_end_reports_own on device_end_reports (site_id, organization_id, reported_at, id);

-- When an operator let a device go that was out of use: from then on somebody may register it again.
alter table device_registrations add column released_at timestamptz;

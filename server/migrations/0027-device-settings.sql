-- Settings from afar (E-09): what is asked of devices, and what they say is in force.

create table device_settings (
  site_id text not null,
  device_id uuid not null,
  -- Of the last change that was asked for; a device answers with it.
  version bigint not null check (version >= 0),
  -- By code of the setting, as the device said last.
  in_force jsonb not null,
  -- The device's time of what is in force; null until it has said something.
  reported_at timestamptz,
  primary key (site_id, device_id),
  foreign key (site_id, device_id) references manufactured_devices
);

-- One change of one setting: asked for by somebody, made at the device itself, or taken along when a device was exchanged.
create table device_setting_changes (
  site_id text not null,
  id uuid not null,
  device_id uuid not null,
  -- The span of ownership it belongs to, and its owner.
  registration_id uuid not null,
  organization_id uuid not null,
  setting text collate "C" not null,
  cause text not null check (cause in ('asked', 'device', 'exchange')),
  version bigint,
  -- What was in force; null where nobody knew.
  value_before jsonb,
  value_after jsonb not null,
  asked_by uuid,
  -- The organization that asked; the change goes down only while it may configure the device.
  asked_for uuid,
  asked_at timestamptz not null,
  -- When it was first handed to the device's connection.
  handed_at timestamptz,
  state text not null check (state in ('pending', 'applied', 'refused', 'superseded', 'ended')),
  settled_at timestamptz,
  -- When it was told that no answer came.
  overdue_at timestamptz,
  check ((state = 'pending') = (settled_at is null)),
  check ((cause = 'device') = (asked_for is null)),
  check ((cause = 'device') = (version is null)),
  primary key (site_id, id),
  foreign key (site_id, device_id) references manufactured_devices,
  foreign key (site_id, registration_id) references device_registrations,
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, asked_by) references users,
  foreign key (site_id, asked_for) references organizations
);
-- One answer is waited for at a time; asking again supersedes.
create unique index device_setting_changes_pending on device_setting_changes (device_id, setting) where state = 'pending';
create index device_setting_changes_waiting on device_setting_changes (site_id, asked_at) where state = 'pending';
create index device_setting_changes_history on device_setting_changes (site_id, registration_id, id);

-- For other capabilities: whose devices have not answered in time, and since when they were asked.
create view v_overdue_settings as
  select site_id, organization_id, device_id, registration_id, min(asked_at) as since
  from device_setting_changes where state = 'pending' and overdue_at is not null
  group by site_id, organization_id, device_id, registration_id;

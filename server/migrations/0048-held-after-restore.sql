-- What a restore holds back, because it was or may have been given out after the backup.

-- A device that was registered after the backup: for that organization, for nobody else, until it is released. The organization itself may be unknown here.
create table held_devices (
  site_id text not null,
  device_id uuid not null,
  organization_id uuid not null,
  held_at timestamptz not null,
  primary key (site_id, device_id),
  foreign key (site_id, device_id) references manufactured_devices
);

-- An unused key of which nobody knows whether it was used after the backup: the journal was lost.
alter table activation_keys add column held_at timestamptz;

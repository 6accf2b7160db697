-- The code that frees a unit's output (U-10): once made it stays, whoever owns the unit and whatever version is in issue by then.
create table unlock_codes (
  site_id text not null,
  device_id uuid not null,
  -- bits10, digits6, digits8
  length text collate "C" not null,
  version smallint not null,
  code integer not null check (code >= 0),
  issued_at timestamptz not null,
  primary key (site_id, device_id),
  foreign key (site_id, device_id) references manufactured_devices
);

-- For other capabilities: the code of each device with whose it is now.
create view v_unlock_codes as
  select r.site_id, r.organization_id, r.device_id, r.registration_id, r.serial, r.model, r.from_at, r.cause,
    u.length, u.version, u.code, u.issued_at
  from unlock_codes u
  join v_registered_devices r on r.site_id = u.site_id and r.device_id = u.device_id
  where r.until_at is null;

-- The list of devices in the order of the codes that stand beside registrations, and found by them.
create index device_registrations_code on device_registrations (site_id, organization_id, (listed ->> 'code') nulls first, device_id)
  where until_at is null;
create index device_registrations_all_code on device_registrations (site_id, (listed ->> 'code') nulls first, device_id)
  where until_at is null;

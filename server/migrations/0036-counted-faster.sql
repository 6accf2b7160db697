-- Questions over all counters of an organization with many devices: by name without working out its order each time, and by month.

-- As people put names in order; a regular expression over each of ten thousand names took half of such an answer.
alter table device_registrations
  add column name_order text collate "C" not null generated always as (natural_order(coalesce(nullif(installation, ''), serial))) stored;

-- For other capabilities: each span of ownership of a device, how people call it, where it stands, and the order of its name. It reads one table.
create view v_device_spans as
  select r.site_id, r.organization_id, r.id as registration_id, r.device_id, r.serial, r.model, r.type, r.from_at, r.until_at,
    coalesce(nullif(r.installation, ''), r.serial) as name, r.name_order, r.building, r.remarks
  from device_registrations r;

create index counter_months_month on counter_months (site_id, month, registration_id);

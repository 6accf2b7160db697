-- What is read at once and is long: a month of a device's minutes, a customer's list, the counters of a fleet.

-- When the span ends is worked out once, not for each minute.
create or replace view v_reading_minutes as
  select r.site_id, r.organization_id, r.device_id, r.registration_id, m.*
  from v_registered_devices r
  join reading_minutes m on m.device_key = r.device_key
    and m.at >= r.from_at and m.at <= coalesce(r.until_at, 'infinity') - interval '1 minute';

-- A customer's devices by where they stand, those of which nothing is said last.
create index device_registrations_remarks_said on device_registrations (site_id, organization_id, nullif(remarks_sort, ''), device_id)
  where until_at is null;

-- Whether anything came late in some months.
create index counter_adjustments_in on counter_adjustments (in_month);

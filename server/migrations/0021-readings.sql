-- What devices report (E-10): who may report, what was measured, what was made of it.

-- With which a device logs in. Two live at once, so that a new one can be tried before the old one goes.
create table device_credentials (
  site_id text not null,
  id uuid not null,
  device_id uuid not null,
  secret_hash bytea not null,
  -- What was proved to get it; the same proof is no good a second time.
  challenge_hash bytea not null,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (site_id, id),
  unique (site_id, challenge_hash),
  -- A device says its credential before anybody knows the site.
  unique (id),
  foreign key (site_id, device_id) references manufactured_devices
);
create index device_credentials_live on device_credentials (site_id, device_id, created_at) where withdrawn_at is null;

-- One row for each message: values at the ordinals of the model's metrics, true as 1 and false as 0. Keyed by the device's short key, which
-- is one device of one site; whose a reading is, the views below say.
create table readings (
  device_key bigint not null,
  at timestamptz not null,
  measured float8[] not null,
  -- Metrics that are texts, by ordinal.
  texts jsonb,
  -- Ordinals of values that cannot be (E-08).
  marks smallint[],
  primary key (device_key, at)
) partition by range (at);

-- A minute of many messages. `counts` is null where each value stands for one message; then lows, highs and lasts are as the means.
create table reading_minutes (
  device_key bigint not null,
  at timestamptz not null,
  means float8[] not null,
  counts integer[],
  lows float8[],
  highs float8[],
  lasts float8[],
  primary key (device_key, at)
) partition by range (at);

-- A civil day in the zone of the site.
create table reading_days (
  device_key bigint not null,
  day date not null,
  means float8[] not null,
  -- How many of the day's minutes have a value.
  minutes smallint[] not null,
  lows float8[] not null,
  highs float8[] not null,
  firsts float8[] not null,
  lasts float8[] not null,
  primary key (device_key, day)
);

-- Days that have readings which are not in minutes and days yet.
create table reading_days_due (
  device_key bigint not null,
  day date not null,
  primary key (device_key, day)
);

create table reading_latest (
  device_key bigint primary key,
  at timestamptz not null,
  measured float8[] not null,
  texts jsonb,
  marks smallint[],
  received_at timestamptz not null,
  -- The first that was ever accepted (E-05).
  first_received_at timestamptz not null
) with (fillfactor = 70);

-- What devices say beside readings (status, events, counters, settings in force, hello), for those who make something of it.
create table device_reports (
  device_key bigint not null,
  kind text collate "C" not null,
  at timestamptz not null,
  body jsonb not null,
  received_at timestamptz not null,
  primary key (device_key, kind, at, body)
);

-- What was not taken, or noticed, by day (UTC) and code.
create table reading_faults (
  device_key bigint not null,
  day date not null,
  code text collate "C" not null,
  count bigint not null,
  primary key (device_key, day, code)
);

-- How far a device's clock was ahead of ours when it asked; below zero: behind.
create table device_clocks (
  device_key bigint primary key,
  ahead_ms bigint not null,
  asked_at timestamptz not null
);

-- The server's role makes no tables: partitions are made and dropped here, by month, and nothing else is.
create function make_reading_partitions(month date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text;
  part text;
  from_at timestamptz := date_trunc('month', month::timestamp) at time zone 'UTC';
  until_at timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
begin
  -- Two nodes may want the same month at once.
  perform pg_advisory_xact_lock(hashtext('reading partitions'));
  foreach name in array array['readings', 'reading_minutes'] loop
    part := name || to_char(month, '_YYYY_MM');
    if to_regclass(part) is null then
      -- Attached, because that waits for nobody who reads or writes.
      execute format('create table %I (like %I including all)', part, name);
      execute format('alter table %I attach partition %I for values from (%L) to (%L)', name, part, from_at, until_at);
    end if;
  end loop;
end $$;

create function drop_reading_partition(name text, month date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  part text := name || to_char(month, '_YYYY_MM');
begin
  if name not in ('readings', 'reading_minutes') then
    raise exception 'nothing is dropped of %', name;
  end if;
  if to_regclass(part) is null then
    return false;
  end if;
  perform set_config('lock_timeout', '2s', true);
  execute format('drop table %I', part);
  return true;
end $$;
revoke execute on function make_reading_partitions(date), drop_reading_partition(text, date) from public;

-- What readings need to know of devices before and after they are registered, and of who reports for whom.
create view v_manufactured_devices as
  select site_id, device_id, device_key, serial, model, locked_at from manufactured_devices;

create view v_device_parents as
  select p.site_id, p.device_id, p.parent_device_id, p.from_at, p.until_at from device_parents p;

-- For other capabilities: each owner's own epoch.
create view v_readings as
  select r.site_id, r.organization_id, r.device_id, r.registration_id, m.device_key, m.at, m.measured, m.texts, m.marks
  from v_registered_devices r
  join readings m on m.device_key = r.device_key and m.at >= r.from_at and m.at < coalesce(r.until_at, 'infinity');

create view v_reading_latest as
  select r.site_id, r.organization_id, r.device_id, r.registration_id, l.device_key, l.at, l.measured, l.texts, l.marks, l.received_at
  from v_registered_devices r
  join reading_latest l on l.device_key = r.device_key and l.at >= r.from_at and l.at < coalesce(r.until_at, 'infinity');

-- A minute or day belongs to an owner who had the device all through it; the day of a hand-over is summed up from its minutes.
create view v_reading_minutes as
  select r.site_id, r.organization_id, r.device_id, r.registration_id, m.*
  from v_registered_devices r
  join reading_minutes m on m.device_key = r.device_key and m.at >= r.from_at
    and m.at + interval '1 minute' <= coalesce(r.until_at, 'infinity');

-- Toner and ink (C-12): how fast supplies of a device are used up, which are low, who is told of it (C-03).

-- What was made of the days of one owner's span, per cent of a full supply in a day; made anew whenever a day is rolled up.
create table toner_trends (
  site_id text not null,
  registration_id uuid not null,
  supply text collate "C" not null,
  -- Days between the first and the last level that count.
  days smallint not null,
  -- Null as long as there are too few of them.
  usual float8,
  slow float8,
  fast float8,
  refilled_on date,
  made_at timestamptz not null,
  primary key (site_id, registration_id, supply),
  foreign key (site_id, registration_id) references device_registrations
);

-- A supply that was low once, until it is refilled; the newest row of a supply is how it stands.
create table toner_lows (
  site_id text not null,
  registration_id uuid not null,
  supply text collate "C" not null,
  low_at timestamptz not null,
  -- The least of its levels since then, from which a refill is a rise.
  least float8 not null,
  refilled_at timestamptz,
  primary key (site_id, registration_id, supply, low_at),
  foreign key (site_id, registration_id) references device_registrations
);
create unique index toner_lows_open on toner_lows (site_id, registration_id, supply) where refilled_at is null;

create table toner_managers (
  site_id text not null,
  registration_id uuid not null,
  user_id uuid not null,
  chosen_by uuid,
  chosen_at timestamptz not null,
  primary key (site_id, registration_id),
  foreign key (site_id, registration_id) references device_registrations,
  foreign key (site_id, user_id) references users
);
create index toner_managers_user on toner_managers (site_id, user_id);

-- For other capabilities: people whose address is proved, as they chose their password by a link that was mailed to it.
create view v_proved_addresses as
  select u.site_id, u.organization_id, u.id as user_id, u.name, u.mail, u.language
  from users u
  where u.mail <> '' and u.password_hash <> '!' and not u.password_initial and not u.password_temporary
    and u.ended_at is null and u.erased_at is null;

-- For other capabilities: who is told of a device's toner and ink, as long as it is the organization's and they belong to it.
create view v_toner_managers as
  select m.site_id, r.organization_id, m.registration_id, r.device_id, m.user_id, a.name, a.mail, a.language
  from toner_managers m
  join v_registered_devices r on r.site_id = m.site_id and r.registration_id = m.registration_id and r.until_at is null
  join v_proved_addresses a on a.site_id = m.site_id and a.user_id = m.user_id and a.organization_id = r.organization_id;

-- For other capabilities: which supplies are low, and since when.
create view v_toner_low as
  select l.site_id, r.organization_id, l.registration_id, r.device_id, l.supply, l.low_at, l.least
  from toner_lows l
  join v_registered_devices r on r.site_id = l.site_id and r.registration_id = l.registration_id and r.until_at is null
  where l.refilled_at is null;

-- For other capabilities: the days that an owner had the device all through, wherever on earth they are cut.
create view v_reading_days as
  select r.site_id, r.organization_id, r.device_id, r.registration_id, d.*
  from v_registered_devices r
  join reading_days d on d.device_key = r.device_key
    and d.day::timestamp at time zone 'UTC' - interval '14 hours' >= r.from_at
    and d.day::timestamp at time zone 'UTC' + interval '36 hours' <= coalesce(r.until_at, 'infinity');

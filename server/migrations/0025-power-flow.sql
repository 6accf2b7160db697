-- What flowed in a day (E-07): of one owner's span, in the zone of the installation; made anew whenever something comes late.
create table power_flow_days (
  site_id text not null,
  registration_id uuid not null,
  day date not null,
  -- In the order of `flows` in domain/power-flow: energy, null where nothing is known, and how many minutes have a value.
  wh float8[] not null,
  minutes smallint[] not null,
  -- Whether all of the day had been rolled up.
  whole boolean not null,
  primary key (site_id, registration_id, day),
  foreign key (site_id, registration_id) references device_registrations
);

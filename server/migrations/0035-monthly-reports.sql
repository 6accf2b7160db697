-- A report by mail in each month (C-13).

-- Since when somebody is mailed about each event that they chose: what came before is not made up for.
alter table mail_notice_choices add column since jsonb not null default '{}';

create or replace view v_mail_notice_people as
  select a.site_id, a.organization_id, a.user_id, a.name, a.mail as address, a.language, u.role, c.events, c.since
  from v_proved_addresses a
  join users u on u.site_id = a.site_id and u.id = a.user_id
  join organizations o on o.site_id = a.site_id and o.id = a.organization_id and o.closed_at is null
  left join mail_notice_choices c on c.site_id = a.site_id and c.user_id = a.user_id;

-- How a user wants it; without a row on the site's usual day, about all devices, with both files.
create table monthly_reports (
  site_id text not null,
  user_id uuid not null,
  -- Null is the last day of each month.
  day smallint check (day between 1 and 28),
  -- Null is all devices. A group may be deleted while it stands here: then the mail says so.
  group_id uuid,
  files text[] not null check (cardinality(files) > 0),
  changed_at timestamptz not null,
  primary key (site_id, user_id),
  foreign key (site_id, user_id) references users
);

-- That a user was mailed in a month, written with the event of the mail: there is one in a month, whoever looks how often.
create table monthly_report_mailings (
  site_id text not null,
  user_id uuid not null,
  in_month date not null,
  made_at timestamptz not null,
  primary key (site_id, user_id, in_month),
  foreign key (site_id, user_id) references users
);

-- For other capabilities: the groups that an organization has, with devices or without.
create view v_device_group_names as
  select site_id, organization_id, id as group_id, name from device_groups;

-- What each user wants to be mailed about (C-11).

-- Without a row a user gets what is usual at the site.
create table mail_notice_choices (
  site_id text not null,
  user_id uuid not null,
  events text[] not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (site_id, user_id),
  foreign key (site_id, user_id) references users,
  foreign key (site_id, changed_by) references users
);

-- For other capabilities: the users whom mails reach, and what they chose; null while they have not.
create view v_mail_notice_people as
  select a.site_id, a.organization_id, a.user_id, a.name, a.mail as address, a.language, u.role, c.events
  from v_proved_addresses a
  join users u on u.site_id = a.site_id and u.id = a.user_id
  join organizations o on o.site_id = a.site_id and o.id = a.organization_id and o.closed_at is null
  left join mail_notice_choices c on c.site_id = a.site_id and c.user_id = a.user_id;

-- Since when and when last a device reported to its owner: what it counted is a report as well, and many printers send nothing else.
create or replace view v_report_times as
  select r.site_id, r.organization_id, r.device_id, r.registration_id, greatest(coalesce(l.first_received_at, r.from_at), r.from_at) as first_at,
    greatest(l.received_at, s.last_received_at) as last_at
  from v_registered_devices r
  left join reading_latest l on l.device_key = r.device_key and l.at >= r.from_at and l.at < coalesce(r.until_at, 'infinity')
  left join counter_stands s on s.device_key = r.device_key and s.last_at >= r.from_at and s.last_at < coalesce(r.until_at, 'infinity')
  where l.device_key is not null or s.last_received_at is not null;

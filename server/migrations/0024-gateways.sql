-- Where alarms of an organization go (E-02), what an installation is called and in which zone it stands (E-03), since when it reports (E-05).

create table maintenance_addresses (
  site_id text not null,
  id uuid not null,
  organization_id uuid not null,
  mail text not null,
  language text not null,
  added_by uuid,
  added_at timestamptz not null,
  -- Of the newest link alone: its secret is made out of this ID.
  proof_id uuid not null,
  secret_hash bytea not null,
  asked_at timestamptz not null,
  proof_expires_at timestamptz not null,
  proved_at timestamptz,
  ended_at timestamptz,
  primary key (site_id, id),
  unique (site_id, secret_hash),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, added_by) references users
);
create unique index maintenance_addresses_one on maintenance_addresses (site_id, organization_id, lower(mail)) where ended_at is null;

-- For other capabilities: where mails for an organization's maintenance staff go. Until one of the extra addresses is proved they go to the account's own.
create view v_maintenance_addresses as
  select a.site_id, a.organization_id, a.mail as address, a.language, true as extra
  from maintenance_addresses a
  join organizations o on o.site_id = a.site_id and o.id = a.organization_id and o.closed_at is null
  where a.proved_at is not null and a.ended_at is null
  union all
  select u.site_id, u.organization_id, u.mail, u.language, false
  from users u
  join organizations o on o.site_id = u.site_id and o.id = u.organization_id and o.closed_at is null
  where u.role = 'owner' and u.mail <> '' and u.ended_at is null and u.erased_at is null
    and not exists (select from maintenance_addresses a
      where a.site_id = u.site_id and a.organization_id = u.organization_id and a.proved_at is not null and a.ended_at is null);

-- What people call an installation, and its time zone where it is another than the site's. An address is found in one piece, whatever stands in which field.
alter table device_registrations
  add column installation text not null default '',
  add column time_zone text not null default '',
  add column installation_search text not null generated always as (lower(normalize(installation, nfkc))) stored,
  add column installation_sort text collate "C" not null generated always as (left(lower(normalize(installation, nfkc)), 40)) stored,
  add column address_search text not null
    generated always as (replace(lower(normalize(prefecture || city || street || building, nfkc)), ' ', '')) stored;

-- For other capabilities: whose a device is and was, where it stands and in which zone its days are.
create or replace view v_registered_devices as
  select r.site_id, r.organization_id, r.device_id, d.device_key, r.id as registration_id, r.serial, r.model, r.type,
    r.from_at, r.until_at, r.cause, r.purchased_on, r.warranty_until, r.ended_on, d.shipped_on, r.installation, r.prefecture, r.time_zone
  from device_registrations r
  join manufactured_devices d on d.site_id = r.site_id and d.device_id = r.device_id;

-- For other capabilities: since when and when last a device reported to its owner. What came before the owner had it is not told.
create view v_report_times as
  select r.site_id, r.organization_id, r.device_id, r.registration_id, greatest(l.first_received_at, r.from_at) as first_at, l.received_at as last_at
  from v_registered_devices r
  join reading_latest l on l.device_key = r.device_key and l.at >= r.from_at and l.at < coalesce(r.until_at, 'infinity');

-- For other capabilities: under which name and login ID a customer is known to who looks after it.
create view v_customers as
  select o.site_id, o.id as organization_id, o.name,
    (select u.login_id from users u
     where u.site_id = o.site_id and u.organization_id = o.id and u.role = 'owner' and u.ended_at is null and u.erased_at is null
     order by u.created_at, u.id limit 1) as login_id
  from organizations o
  where o.kind = 'customer';

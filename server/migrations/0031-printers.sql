-- What devices on a network are called there (C-02, C-03), the login before this one (C-01), zones of reports (P-34),
-- and who calls without being registered (C-17).

alter table device_registrations
  add column mac text not null default '',
  add column host text not null default '',
  add column web_page text not null default '';

create or replace view v_device_places as
  select r.site_id, r.organization_id, r.id as registration_id, r.device_id, r.serial, r.installation, r.company, r.department,
    r.building, r.prefecture, r.city, r.street, r.remarks, r.mac, r.host, r.web_page
  from device_registrations r;

-- When this person had logged in before; null in somebody's first session.
alter table sessions add column previous_login_at timestamptz;

-- In which zone days and months of an organization's devices are cut that have no zone of their own; none: the site's.
create table reporting_zones (
  site_id text not null,
  organization_id uuid not null,
  time_zone text not null,
  -- Until when another one holds, and which.
  from_at timestamptz not null,
  before text not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (site_id, organization_id),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, changed_by) references users
);

-- For other capabilities: when devices called, whether or not they are somebody's.
create view v_device_calls as
  select device_key, received_at from reading_latest
  union all
  select device_key, received_at from device_reports;

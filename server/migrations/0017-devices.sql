-- What was made, whose it is and was, where it stands (P-30, P-31).

-- Every two neighbouring characters of a text: through an index of these its parts are found. Three, as is usual, would leave out most words of
-- Japanese, and need an extension. Pairs from the first character on and from the second: without a loop this takes a fifth of the time. No text
-- of people has the separator in it.
create function bigrams(searched text) returns text[] language sql immutable parallel safe as $$
  select string_to_array(regexp_replace(searched, '(..)', E'\\1\x01', 'g'), E'\x01')
    || string_to_array(regexp_replace(substr(searched, 2), '(..)', E'\\1\x01', 'g'), E'\x01')
$$;

-- The factory's list.
create table manufactured_devices (
  site_id text not null references sites,
  device_id uuid not null,
  -- Short, and never seen outside: readings and counters are kept by it.
  device_key bigint not null generated always as identity,
  serial text collate "C" not null,
  model text collate "C" not null,
  shipped_on date,
  order_number text collate "C",
  -- Keyed, under a key outside the database; where the model has a claim code.
  claim_code_hash bytea,
  import_id uuid,
  created_at timestamptz not null,
  -- Exchanged for another, or withdrawn: nobody registers it again.
  locked_at timestamptz,
  primary key (site_id, device_id),
  unique (site_id, serial),
  unique (device_key)
);
create index manufactured_devices_age on manufactured_devices (site_id, created_at, device_id);
create index manufactured_devices_model on manufactured_devices (site_id, model, serial);
create index manufactured_devices_shipped on manufactured_devices (site_id, shipped_on nulls first, device_id);
create index manufactured_devices_order on manufactured_devices (site_id, order_number nulls first, device_id);
create index manufactured_devices_text on manufactured_devices using gin (bigrams(serial));

-- Whose a device is, from when until when. What others keep of a device is read through these spans, so that each owner sees its own alone.
create table device_registrations (
  site_id text not null,
  id uuid not null,
  device_id uuid not null,
  organization_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz check (until_at >= from_at),
  -- How it came to this owner: registered, transferred, replaced.
  cause text not null,
  import_id uuid,
  created_by uuid,
  -- Never change while the span lasts; here so that the list reads one table.
  serial text collate "C" not null,
  model text collate "C" not null,
  type text collate "C" not null,
  purchased_on date,
  warranty_until date,
  -- An edit made the warranty longer than it was; operators look at it and clear the mark.
  lengthened_at timestamptz,
  -- End of use, said by an operator; it stays listed.
  ended_on date,
  postal_code text not null default '',
  prefecture text not null default '',
  city text not null default '',
  street text not null default '',
  building text not null default '',
  company text not null default '',
  name text not null default '',
  kana text not null default '',
  department text not null default '',
  remarks text not null default '',
  -- What other capabilities show of the device in the list, by key, as texts that sort.
  listed jsonb not null default '{}',
  version integer not null default 1,
  changed_at timestamptz not null,
  -- As they are compared: width and case are no difference. Sorted by the beginning, which an index can hold.
  company_search text not null generated always as (lower(normalize(company, nfkc))) stored,
  remarks_search text not null generated always as (lower(normalize(remarks, nfkc))) stored,
  company_sort text collate "C" not null generated always as (left(lower(normalize(company, nfkc)), 40)) stored,
  remarks_sort text collate "C" not null generated always as (left(lower(normalize(remarks, nfkc)), 40)) stored,
  primary key (site_id, id),
  foreign key (site_id, device_id) references manufactured_devices,
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, created_by) references users
);
-- A device belongs to one organization at a time.
create unique index device_registrations_one on device_registrations (site_id, device_id) where until_at is null;
create index device_registrations_history on device_registrations (site_id, device_id, from_at);

-- The list of one organization in each order, and for operators the same over all of them.
create index device_registrations_from on device_registrations (site_id, organization_id, from_at, device_id) where until_at is null;
create index device_registrations_serial on device_registrations (site_id, organization_id, serial, device_id) where until_at is null;
create index device_registrations_model on device_registrations (site_id, organization_id, model, device_id) where until_at is null;
create index device_registrations_type on device_registrations (site_id, organization_id, type, device_id) where until_at is null;
create index device_registrations_purchased on device_registrations (site_id, organization_id, purchased_on nulls first, device_id) where until_at is null;
create index device_registrations_warranty on device_registrations (site_id, organization_id, warranty_until nulls first, device_id) where until_at is null;
create index device_registrations_ended on device_registrations (site_id, organization_id, ended_on nulls first, device_id) where until_at is null;
create index device_registrations_company on device_registrations (site_id, organization_id, company_sort, device_id) where until_at is null;
create index device_registrations_remarks on device_registrations (site_id, organization_id, remarks_sort, device_id) where until_at is null;
create index device_registrations_all_from on device_registrations (site_id, from_at, device_id) where until_at is null;
create index device_registrations_all_serial on device_registrations (site_id, serial, device_id) where until_at is null;
create index device_registrations_all_model on device_registrations (site_id, model, device_id) where until_at is null;
create index device_registrations_all_purchased on device_registrations (site_id, purchased_on nulls first, device_id) where until_at is null;
create index device_registrations_all_type on device_registrations (site_id, type, device_id) where until_at is null;
create index device_registrations_all_warranty on device_registrations (site_id, warranty_until nulls first, device_id) where until_at is null;
create index device_registrations_all_ended on device_registrations (site_id, ended_on nulls first, device_id) where until_at is null;
create index device_registrations_all_company on device_registrations (site_id, company_sort, device_id) where until_at is null;
create index device_registrations_all_remarks on device_registrations (site_id, remarks_sort, device_id) where until_at is null;
create index device_registrations_lengthened on device_registrations (site_id, lengthened_at) where lengthened_at is not null;
create index device_registrations_text on device_registrations
  using gin (bigrams(serial), bigrams(company_search), bigrams(remarks_search)) where until_at is null;

-- What a device is used with, from when until when: a battery in a UPS, a camera at its recorder. It moves no ownership.
create table device_parents (
  site_id text not null,
  id uuid not null,
  device_id uuid not null,
  parent_device_id uuid not null check (parent_device_id <> device_id),
  from_at timestamptz not null,
  until_at timestamptz check (until_at >= from_at),
  primary key (site_id, id),
  foreign key (site_id, device_id) references manufactured_devices,
  foreign key (site_id, parent_device_id) references manufactured_devices
);
create unique index device_parents_one on device_parents (site_id, device_id) where until_at is null;
create index device_parents_below on device_parents (site_id, parent_device_id) where until_at is null;

-- The owner's club (U-07): one consent of a customer for all its devices, past and future.
create table club_memberships (
  site_id text not null,
  id uuid not null,
  organization_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz check (until_at >= from_at),
  begun_by uuid,
  ended_by uuid,
  primary key (site_id, id),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, begun_by) references users,
  foreign key (site_id, ended_by) references users
);
create unique index club_memberships_one on club_memberships (site_id, organization_id) where until_at is null;
create index club_memberships_history on club_memberships (site_id, organization_id, from_at);

-- For other capabilities: whose a device is and was.
create view v_registered_devices as
  select r.site_id, r.organization_id, r.device_id, d.device_key, r.id as registration_id, r.serial, r.model, r.type,
    r.from_at, r.until_at, r.cause, r.purchased_on, r.warranty_until, r.ended_on, d.shipped_on
  from device_registrations r
  join manufactured_devices d on d.site_id = r.site_id and d.device_id = r.device_id;

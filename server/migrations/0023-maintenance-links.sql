-- A customer lets a dealer look after devices of its choice (E-04): grants over a single device, and the links they come from.

-- Over one span of ownership of a device alone; null: over all of the organization.
alter table grants add column registration_id uuid;
alter table grants add foreign key (site_id, registration_id) references device_registrations;
create index grants_device on grants (site_id, registration_id) where registration_id is not null;

-- As before of whole organizations only, so that a server of the version before takes no device for all of its owner's.
create or replace function grants_in_force(at timestamptz)
returns table (site_id text, of_organization_id uuid, to_organization_id uuid, rights text[], cause text)
language sql stable as $$
  select o.site_id, o.id, o.id, array['list', 'read', 'configure', 'act-as'], 'own'
    from organizations o
  union all
  select o.site_id, o.id, m.id, array['list', 'read', 'act-as'], 'operator'
    from organizations o join organizations m on m.site_id = o.site_id and m.kind = 'maker' and m.id <> o.id
  union all
  select g.site_id, g.of_organization_id, g.to_organization_id, g.rights, g.cause
    from grants g where g.registration_id is null and g.since <= at and (g.until is null or g.until > at)
$$;

-- What was granted of single devices, as long as they are whose they were: a hand-over ends it with the owner's span.
create function device_grants_in_force(at timestamptz)
returns table (site_id text, of_organization_id uuid, to_organization_id uuid, registration_id uuid, rights text[])
language sql stable as $$
  select g.site_id, g.of_organization_id, g.to_organization_id, g.registration_id, g.rights
    from grants g
    join device_registrations r on r.site_id = g.site_id and r.id = g.registration_id and r.organization_id = g.of_organization_id
    where g.since <= at and (g.until is null or g.until > at) and (r.until_at is null or r.until_at > at)
$$;

-- For other capabilities: what was granted, and when it ended or will.
create view v_grants as
  select site_id, id as grant_id, of_organization_id, to_organization_id, registration_id, rights, since, until from grants;

-- The login ID under which a dealer signed up; it stays when people change, and customers name the dealer by it.
alter table organizations add column dealer_code text;
create unique index organizations_dealer_code on organizations (site_id, lower(dealer_code)) where dealer_code is not null;
update organizations o set dealer_code = s.login_id
  from sign_ups s join users u on u.site_id = s.site_id and u.id = s.user_id
  where o.kind = 'dealer' and u.site_id = o.site_id and u.organization_id = o.id and position('@' in s.login_id) = 0
    and u.login_id = s.login_id;

create table maintenance_links (
  site_id text not null,
  id uuid not null,
  organization_id uuid not null,
  dealer_organization_id uuid not null,
  -- Of all the customer's devices, those to come too; else of those that stand in maintenance_link_grants.
  all_devices boolean not null,
  configure boolean not null,
  -- The last day, and the instant at which it is over; null: until somebody ends it.
  until_on date,
  until_at timestamptz,
  begun_at timestamptz not null,
  begun_by uuid,
  -- When somebody of the dealer's looked at it first; new until then.
  opened_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  ended_side text check (ended_side in ('customer', 'dealer')),
  version integer not null default 1,
  changed_at timestamptz not null,
  check ((until_on is null) = (until_at is null)),
  check ((ended_at is null) = (ended_side is null)),
  primary key (site_id, id),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, dealer_organization_id) references organizations,
  foreign key (site_id, begun_by) references users,
  foreign key (site_id, ended_by) references users
);
create index maintenance_links_given on maintenance_links (site_id, organization_id, begun_at, id);
create index maintenance_links_taken on maintenance_links (site_id, dealer_organization_id, begun_at, id);

-- The grants a link consists of: one over the organization, or one for each device. Whether it runs is read off them.
create table maintenance_link_grants (
  site_id text not null,
  link_id uuid not null,
  grant_id uuid not null,
  registration_id uuid,
  primary key (site_id, link_id, grant_id),
  foreign key (site_id, link_id) references maintenance_links,
  foreign key (site_id, grant_id) references grants,
  foreign key (site_id, registration_id) references device_registrations
);
create index maintenance_link_grants_device on maintenance_link_grants (site_id, registration_id) where registration_id is not null;

-- For other capabilities: which dealer looks after which device, from when until when. What is in force now is asked of the grants.
create view v_linked_devices as
  select l.site_id, l.organization_id, l.dealer_organization_id, l.id as link_id, r.device_id, r.registration_id, l.configure,
    greatest(l.begun_at, r.from_at) as since, least(g.until, r.until_at) as until
  from maintenance_links l
  join maintenance_link_grants m on m.site_id = l.site_id and m.link_id = l.id
  join v_grants g on g.site_id = m.site_id and g.grant_id = m.grant_id
  join v_registered_devices r on r.site_id = l.site_id and r.organization_id = l.organization_id
    and (m.registration_id is null and (r.until_at is null or r.until_at > l.begun_at) or r.registration_id = m.registration_id);

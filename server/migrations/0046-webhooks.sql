-- Events that programs of an organization may follow, and webhooks (P-24).

-- Of each event whose it is: the organization, and the span of ownership where it is about a device.
create view v_event_places as
  select e.site_id, e.id as event_id, s.position, e.what, e.subject, e.occurred_at, e.actor_kind, e.data, p.organization_id, r.registration_id
  from events e
  join event_seals s on s.site_id = e.site_id and s.event_id = e.id
  cross join lateral (
    select case when e.data ->> 'organization' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (e.data ->> 'organization')::uuid
      when e.subject like 'organization/%' then substr(e.subject, 14)::uuid end as organization_id,
      case when e.subject like 'device/%' then substr(e.subject, 8)::uuid end as device_id
  ) p
  left join lateral (
    select v.registration_id from v_registered_devices v
    where v.site_id = e.site_id and v.device_id = p.device_id and v.organization_id = p.organization_id and v.from_at <= e.occurred_at
    order by v.from_at desc limit 1
  ) r on true;

-- There are no webhooks yet, so none is told of what happened before.
insert into event_readers (reader, site_id, position)
  select 'webhooks', site_id, max(position) from event_seals group by site_id;

create table webhooks (
  site_id text not null,
  id uuid not null,
  organization_id uuid not null,
  -- A webhook tells no more than whoever made it may read, and nothing once they have left.
  created_by uuid not null,
  created_at timestamptz not null,
  name text not null,
  url text not null,
  kinds text[] not null,
  sealed_secret bytea not null,
  -- The secret before, which signs too until then.
  sealed_former_secret bytea,
  former_until timestamptz,
  version bigint not null default 1,
  off_at timestamptz,
  off_why text check (off_why in ('person', 'gone', 'failing')),
  removed_at timestamptz,
  -- How often in a row the receiver did not take something, and since when it has taken nothing.
  failures integer not null default 0,
  failing_since timestamptz,
  -- When there is something to send, and until when a node is at it.
  due_at timestamptz,
  busy_until timestamptz,
  primary key (site_id, id),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, created_by) references users
);
create index webhooks_organization on webhooks (site_id, organization_id, created_at);
create index webhooks_due on webhooks (due_at) where due_at is not null;

-- One row for each event and webhook, however often it is tried or sent anew.
create table webhook_deliveries (
  site_id text not null,
  webhook_id uuid not null,
  event_id uuid not null,
  position bigint not null,
  state text not null check (state in ('due', 'taken', 'failed', 'withheld')),
  tries integer not null default 0,
  next_try_at timestamptz not null,
  created_at timestamptz not null,
  primary key (site_id, webhook_id, event_id),
  foreign key (site_id, webhook_id) references webhooks,
  foreign key (site_id, event_id) references events
);
create index webhook_deliveries_due on webhook_deliveries (site_id, webhook_id, next_try_at) where state = 'due';
create index webhook_deliveries_age on webhook_deliveries (created_at);
create index webhook_deliveries_newest on webhook_deliveries (site_id, webhook_id, position);

create table webhook_attempts (
  site_id text not null,
  webhook_id uuid not null,
  event_id uuid not null,
  at timestamptz not null,
  took_ms integer not null,
  status integer,
  fault text,
  answer text not null,
  id uuid not null,
  primary key (site_id, webhook_id, event_id, id),
  foreign key (site_id, webhook_id, event_id) references webhook_deliveries on delete cascade
);

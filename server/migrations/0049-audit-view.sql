-- The audit log as people read it (P-25): from where something was done, whom it concerns, and the ways in which it is searched.

-- The network address of who did it: personal, so it stands outside the chain and goes when a person is erased.
alter table event_details add column address text;

-- Which organizations a sealed event concerns, written by a reader of the log: `of_organization_id` says whose the thing is that it is about, and
-- `registration_id` which span of ownership of a device, so that grants decide about what was done to others' things.
create table event_concerns (
  site_id text not null,
  organization_id uuid not null,
  position bigint not null,
  event_id uuid not null,
  of_organization_id uuid not null,
  registration_id uuid,
  primary key (site_id, organization_id, position),
  foreign key (site_id, position) references event_seals,
  foreign key (site_id, organization_id) references organizations
);

create index events_what on events (site_id, what);
create index events_actor on events (site_id, actor_id) where actor_id is not null;
create index events_occurred on events (site_id, occurred_at);
-- Instead of the one for devices alone.
create index events_subject on events (site_id, subject, occurred_at desc, id desc);
drop index events_device;

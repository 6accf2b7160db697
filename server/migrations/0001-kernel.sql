-- What every capability stands on: sites, events and their seals, readers, mails to come, idempotency, what site data once said.

create table sites (
  id text primary key,
  first_seen_at timestamptz not null
);

-- Codes out of site data that rows refer to. What must never change about a code stands in `fixed`.
create table site_codes (
  site_id text not null references sites,
  kind text not null,
  code text not null,
  fixed jsonb not null,
  primary key (site_id, kind, code)
);

-- The fingerprint of each master secret, so that a lost or exchanged key file is noticed before it does harm.
create table key_masters (
  name text primary key,
  fingerprint text not null
);

-- One row for each change: the audit log and the outbox are this table, read in the order of event_seals.
create table events (
  site_id text not null references sites,
  id uuid not null,
  occurred_at timestamptz not null,
  actor_kind text not null check (actor_kind in ('user', 'nobody', 'system', 'command', 'device')),
  actor_id uuid,
  organization_id uuid,
  on_behalf_of uuid,
  what text not null,
  subject text not null,
  request_id text,
  data jsonb not null,
  details_hash bytea not null,
  primary key (site_id, id)
);

-- Personal data and before/after values of an event. The chain holds their salted hash only, so a row may be erased.
create table event_details (
  site_id text not null,
  event_id uuid not null,
  salt bytea not null,
  details jsonb not null,
  primary key (site_id, event_id),
  foreign key (site_id, event_id) references events
);

create table events_unsealed (
  event_id uuid primary key,
  site_id text not null,
  foreign key (site_id, event_id) references events
);

create table event_seals (
  site_id text not null,
  position bigint not null check (position > 0),
  event_id uuid not null,
  chain_hash bytea not null,
  primary key (site_id, position),
  unique (site_id, event_id),
  foreign key (site_id, event_id) references events
);

create table event_readers (
  reader text not null,
  site_id text not null references sites,
  position bigint not null,
  primary key (reader, site_id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is not allowed: the log only grows', tg_op, tg_table_name;
end $$;

create trigger events_only_grow before update or delete or truncate on events
  for each statement execute function refuse_change();
create trigger event_seals_only_grow before update or delete or truncate on event_seals
  for each statement execute function refuse_change();

-- The answer given to a creating request, kept for its twins; the body is sealed with a key outside the database.
create table idempotent_answers (
  site_id text not null references sites,
  caller text not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  sealed_body bytea,
  created_at timestamptz not null,
  primary key (site_id, caller, key)
);
create index idempotent_answers_age on idempotent_answers (created_at);

-- What a person has typed into a wizard so far, sealed, bound to the browser.
create table drafts (
  site_id text not null references sites,
  id uuid not null,
  browser_id uuid not null,
  user_id uuid,
  kind text not null,
  sealed_values bytea not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (site_id, id)
);
create index drafts_expiry on drafts (expires_at);
create index drafts_browser on drafts (site_id, browser_id);

-- Instants of failed tries (wrong codes, unknown activation keys), newest last; one row a subject, locked while it is judged.
create table try_counters (
  site_id text not null references sites,
  purpose text not null,
  subject text not null,
  failed_at timestamptz[] not null,
  primary key (site_id, purpose, subject)
);

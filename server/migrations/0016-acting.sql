-- Acting on behalf of another organization (P-17): a second session that lives no longer than the first.
create table acting_sessions (
  site_id text not null,
  id uuid not null,
  -- Only with this session's own token does the second one count; no reference, because sessions go and this stays to be shown.
  session_id uuid not null,
  token_hash bytea not null,
  user_id uuid not null,
  by_organization_id uuid not null,
  organization_id uuid not null,
  reason text not null,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  primary key (site_id, id),
  unique (site_id, token_hash),
  foreign key (site_id, user_id) references users,
  foreign key (site_id, by_organization_id) references organizations,
  foreign key (site_id, organization_id) references organizations
);
create index acting_sessions_newest on acting_sessions (site_id, organization_id, started_at desc, id desc);
-- A session acts for one organization at a time.
create unique index acting_sessions_session on acting_sessions (site_id, session_id) where ended_at is null;
create index events_on_behalf on events (site_id, on_behalf_of, occurred_at) where on_behalf_of is not null;

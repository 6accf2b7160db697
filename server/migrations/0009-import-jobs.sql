-- A confirmed import is a job with a row of its own: whoever left the page comes back to it, and a node that died is followed by another.

alter table imports
  drop constraint imports_state_check,
  add constraint imports_state_check check (state in ('previewed', 'running', 'done', 'refused', 'failed', 'cancelled')),
  -- What was read from the file, sealed; gone as soon as it is stored, else with the file's day.
  add column sealed_rows bytea,
  add column unknown_columns text[] not null default '{}',
  -- What each row became, sealed, where the kind of file has a result to show.
  add column sealed_result bytea,
  add column result_until timestamptz,
  -- How many rows had which outcome, e.g. {"new": 3, "issued-before": 1}.
  add column counts jsonb,
  add column confirmed_at timestamptz,
  -- The code of why a failed one failed.
  add column fault text;
create index imports_newest on imports (site_id, organization_id, created_at desc, id desc);
create index imports_same_file on imports (site_id, organization_id, kind, content_hash);
create index imports_running on imports (confirmed_at) where state = 'running';
create index imports_results on imports (result_until) where sealed_result is not null;
create index imports_rows on imports (expires_at) where sealed_rows is not null;

-- Written beside the transaction that does the work, so that others see how far it is.
create table import_progress (
  site_id text not null,
  import_id uuid not null,
  attempts integer not null,
  began_at timestamptz not null,
  rows_done integer not null,
  next_try_at timestamptz not null,
  primary key (site_id, import_id),
  foreign key (site_id, import_id) references imports
);

-- Which file a key was issued by; null for one issued in the wizard.
alter table registration_key_issues add column import_id uuid;
create index registration_key_issues_import on registration_key_issues (site_id, import_id) where import_id is not null;

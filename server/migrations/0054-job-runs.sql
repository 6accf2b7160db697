-- How each job that runs by itself went last: of the whole server, so of no site. What went wrong is a code; the error itself stands in the log.
create table job_runs (
  job text primary key,
  began_at timestamptz not null,
  took_ms integer not null check (took_ms >= 0),
  well_at timestamptz,
  failed_since timestamptz,
  reason text,
  check ((reason is null) = (failed_since is null))
);

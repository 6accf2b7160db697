-- What the maker announces, and the hours in which a site is closed. Both count from starts_at on and before ends_at.

create table notices (
  site_id text not null references sites,
  id uuid not null,
  version integer not null,
  kind text not null check (kind in ('normal', 'important')),
  title_ja text not null,
  title_en text not null,
  body_ja text not null,
  body_en text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at >= starts_at),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (site_id, id)
);
create index notices_start on notices (site_id, starts_at);

create table maintenance_windows (
  site_id text not null references sites,
  id uuid not null,
  version integer not null,
  body_ja text not null,
  body_en text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at >= starts_at),
  cancelled_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (site_id, id)
);
create index maintenance_windows_start on maintenance_windows (site_id, starts_at);
create index maintenance_windows_ahead on maintenance_windows (ends_at) where cancelled_at is null;

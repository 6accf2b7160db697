-- Who guesses at the codes of many people at once stays below the tries of each. So failed codes are counted by site as well,
-- and while there are too many of them a code counts only in the browser that asked for it.

alter table proofs add column browser_id uuid;

create table code_guards (
  site_id text primary key references sites,
  failed_at timestamptz[] not null,
  tripped_until timestamptz
);

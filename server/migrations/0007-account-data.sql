-- A person's and an organization's own data: what a site's form may ask besides, sessions that can be told apart, mail
-- addresses that are not proved yet, and the mark of an account whose person was erased.

alter table organizations add column organization_form text, add column fax text;
alter table users add column department text, add column kana text, add column erased_at timestamptz;

-- A server of the version before opens sessions without these.
alter table sessions add column id uuid not null default gen_random_uuid(), add column user_agent text;
create unique index sessions_id on sessions (site_id, id);

-- A new mail address until its link is opened; the newest of a user counts.
create table mail_changes (
  site_id text not null references sites,
  id uuid not null,
  user_id uuid not null,
  old_mail text not null,
  new_mail text not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (site_id, id),
  unique (site_id, secret_hash),
  foreign key (site_id, user_id) references users
);
create index mail_changes_user on mail_changes (site_id, user_id, created_at);
create index mail_changes_age on mail_changes (created_at);

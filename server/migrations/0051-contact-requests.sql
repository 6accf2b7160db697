-- What people ask the operators through the portal (P-06), and what was answered.

create table contact_requests (
  site_id text not null,
  id uuid not null,
  created_at timestamptz not null,
  kind text not null,
  text text not null,
  -- What it is about in the asker's words, and their device where one was named.
  about text not null,
  device_id uuid,
  device_label text,
  -- The page and the request ID of a failure from which the form was opened.
  page text not null,
  reference text not null,
  language text not null check (language in ('ja', 'en')),
  -- A user; or what somebody typed who was not logged in.
  organization_id uuid,
  user_id uuid,
  typed_name text,
  typed_mail text,
  typed_organization text,
  state text not null check (state in ('open', 'answered', 'closed')),
  settled_at timestamptz,
  version integer not null,
  primary key (site_id, id),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, user_id) references users,
  check (num_nulls(user_id, organization_id) in (0, 2)),
  check ((user_id is null) = (typed_mail is not null)),
  check ((state = 'open') = (settled_at is null))
);
create index contact_requests_newest on contact_requests (site_id, created_at desc, id desc);
create index contact_requests_user on contact_requests (site_id, user_id, created_at desc) where user_id is not null;
create index contact_requests_mail on contact_requests (site_id, lower(typed_mail)) where typed_mail is not null;
create index contact_requests_settled on contact_requests (site_id, settled_at) where settled_at is not null;

create table contact_answers (
  site_id text not null,
  id uuid not null,
  request_id uuid not null,
  created_at timestamptz not null,
  text text not null,
  answered_by uuid not null,
  primary key (site_id, id),
  foreign key (site_id, request_id) references contact_requests on delete cascade,
  foreign key (site_id, answered_by) references users
);
create index contact_answers_request on contact_answers (site_id, request_id, created_at);

-- Organizations with people in them: invitations, hand-overs of ownership, accounts that ended, and a tree that is walked.

-- Somebody left or was removed: the row stays for what it did, and opens nothing any more.
alter table users add column ended_at timestamptz;
create index users_members on users (site_id, organization_id) where ended_at is null and erased_at is null;
create index organizations_parent on organizations (site_id, parent_id);
create index grants_owner on grants (site_id, of_organization_id);

create table invitations (
  site_id text not null,
  id uuid not null,
  organization_id uuid not null,
  mail text not null,
  name text not null,
  role text not null check (role in ('owner', 'manager', 'member', 'viewer')),
  language text not null,
  -- The address had an account here when the invitation was sent; told to its owner alone.
  address_taken boolean not null,
  -- Where who makes an account also gives its login ID; null elsewhere.
  login_id text,
  invited_by uuid,
  created_at timestamptz not null,
  -- The newest link; each sending makes another. Only its hash is kept.
  link_id uuid not null,
  secret_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  -- The account that came of it.
  user_id uuid,
  primary key (site_id, id),
  unique (site_id, secret_hash),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, invited_by) references users,
  foreign key (site_id, user_id) references users
);
create index invitations_user on invitations (site_id, user_id) where user_id is not null;
create index invitations_open on invitations (site_id, organization_id, created_at) where ended_at is null;

-- An owner offers ownership to a successor, who accepts it; at most one at a time runs in an organization.
create table hand_overs (
  site_id text not null,
  id uuid not null,
  organization_id uuid not null,
  from_user_id uuid not null,
  to_user_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (site_id, id),
  foreign key (site_id, organization_id) references organizations,
  foreign key (site_id, from_user_id) references users,
  foreign key (site_id, to_user_id) references users
);
create unique index hand_overs_one on hand_overs (site_id, organization_id) where ended_at is null;
